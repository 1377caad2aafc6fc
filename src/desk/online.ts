import type { Home } from './file.ts';
import type { Place } from './position.ts';
import type { Content } from './read.ts';
import { textAt } from './rule.ts';
import { isBare } from './sources.ts';
import { printable } from './terminal.ts';

/** What asking needs of the world outside. */
export interface Online {
	readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
	/** Waits between two requests to one host. */
	readonly pause: () => Promise<unknown>;
	/** Is told of each answer. */
	readonly progress: (done: number, all: number, host: string) => void;
	/** Writes the address of an archived copy into the file of its source; absent without `--fix`. */
	readonly save?: (home: Home, copy: string) => void;
}

type State = 'gone' | 'moved' | 'changed' | 'closed' | 'silent' | 'there';

interface Answer {
	readonly state: State;
	readonly words: string;
}

export const AGENT = 'source-check/1.0 (asks once whether a page that is cited is still there)';
const SECONDS = 20;
const HOPS = 5;
/** Hosts that are asked at the same time. */
const HOSTS = 8;
/** Hosts that say nothing before it is held that there is no network. */
const UNHEARD = 3;
const FORTH: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const COPY = /^https?:(\/\/web\.archive\.org\/web\/\d{14}\/.+)$/;

const silent = (words: string): Answer => ({ state: 'silent', words });
const hostOf = (url: string): string => new URL(url).host;

/** One request at a time for each host, and none to one that has not answered or asks to be left alone. */
function asker({ fetch, pause }: Online) {
	const turns = new Map<string, Promise<unknown>>();
	const spared = new Map<string, string>();
	const request = async (url: string, method: 'HEAD' | 'GET'): Promise<Response | string> => {
		const host = hostOf(url);
		const before = turns.get(host);
		const act = async (): Promise<Response | string> => {
			const why = spared.get(host);
			if (why !== undefined) return why;
			try {
				const response = await fetch(url, {
					method,
					redirect: 'manual',
					signal: AbortSignal.timeout(SECONDS * 1000),
					headers: { 'user-agent': AGENT },
				});
				if (response.status === 429) spared.set(host, `${host} asks to be left alone for now`);
				return response;
			} catch {
				if (method === 'GET') spared.set(host, `${host} does not answer`);
				return `${host} does not answer`;
			}
		};
		const mine = before ? before.then(pause).then(act) : act();
		turns.set(host, mine);
		return mine;
	};
	/** HEAD, and GET where the host does not care for HEAD. The text of a page is not read. */
	const ask = async (url: string): Promise<Response | string> => {
		const head = await request(url, 'HEAD');
		if (typeof head !== 'string' && (head.ok || head.status === 429 || FORTH.has(head.status))) return head;
		const response = await request(url, 'GET');
		if (typeof response !== 'string') await response.body?.cancel();
		return response;
	};
	return { ask, request };
}

type Ask = ReturnType<typeof asker>['ask'];

/** What has become of an address that was read on a day. */
async function fateOf(address: string, accessed: string, ask: Ask): Promise<Answer> {
	let url = address;
	let forGood = true;
	for (let hop = 0; hop <= HOPS; hop++) {
		const response = await ask(url);
		if (typeof response === 'string') return silent(response);
		const { status, headers } = response;
		const next = headers.get('location');
		if (FORTH.has(status) && next !== null) {
			if (!/^https?:/.test(URL.parse(next, url)?.href ?? '')) return silent(`it leads to ${next}`);
			forGood &&= status === 301 || status === 308;
			url = new URL(next, url).href;
			continue;
		}
		if (status === 404 || status === 410) return { state: 'gone', words: `it answers ${status}` };
		if (status === 401 || status === 403 || status === 451) return { state: 'closed', words: `it answers ${status}` };
		if (!response.ok) return silent(`it answers ${status}`);
		if (url !== address && new URL(url).pathname === '/' && new URL(address).pathname !== '/')
			return { state: 'gone', words: `it leads to the front page of ${hostOf(url)}` };
		if (url !== address && forGood) return { state: 'moved', words: `it has moved to ${url}` };
		const [changed = '', now = ''] = ['last-modified', 'date'].map((name) => dayOf(headers.get(name)));
		// A page that is made anew for each reader says that it changed just now.
		return changed > accessed && changed < now && accessed !== ''
			? { state: 'changed', words: `it changed on ${changed}, and was read on ${accessed}` }
			: { state: 'there', words: '' };
	}
	return silent('it leads in circles');
}

function dayOf(header: string | null): string {
	const time = Date.parse(header ?? '');
	return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
}

/** The archived copy nearest to a day; undefined where there is none. */
async function copyOf(url: string, accessed: string, request: ReturnType<typeof asker>['request']) {
	const query = new URLSearchParams({ url, timestamp: accessed.replaceAll('-', '') });
	const response = await request(`https://archive.org/wayback/available?${query}`, 'GET');
	if (typeof response === 'string') return response;
	try {
		const held = (await response.json()) as { archived_snapshots?: { closest?: { status?: string; url?: string } } };
		const { status, url: found } = held.archived_snapshots?.closest ?? {};
		const [, rest] = (status === '200' && COPY.exec(found ?? '')) || [];
		return { copy: rest === undefined ? undefined : `https:${rest}` };
	} catch {
		return `archive.org answers ${response.status}`;
	}
}

interface Spot {
	readonly home: Home;
	readonly place: Place;
}

/** Asks each address of the sources once what has become of it, and the archive for copies that are not on record. */
export async function askOnline(content: Content, online: Online): Promise<{ out: string; status: number }> {
	const { ask, request } = asker(online);
	const sources = [...content.homes.values()].filter(({ entry }) => entry.kind === 'source');
	const spots = new Map<string, Spot[]>();
	for (const home of sources)
		for (const key of ['url', 'readAt', 'archived']) {
			const url = textAt(home, key);
			if (!/^https?:/.test(url) || !URL.canParse(url)) continue;
			const place = content.locate({ kind: 'source', id: home.entry.id, path: [key] });
			spots.set(url, [...(spots.get(url) ?? []), { home, place }]);
		}
	const bare = sources.filter((home) => isBare(home) && URL.canParse(textAt(home, 'url')));
	const fates = new Map<string, Answer>();
	const copies = new Map<Home, string | undefined>();
	const unheard = new Set<string>();
	let heard = 0;
	let unasked = 0;
	const listen = (host: string, said: boolean) => {
		if (said) heard++;
		else unheard.add(host);
	};
	const tasks = [
		...[...spots].map(([url, [first]]) => ({
			host: hostOf(url),
			act: async () => {
				const answer = await fateOf(url, first ? textAt(first.home, 'accessed') : '', ask);
				fates.set(url, answer);
				listen(hostOf(url), !answer.words.endsWith('does not answer'));
			},
		})),
		...bare.map((home) => ({
			host: 'archive.org',
			act: async () => {
				const found = await copyOf(textAt(home, 'url'), textAt(home, 'accessed'), request);
				listen('archive.org', typeof found !== 'string');
				if (typeof found === 'string') unasked++;
				else copies.set(home, found.copy);
				if (typeof found !== 'string' && found.copy !== undefined) online.save?.(home, found.copy);
			},
		})),
	];
	const queue = [...Map.groupBy(tasks, ({ host }) => host)];
	let done = 0;
	const work = async (): Promise<void> => {
		for (let next = queue.shift(); next; next = queue.shift())
			for (const { host, act } of next[1]) {
				if (heard === 0 && unheard.size >= UNHEARD) return;
				await act();
				online.progress(++done, tasks.length, host);
			}
	};
	await Promise.all(Array.from({ length: HOSTS }, work));
	if (heard === 0 && tasks.length > 0)
		return { out: 'No host answers: there is no network here, so nothing was found out or written.\n', status: 1 };
	return tell(spots, fates, copies, bare.length, unasked, online.save !== undefined);
}

function tell(
	spots: ReadonlyMap<string, readonly Spot[]>,
	fates: ReadonlyMap<string, Answer>,
	copies: ReadonlyMap<Home, string | undefined>,
	bare: number,
	unasked: number,
	saved: boolean,
): { out: string; status: number } {
	let lost = 0;
	const lines = [...spots].flatMap(([url, all]) => {
		const { state, words } = fates.get(url) ?? silent('it was not asked');
		if (state === 'there') return [];
		return all.map(({ home, place: { path, line, column } }) => {
			const copy = textAt(home, 'archived') || copies.get(home);
			const kept = copy === undefined || copy === url ? '' : `\n    archived copy: ${copy}`;
			if (state === 'gone' && kept === '') lost++;
			return `${printable(`${path}:${line}:${column}  ${state}  ${url}: ${words}`)}${kept}\n`;
		});
	});
	const count = (state: State) => [...fates.values()].filter((one) => one.state === state).length;
	const found = [...copies.values()].filter((copy) => copy !== undefined).length;
	const sums = (['there', 'gone', 'moved', 'changed', 'closed', 'silent'] as const).map(
		(state) => `${count(state)} ${state}`,
	);
	const written = found === 0 ? '' : saved ? ', written into archived' : ': --online --fix writes them into archived';
	const rest = unasked === 0 ? '' : `; of ${unasked} the archive said nothing`;
	const archive =
		bare === 0 ? '' : `Of ${bare} without an archived copy on record the archive has ${found}${written}${rest}.\n`;
	return { out: `${lines.sort().join('')}${fates.size} asked: ${sums.join(', ')}.\n${archive}`, status: lost ? 1 : 0 };
}

/** The text of a source with the address of its archived copy behind the day it was read. */
export function withCopy(text: string, copy: string): string {
	const line = `archived: ${JSON.stringify(copy)}`;
	return /^accessed:/m.test(text)
		? text.replace(
				/^accessed:[^\r\n]*(\r?\n|$)/m,
				(whole, end: string) => `${whole}${end ? '' : '\n'}${line}${end || '\n'}`,
			)
		: `${text.trimEnd()}\n${line}\n`;
}
