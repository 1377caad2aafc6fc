import type { Home } from './file.ts';
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

const STATES = ['there', 'gone', 'moved', 'changed', 'closed', 'silent'] as const;
type Answer = readonly [state: (typeof STATES)[number], words: string];

export const AGENT = 'source-check/1.0 (asks once whether a page that is cited is still there)';
const SECONDS = 20;
const HOPS = 5;
/** Hosts that are asked at the same time. */
const HOSTS = 8;
/** Hosts that say nothing before it is held that there is no network. */
const UNHEARD = 3;
const FORTH: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const ARCHIVE = 'archive.org';
const COPY = /^https?:(\/\/web\.archive\.org\/web\/\d{14}\/.+)$/;

const hostOf = (url: string): string => new URL(url).host;

type Request = (url: string, method: 'HEAD' | 'GET') => Promise<Response | string>;

/** One request at a time for each host, and none to one that has not answered or asks to be left alone. */
function asker({ fetch, pause }: Online) {
	const [heard, unheard] = [new Set<string>(), new Set<string>()];
	const turns = new Map<string, Promise<unknown>>();
	const spared = new Map<string, string>();
	const request: Request = async (url, method) => {
		const host = hostOf(url);
		const act = async (): Promise<Response | string> => {
			const why = spared.get(host);
			if (why !== undefined) return why;
			try {
				const signal = AbortSignal.timeout(SECONDS * 1000);
				const response = await fetch(url, { method, redirect: 'manual', signal, headers: { 'user-agent': AGENT } });
				heard.add(host);
				if (response.status === 429) spared.set(host, `${host} asks to be left alone for now`);
				return response;
			} catch {
				unheard.add(host);
				if (method === 'GET') spared.set(host, `${host} does not answer`);
				return `${host} does not answer`;
			}
		};
		const mine = turns.get(host)?.then(pause).then(act) ?? act();
		turns.set(host, mine);
		return mine;
	};
	return { request, heard, unheard };
}

/** HEAD, and GET where the host does not care for HEAD. The text of a page is not read. */
async function ask(url: string, request: Request): Promise<Response | string> {
	const head = await request(url, 'HEAD');
	if (typeof head !== 'string' && (head.ok || head.status === 429 || FORTH.has(head.status))) return head;
	const response = await request(url, 'GET');
	if (typeof response !== 'string') await response.body?.cancel();
	return response;
}

/** What has become of an address that was read on a day. */
async function fateOf(address: string, accessed: string, request: Request): Promise<Answer> {
	let url = address;
	let forGood = true;
	for (let hop = 0; hop <= HOPS; hop++) {
		const response = await ask(url, request);
		if (typeof response === 'string') return ['silent', response];
		const { status, headers } = response;
		const next = headers.get('location');
		if (FORTH.has(status) && next !== null) {
			if (!/^https?:/.test(URL.parse(next, url)?.href ?? '')) return ['silent', `it leads to ${next}`];
			forGood &&= status === 301 || status === 308;
			url = new URL(next, url).href;
			continue;
		}
		if (!response.ok) return [REFUSED[status] ?? 'silent', `it answers ${status}`];
		if (url !== address && new URL(url).pathname === '/' && new URL(address).pathname !== '/')
			return ['gone', `it leads to the front page of ${hostOf(url)}`];
		if (url !== address && forGood) return ['moved', `it has moved to ${url}`];
		const [changed = '', now = ''] = ['last-modified', 'date'].map((name) => dayOf(headers.get(name)));
		// A page that is made anew for each reader says that it changed just now.
		return changed > accessed && changed < now && accessed !== ''
			? ['changed', `it changed on ${changed}, and was read on ${accessed}`]
			: ['there', ''];
	}
	return ['silent', 'it leads in circles'];
}
const REFUSED: Readonly<Record<number, Answer[0]>> = {
	...{ 404: 'gone', 410: 'gone' },
	...{ 401: 'closed', 403: 'closed', 451: 'closed' },
};

function dayOf(header: string | null): string {
	const time = Date.parse(header ?? '');
	return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
}

/** The archived copy nearest to a day, or none; undefined where the archive does not say. */
async function copyOf(url: string, accessed: string, request: Request): Promise<readonly string[] | undefined> {
	const query = new URLSearchParams({ url, timestamp: accessed.replaceAll('-', '') });
	const response = await request(`https://${ARCHIVE}/wayback/available?${query}`, 'GET');
	if (typeof response === 'string') return undefined;
	try {
		const held = (await response.json()) as { archived_snapshots?: { closest?: { status?: string; url?: string } } };
		const { status, url: found } = held.archived_snapshots?.closest ?? {};
		const [, rest] = (status === '200' && COPY.exec(found ?? '')) || [];
		return rest === undefined ? [] : [`https:${rest}`];
	} catch {
		return undefined;
	}
}

/** Asks each address of the sources once what has become of it, and the archive for copies that are not on record. */
export async function askOnline(content: Content, online: Online): Promise<{ out: string; status: number }> {
	const { request, heard, unheard } = asker(online);
	const sources = [...content.homes.values()].filter(({ entry }) => entry.kind === 'source');
	const spots = sources.flatMap((home) =>
		['url', 'readAt', 'archived'].flatMap((key) => {
			const url = textAt(home, key);
			const place = () => content.locate({ kind: 'source', id: home.entry.id, path: [key] });
			return /^https?:/.test(url) && URL.canParse(url) ? [{ url, home, place }] : [];
		}),
	);
	const bare = sources.filter((home) => isBare(home) && URL.canParse(textAt(home, 'url')));
	const fates = new Map<string, Answer>();
	const copies = new Map<Home, string | undefined>();
	const tasks = [
		...[...Map.groupBy(spots, ({ url }) => url)].map(([url, [first]]) => ({
			host: hostOf(url),
			act: async () => fates.set(url, await fateOf(url, first ? textAt(first.home, 'accessed') : '', request)),
		})),
		...bare.map((home) => ({
			host: ARCHIVE,
			act: async () => {
				const found = await copyOf(textAt(home, 'url'), textAt(home, 'accessed'), request);
				if (found) copies.set(home, found[0]);
				if (found?.[0] !== undefined) online.save?.(home, found[0]);
			},
		})),
	];
	const queue = [...Map.groupBy(tasks, ({ host }) => host).values()];
	let done = 0;
	const work = async (): Promise<void> => {
		for (let next = queue.shift(); next; next = queue.shift())
			for (const { host, act } of next) {
				if (heard.size === 0 && unheard.size >= UNHEARD) return;
				await act();
				online.progress(++done, tasks.length, host);
			}
	};
	await Promise.all(Array.from({ length: HOSTS }, work));
	if (heard.size === 0 && tasks.length > 0)
		return { out: 'No host answers: there is no network here, so nothing was found out or written.\n', status: 1 };
	let lost = 0;
	const lines = spots.flatMap(({ url, home, place }) => {
		const [state, words] = fates.get(url) ?? ['silent', 'it was not asked'];
		if (state === 'there') return [];
		const copy = textAt(home, 'archived') || copies.get(home);
		const kept = copy === undefined || copy === url ? '' : `\n    archived copy: ${copy}`;
		if (state === 'gone' && kept === '') lost++;
		const { path, line, column } = place();
		return [`${printable(`${path}:${line}:${column}  ${state}  ${url}: ${words}`)}${kept}\n`];
	});
	const answers = [...fates.values()];
	const sums = STATES.map((one) => `${answers.filter(([state]) => state === one).length} ${one}`).join(', ');
	const asked = `${lines.sort().join('')}${fates.size} asked: ${sums}.\n`;
	const found = [...copies.values()].filter((copy) => copy !== undefined).length;
	const how = found === 0 ? '' : online.save ? ', written into archived' : ': --online --fix writes them into archived';
	const unasked = bare.length - copies.size;
	const rest = unasked === 0 ? '' : `; of ${unasked} the archive said nothing`;
	const archive = `Of ${bare.length} without an archived copy on record the archive has ${found}${how}${rest}.\n`;
	return { out: bare.length === 0 ? asked : asked + archive, status: lost > 0 ? 1 : 0 };
}

/** The text of a source with the address of its archived copy behind the day it was read. */
export function withCopy(text: string, copy: string): string {
	const line = `archived: ${JSON.stringify(copy)}`;
	const read = /^accessed:[^\r\n]*(\r?\n|$)/m;
	if (!read.test(text)) return `${text.trimEnd()}\n${line}\n`;
	return text.replace(read, (whole, end: string) => `${whole}${end ? '' : '\n'}${line}${end || '\n'}`);
}
