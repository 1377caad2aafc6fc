import { findNumbers } from '../ledger/number.ts';
import { parseQuantity } from '../ledger/quantity.ts';
import type { Use } from './passage.ts';
import { type Place, topOf } from './position.ts';
import type { Content } from './read.ts';
import { printable } from './terminal.ts';
import { viewsOf } from './views.ts';

/** Something that holds what was looked for. */
export interface Hit {
	readonly place: Place;
	/** claim, series, prose, use (of a claim or row that was found: Claim, Value, Accounts), seed. */
	readonly what: string;
	readonly text: string;
}

/** Everything that holds a figure ("78", "1.4 million") or a text: claims, rows of series, sources, prose and seeds; by file and line. */
export function find(content: Content, wanted: string): readonly Hit[] {
	const query = wanted.trim();
	const number = parseQuantity(query)?.value;
	const hasNumber = (text: string) => number !== undefined && findNumbers(text).some(({ value }) => value === number);
	const lower = query.toLowerCase();
	const holds = (text: string) => (number === undefined ? text.toLowerCase().includes(lower) : hasNumber(text));
	const { passages, uses } = viewsOf(content);
	const hits: Hit[] = [];
	const claims = new Set<string>();
	const accounts = new Set<string>();
	const rows = new Set<string>();
	const at = (kind: 'claim' | 'series', id: string, path: readonly string[], row?: number): Place =>
		content.locate({ kind, id, path, ...(row === undefined ? {} : { row, column: 'value' }) });
	for (const { entry } of content.homes.values()) {
		const data = (entry.data ?? {}) as Readonly<Record<string, unknown>>;
		if (entry.kind === 'claim') {
			const quantity = (data['quantity'] ?? {}) as Readonly<Record<string, unknown>>;
			const words = [data['statement'], data['quote']].filter((text) => typeof text === 'string');
			if (
				(number !== undefined && (quantity['value'] === number || quantity['upper'] === number)) ||
				words.some(holds)
			) {
				claims.add(entry.id);
				accounts.add(JSON.stringify([data['about'], data['measure']]));
				hits.push({
					place: at('claim', entry.id, ['statement']),
					what: `claim ${entry.id}`,
					text: typeof data['statement'] === 'string' ? data['statement'] : '',
				});
			}
		}
		for (const [row, cells] of (entry.rows ?? []).entries()) {
			if (number === undefined || Number(cells['value'] || Number.NaN) !== number) continue;
			rows.add(`${entry.id} ${cells['date']}`);
			hits.push({
				place: at('series', entry.id, [], row),
				what: `series ${entry.id}`,
				text: `${cells['date']}: ${cells['value']}`,
			});
		}
	}
	for (const { text, place, kind, path } of passages) {
		if (kind === 'claim' && path[0] === 'statement') continue;
		if (holds(text)) hits.push({ place: place(0), what: 'prose', text });
	}
	for (const { entry, file } of content.homes.values()) {
		if (entry.kind !== 'source' || number !== undefined) continue;
		const { title, url, archived } = (entry.data ?? {}) as Readonly<Record<string, unknown>>;
		const text = [title, url, archived].find((part): part is string => typeof part === 'string' && holds(part));
		if (text !== undefined) hits.push({ place: topOf(file.path), what: `source ${entry.id}`, text });
	}
	for (const use of uses) {
		const value = (name: string) => use.attributes.get(name)?.value ?? '';
		const shows =
			(use.name === 'Claim' && claims.has(value('id'))) ||
			accounts.has(JSON.stringify([value('about'), value('measure')])) ||
			rows.has(`${value('series')} ${value('date')}`) ||
			value('claims')
				.split(',')
				.some((id) => claims.has(id.trim()));
		if (shows) hits.push({ place: use.place, what: 'use', text: wordsAround(use) });
	}
	for (const [name, { text }] of content.all.seeds) {
		for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
			if (holds(line))
				hits.push({ place: { path: `seeds/${name}`, line: index + 1, column: 1 }, what: 'seed', text: line });
		}
	}
	hits.push(...namedIn(content, query, new Set(hits.map(({ place }) => `${place.path}:${place.line}`))));
	const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
	return hits.sort((a, b) => order(a.place.path, b.place.path) || a.place.line - b.place.line);
}

/** Where the id of a record stands: in its own file, and wherever it is named. */
function namedIn({ homes, files }: Content, id: string, known: ReadonlySet<string>): readonly Hit[] {
	if (![...homes.values()].some(({ entry }) => entry.id === id)) return [];
	const word = new RegExp(`(?<![\\w-])${id}(?![\\w-])`);
	const own = [...homes.values()].filter(({ entry, prefix }) => entry.id === id && prefix.length === 0);
	const homesOf = own.map(({ file: { path }, entry }) => ({
		place: topOf(path),
		what: entry.kind,
		text: `the record ${id}`,
	}));
	const lines = files.flatMap(({ path, text }) =>
		text.split(/\r\n|\n|\r/).flatMap((line, at) => {
			const column = line.search(word) + 1;
			if (column === 0 || known.has(`${path}:${at + 1}`)) return [];
			const what = /^\s*- id:/.test(line) ? 'record' : 'use';
			return [{ place: { path, line: at + 1, column }, what, text: line.trim() }];
		}),
	);
	return [...homesOf, ...lines];
}

/** Characters shown in front of a use and from its start on. */
const BEFORE = 60;
const FROM = 100;

function wordsAround({ file, place: { line, column } }: Use): string {
	const text = file.lines.text(line);
	const start = Math.max(0, column - 1 - BEFORE);
	return `${start > 0 ? '…' : ''}${text.slice(start, column - 1 + FROM).trim()}${column - 1 + FROM < text.length ? '…' : ''}`;
}

const LONGEST = 170;

/** The hits as lines of text: place, what it is, the words. */
export function formatHits(hits: readonly Hit[], wanted: string): string {
	if (hits.length === 0) return `nothing holds "${printable(wanted)}"\n`;
	const rows = hits.map(({ place, what, text }) => {
		const plain = printable(text.replace(/\s+/g, ' ').replaceAll('\uFFFC', '…'));
		return `${place.path}:${place.line}  ${what}  ${plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain}`;
	});
	return `${rows.join('\n')}\n`;
}
