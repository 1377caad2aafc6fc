import { parseDate } from '../ledger/date.ts';
import { findNumbers } from '../ledger/number.ts';
import { parseQuantity } from '../ledger/quantity.ts';
import { ID } from '../ledger/schemas/fields.ts';
import { calledIn } from '../ledger/suggest.ts';
import { viewsOf } from './outline.ts';
import { attributeOf, namedBy } from './passage.ts';
import { byPlace, type Place, spotOf, topOf } from './position.ts';
import type { Content } from './read.ts';
import { leavesOf, textOf } from './rule.ts';
import { printable } from './terminal.ts';

/** Something that holds what was looked for. */
export interface Hit {
	readonly place: Place;
	/** The record that holds it; prose, seed; use (of a claim or row that was found, or of an id). */
	readonly what: string;
	readonly text: string;
}

/** Everything that holds a figure ("78", "1.4 million"), a text or an id: records, rows, pages and seeds; by file and line. */
export function find(content: Content, wanted: string): readonly Hit[] {
	const query = wanted.trim();
	const number = parseQuantity(query)?.value;
	const holds = (part: unknown): boolean => {
		if (typeof part !== 'string') return part === number && number !== undefined;
		if (number === undefined) return part.toLowerCase().includes(query.toLowerCase());
		return !ID.test(part) && !parseDate(part).ok && findNumbers(part).some(({ value }) => value === number);
	};
	const hits: Hit[] = [];
	/** Ids of claims, subjects of accounts and rows that were found: what shows them is found too. */
	const found = new Set<string>();
	for (const { entry } of content.homes.values()) {
		const { kind, id, data, rows = [] } = entry;
		const parts = [...leavesOf(data)].filter(([, part]) => holds(part));
		const isClaim = kind === 'claim' && parts.length > 0;
		const what = `${kind} ${id}`;
		for (const [path, part] of isClaim ? parts.slice(0, 1) : parts)
			hits.push({ place: content.locate({ kind, id, path }), what, text: isClaim ? calledIn(data) : String(part) });
		if (isClaim) found.add(id).add(`${textOf(data, 'about')} ${textOf(data, 'measure')}`);
		for (const [row, { date, value }] of rows.entries()) {
			if (number === undefined || Number(value || Number.NaN) !== number) continue;
			found.add(`${id} ${date}`);
			const place = content.locate({ kind, id, path: [], row, column: 'value' });
			hits.push({ place, what, text: `${date}: ${value}` });
		}
	}
	const { passages, uses } = viewsOf(content);
	for (const { text, place, path } of passages)
		if (path[0] === 'body' && holds(text)) hits.push({ place: place(0), what: 'prose', text });
	for (const use of uses) {
		const [about, measure, series, date] = ['about', 'measure', 'series', 'date'].map((name) => attributeOf(use, name));
		const claims = namedBy(use).flatMap(({ kind, id }) => (kind === 'claim' ? [id] : []));
		if (![`${about} ${measure}`, `${series} ${date}`, ...claims].some((one) => found.has(one))) continue;
		const text = around(use.source.file.lines.text(use.place.line), use.place.column - 1);
		hits.push({ place: use.place, what: 'use', text });
	}
	for (const [name, { text }] of content.all.seeds)
		for (const [index, line] of text.split(/\r\n|\n|\r/).entries())
			if (holds(line))
				hits.push({ place: { path: `seeds/${name}`, line: index + 1, column: 1 }, what: 'seed', text: line });
	hits.push(...namedIn(content, query, new Set(hits.map(({ place }) => spotOf(place)))));
	return hits.sort((a, b) => byPlace(a.place, b.place));
}

/** Where the id of a record stands: in its own file, and wherever it is named. */
function namedIn({ homes, files }: Content, id: string, known: ReadonlySet<string>): readonly Hit[] {
	const own = [...homes.values()].filter(({ entry }) => entry.id === id);
	if (own.length === 0) return [];
	const word = new RegExp(`(?<![\\w-])${id}(?![\\w-])`);
	const lines = files.flatMap(({ path, text }) =>
		text.split(/\r\n|\n|\r/).flatMap((line, at) => {
			const column = line.search(word) + 1;
			if (column === 0 || known.has(`${path}:${at + 1}`)) return [];
			const what = /^\s*- id:/.test(line) ? 'record' : 'use';
			return [{ place: { path, line: at + 1, column }, what, text: line.trim() }];
		}),
	);
	const alone = own.filter(({ prefix }) => prefix.length === 0);
	return [
		...alone.map(({ file, entry }) => ({ place: topOf(file.path), what: entry.kind, text: `the record ${id}` })),
		...lines,
	];
}

/** The words of a line around a spot. */
const around = (line: string, at: number): string => {
	const [from, to] = [Math.max(0, at - 60), at + 100];
	return `${from > 0 ? '…' : ''}${line.slice(from, to).trim()}${to < line.length ? '…' : ''}`;
};

const LONGEST = 170;

/** The hits as lines of text: place, what it is, the words. */
export function formatHits(hits: readonly Hit[], wanted: string): string {
	if (hits.length === 0) return `nothing holds "${printable(wanted)}"\n`;
	const rows = hits.map(({ place, what, text }) => {
		const plain = printable(text.replace(/\s+/g, ' ').replaceAll('\uFFFC', '…'));
		return `${printable(spotOf(place))}  ${what}  ${plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain}`;
	});
	return `${rows.join('\n')}\n`;
}
