import { type Kind, kindRow, kinds } from '../../ledger/kinds.ts';
import { address } from '../../ledger/link.ts';
import { valueAt } from '../../ledger/problem.ts';
import { referring, textsAt } from '../../ledger/record-fields.ts';
import { csvRefers } from '../../ledger/schemas/series.ts';
import { undrawn } from '../../prose/letters.ts';
import { silentIn } from '../correction.ts';
import type { Home } from '../file.ts';
import { nodesOf, outlineOf } from '../outline.ts';
import { namedBy } from '../passage.ts';
import type { Finding } from '../position.ts';
import { type Desk, type Found, firstFit, isDraft, placeIn, type Reading, type Rules, textAt } from '../rule.ts';
import { UNWRITTEN } from '../unfinished.ts';

/** Fields that make two records one: the same address, name, or words. */
const marks: readonly (readonly [Kind, readonly string[], (home: Home) => string, Finding['severity']])[] = [
	['source', ['url'], (home) => textAt(home, 'url').replace(/\/$/, ''), 'warning'],
	['actor', ['name'], (home) => textAt(home, 'name'), 'error'],
	['place', ['name'], (home) => textAt(home, 'name'), 'error'],
	['term', ['term'], (home) => textAt(home, 'term').toLowerCase(), 'error'],
	['explainer', ['title'], (home) => textAt(home, 'title'), 'error'],
	['explainer', ['order'], (home) => String(valueAt(home.entry.data, ['order']) ?? ''), 'error'],
	['claim', ['statement'], (home) => `${textAt(home, 'statement')} ${textAt(home, 'measure')}`.trim(), 'error'],
];

/** A key with a value on one line; in front of it perhaps the hyphen of a list. */
const LINE = /^[ \t]*(?:- +)?(?:([\w-]+):[ \t]+)?(\S.*)$/gm;
/** The words of others may begin and end with marks of their own. */
const OTHERS: ReadonlySet<string> = new Set(['quote', 'text', 'reading', 'ownTitle', 'locator']);

const looks: readonly Reading[] = [
	[
		/^[“„‘][^“”„‘’"]*[”’]$/,
		'curly quotation marks are part of the text here, and readers would see them',
		'write the words without them, or between straight ones',
	],
	[
		/^[^"'[{|>&*!][^"]*"$/,
		'a quotation mark closes what was not opened, and readers would see it',
		'put one in front of the text too, or take this one out',
	],
	[
		/^(?!.*To be written)[^"'[{|>&*!#]\S*(?: #(?=\S)| +\S[^"]*? #)/,
		'what stands behind " #" is not read',
		'put the whole text in quotes: "…"',
	],
];

/** What share pictures say, by kind of record. */
const SHOWN: Readonly<Partial<Record<Kind, readonly string[]>>> = {
	ceasefire: ['name'],
	chart: ['title'],
	explainer: ['title', 'short'],
	map: ['title'],
	page: ['title'],
	site: ['title'],
};

/** In any field, in an address, and in the comment behind a value that a stub had to choose. */
const PATTERN = new RegExp(`${UNWRITTEN}|${UNWRITTEN.toLowerCase().replaceAll(' ', '-')}`, 'g');

/** The codes of languages that there are. */
const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** Every `kind/id` that is named in a record, in a row of a series or by a component. */
function usedRecords(desk: Desk): ReadonlySet<string> {
	const used = new Set<string>();
	const put = (kinds: readonly Kind[] = [], id: string) => {
		for (const kind of kinds) used.add(`${kind}/${id}`);
	};
	for (const { entry } of desk.content.homes.values()) {
		for (const { steps, refers } of referring(entry.kind))
			for (const [, id] of textsAt(entry.data, steps)) put(refers, id);
		for (const row of entry.rows ?? []) for (const [column, kind] of csvRefers) put([kind], row[column] ?? '');
	}
	const shown = new Set(nodesOf(desk.content.files, 'image', 'definition').map(({ node }) => node.url));
	for (const home of desk.records('source')) if (shown.has(textAt(home, 'image'))) used.add(`source/${home.entry.id}`);
	for (const { kind, id } of desk.uses.flatMap(namedBy)) put([kind], id);
	return used;
}

/** Two pages at one place in the reading order: told at the newer, or at both where nothing says which is. */
function* sameOrder(desk: Desk, pair: readonly [Home, Home]): Iterable<Found> {
	const taken = new Set(desk.records('explainer').map(({ entry }) => valueAt(entry.data, ['order'])));
	let free = 1;
	while (taken.has(free)) free++;
	const since = (home: Home): string => (isDraft(home.entry) ? 'draft' : textAt(home, 'published'));
	for (const [one, other] of [pair, pair.toReversed()] as [Home, Home][])
		if (since(one) >= since(other))
			yield [
				placeIn(desk, one, ['order']),
				`the explainer "${other.entry.id}" has the same order`,
				`write order: ${free}, which is free`,
			];
}

export const records: Rules = {
	*'duplicate-record'(desk) {
		const atAddress = new Map<string, Home>();
		for (const home of desk.content.homes.values()) {
			const { kind, id } = home.entry;
			const page = address(kind, id);
			const other = atAddress.get(page);
			const message = `the ${other?.entry.kind} "${id}" has the same address, ${page}`;
			if (other && page !== '/' && !page.includes('#'))
				yield [placeIn(desk, home, []), message, 'give one of them another id'];
			else atAddress.set(page, home);
		}
		for (const [kind, path, mark, severity] of marks) {
			const first = new Map<string, Home>();
			for (const home of desk.records(kind)) {
				const key = mark(home);
				if (key === '' || key.startsWith(UNWRITTEN)) continue;
				const other = first.get(key);
				const message = `the ${kind} "${other?.entry.id}" has the same ${path[0]}`;
				const fix = 'use that record, or say what sets this one apart';
				if (other && path[0] === 'order') yield* sameOrder(desk, [home, other]);
				else if (other) yield [placeIn(desk, home, path), message, fix, { severity }];
				else first.set(key, home);
			}
		}
	},

	*'plain-value'({ content }) {
		for (const { place, yaml, yamlStart, bodyStart, text } of content.files) {
			if (!yaml || yaml.faults.length > 0) continue;
			for (const { 0: whole, 1: key = '', 2: written = '', index } of text.slice(yamlStart, bodyStart).matchAll(LINE)) {
				const value = written.trimEnd();
				const [, ...found] = firstFit(looks, value)?.reading ?? [];
				// Lines that go on from the one before are not read so.
				if (found.length === 0 || OTHERS.has(key) || (key === '' && !/^[ \t]*- /.test(whole))) continue;
				const start = yamlStart + index + whole.lastIndexOf(value);
				yield [place(start, start + value.length), ...found];
			}
		}
	},

	*schema(desk) {
		for (const home of desk.records('source')) {
			const code = textAt(home, 'language');
			if (!/^[a-z]{2,3}$/.test(code) || languages.of(code) !== undefined) continue;
			const fix = 'write the code of the language: en, ar, tr, de, …';
			yield [placeIn(desk, home, ['language']), `no language has the code "${code}"`, fix];
		}
	},

	*'share-picture'({ content, records }) {
		for (const [kind, keys] of Object.entries(SHOWN) as [Kind, readonly string[]][])
			for (const home of records(kind))
				for (const key of keys) {
					const found = undrawn(textAt(home, key));
					if (!found) continue;
					const place = content.locate({ kind, id: home.entry.id, path: [key], offset: found.offset });
					const message = `the share picture cannot show "${found.character}": there is a gap in its place`;
					yield [place, message, 'write it in Latin, Greek or Cyrillic letters'];
				}
	},

	*'silent-change'(desk) {
		const { content, ledger } = desk;
		for (const { by, old, now, pages } of silentIn(desk)) {
			const paths = pages.map((page) => content.homes.get(page)?.file.path ?? page).join(' and ') || 'a page';
			const isClaim = 'claim' in by;
			const [kind, id] = isClaim ? (['claim', by.claim] as const) : (['series', by.series] as const);
			const row = isClaim ? -1 : (ledger.series.get(id)?.rows ?? []).findIndex(({ date }) => date === by.row);
			const path = isClaim ? [old.startsWith('source ') ? 'source' : 'quantity'] : [];
			const named = isClaim ? `claim: ${id}` : `series: ${id}, row: "${by.row}"`;
			yield [
				content.locate(row < 0 ? { kind, id, path } : { kind, id, path, row, column: 'value' }),
				`"${id}" was published as "${old}" and now says "${now}", and no correction tells readers so`,
				`add to the corrections of ${paths}: date, what, why, ${named}, old: "${old}", new: "${now}"; npm run new -- correction ${id} writes it there`,
			];
		}
	},

	*stub({ content, records }) {
		const drafts = new Set(records('explainer').flatMap(({ entry, file }) => (isDraft(entry) ? [file.path] : [])));
		const held = Map.groupBy(content.unfinished.values(), ({ path }) => path);
		for (const file of content.files) {
			const told = new Set<unknown>();
			for (const { index } of file.text.matchAll(PATTERN)) {
				const place = file.place(index, index + UNWRITTEN.length);
				// A record that waits is told of once: there is much to write in it.
				const record = held.get(file.path)?.find(({ from, to }) => place.line >= from && place.line < to);
				if (record && told.has(record)) continue;
				told.add(record);
				const all = ', and all that is still to be written in this record; it stays out of the site until then';
				const severity = drafts.has(file.path) ? 'warning' : 'error';
				yield [place, 'this text is still that of the stub', `write it${record ? all : ''}`, { severity }];
			}
		}
	},

	*'unused-record'(desk) {
		// While files cannot be read, what uses a record may be in one of them.
		const unread = desk.content.files.some((file) => outlineOf(file).fault);
		if (desk.content.problems.length > 0 || unread) return;
		const used = usedRecords(desk);
		for (const home of kinds.filter((one) => kindRow(one).served).flatMap(desk.records)) {
			const { kind, id } = home.entry;
			if (used.has(`${kind}/${id}`)) continue;
			const place = placeIn(desk, home, home.prefix.length > 0 ? ['id'] : []);
			yield [place, `nothing uses the ${kind} "${id}"`, 'use it or remove it', { record: `${kind}/${id}` }];
		}
	},
};
