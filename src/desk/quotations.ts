import type { Kind } from '../ledger/kinds.ts';
import type { SeedFile } from '../ledger/ledger.ts';
import { valueAt } from '../ledger/problem.ts';
import { partsWord } from '../ledger/quote.ts';
import { textsAt } from '../ledger/record-fields.ts';
import { remember } from '../ledger/remember.ts';
import { nearest } from '../ledger/suggest.ts';
import type { Passage } from './passage.ts';
import { type Desk, textAt } from './rule.ts';
import { within } from './words.ts';

/** Where records hold the words of others, names included. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
	source: ['title', 'english', 'clauses.*', 'slips.*.reading'],
	claim: ['quote'],
	actor: ['name', 'variants.*.text'],
	place: ['name', 'variants.*.text'],
	ceasefire: ['name'],
};

/** As quotations are compared: white space, case and the form of the marks aside. */
const plain = (text: string): string =>
	text
		.replace(/[‘’]/g, "'")
		.replace(/[“”„«»]/g, '"')
		.replace(/\s+/g, ' ')
		.toLowerCase();

function isIn(text: string, words: string): boolean {
	for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1))
		if (!partsWord(text, at) && !partsWord(text, at + words.length)) return true;
	return false;
}

/** The parts of a quotation, without its marks, its last point and what is left out or printed by a reference. */
const partsOf = (quoted: string): readonly string[] =>
	plain(quoted)
		.split(/\[[^\]]*\]|…|\uFFFC/)
		.map((part) => part.replace(/^[\s".,;:!?]+|[\s".,;:!?]+$/g, ''))
		.filter((part) => part !== '');

/** Kinds of records that name the source of what they say. */
const TOLD: ReadonlySet<Kind> = new Set(['source', 'claim', 'series', 'ceasefire', 'actor', 'place', 'map']);

/** true for words of a record that names an outside source: what they quote is known by them. */
export function isRecord({ content }: Desk, { kind, id }: Passage): boolean {
	const home = content.homes.get(`${kind}/${id}`);
	const source = home && content.homes.get(`source/${textAt(home, 'source')}`);
	return TOLD.has(kind) && (!source || textAt(source, 'seed') === '');
}

const seedText = remember(({ text }: SeedFile): string => plain(text), new WeakMap());

/** Whether words between quotation marks stand in a report in seeds/. */
export const isInSeed = ({ content }: Desk, quoted: string): boolean =>
	partsOf(quoted).every((part) => [...content.all.seeds.values()].some((seed) => isIn(seedText(seed), part)));

/** Quotations that stand neither in a seed nor in what a record quotes, nor are listed as a term; each with the nearest words that do. */
export function* unknownQuotations(
	desk: Desk,
): Iterable<readonly [Passage, start: number, end: number, near: string | undefined]> {
	const seeds = [...desk.content.all.seeds.values()].map(({ text }) => text);
	const told = [...desk.content.homes.values()].flatMap(({ entry: { kind, data } }) =>
		(OTHERS[kind] ?? []).flatMap((steps) => [...textsAt(data, steps.split('.'))].map(([, text]) => text)),
	);
	const written = desk.passages.filter((passage) => isRecord(desk, passage));
	const quoted = written.flatMap(({ text, quotations }) => quotations.map((span) => text.slice(...span)));
	const named = desk.records('site').flatMap(({ entry: { data } }) => Object.values(valueAt(data, ['seeds']) ?? {}));
	const all = [...seeds, ...told, ...quoted, ...named.map(String), ...desk.content.names];
	const known = all.map(plain);
	for (const passage of desk.passages) {
		if (passage.inside.includes('Quote') || isRecord(desk, passage)) continue;
		const whole = passage.marks.filter(({ by }) => by === 'Quote').map(({ start, end }) => [start, end] as const);
		for (const [start, end] of passage.quotations) {
			// An attribute of a tag that is no tag is told of as such.
			if (within(whole, start, end) || passage.text[start - 1] === '=') continue;
			const missing = partsOf(passage.text.slice(start, end)).find((part) => !known.some((text) => isIn(text, part)));
			if (missing !== undefined) yield [passage, start, end, nearest(missing, windowsOf(all, missing))];
		}
	}
}

/** Every run of about so many words in the texts. */
function* windowsOf(texts: readonly string[], like: string): Iterable<string> {
	const { length } = like.split(' ');
	for (const text of texts) {
		const words = text.replace(/\s+/g, ' ').split(' ');
		for (const size of [length, length + 1, length - 1])
			for (let at = 0; size > 0 && at + size <= words.length; at++)
				yield words
					.slice(at, at + size)
					.join(' ')
					.replace(/^["“„«(]+|["”».,;:!?)]+$/g, '');
	}
}
