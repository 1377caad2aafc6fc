import { formatDate } from '../../ledger/date.ts';
import { dayRange, endWords, held, heldWords, knownWords } from '../../ledger/duration.ts';
import { type Ceasefire, type Ledger, siteOf } from '../../ledger/ledger.ts';
import type { Cell, Drawn, Figure, Point } from '../figure.ts';
import { circle, rect } from '../marks.ts';
import type { KeyItem } from '../rows.ts';
import { dateCell, type Part, sourceCell, tableFrom, textCell } from '../table.ts';
import { spanOf } from './span.ts';

/** `data-point` of a ceasefire's bar. */
export const pointId = (ceasefire: Ceasefire): string => `${ceasefire.id}@${ceasefire.inForce}`;

/** The heading under which a ceasefire stands. */
export function headingOf(ledger: Ledger, { covers }: Ceasefire): string {
	const { name, elsewhere } = siteOf(ledger).area;
	return covers === 'no'
		? `${elsewhere}: truces that do not cover ${name}`
		: `Truces that cover ${name}, wholly or in part`;
}

/** How long it held, in few words. */
export function shortHeld(ceasefire: Ceasefire): string {
	const length = held(ceasefire);
	return length.type === 'open' ? 'end not known' : knownWords(length);
}

/** The mark of one ceasefire: how many days it held. */
export function pointOf(ledger: Ledger, ceasefire: Ceasefire): Point {
	const length = held(ceasefire);
	const [start, end] = [formatDate(ceasefire.inForce), endWords(ceasefire)];
	const span = end === 'not known' ? `from ${start}, end not known` : `${start} to ${end}`;
	return {
		id: pointId(ceasefire),
		group: headingOf(ledger, ceasefire),
		date: ceasefire.inForce,
		value: length.type === 'known' ? length.days : null,
		qualifier: length.type === 'known' ? (length.about ? 'about' : 'exactly') : 'not given',
		text: `${ceasefire.name}: ${span} (${heldWords(ceasefire)})`,
		source: ceasefire.sources[0] ?? '',
	};
}

export const endCell = (ceasefire: Ceasefire): Cell => ({ value: ceasefire.ended ?? null, text: endWords(ceasefire) });

/** Days in force; where the dates leave room, the fewest and the most. */
export function heldCell(ceasefire: Ceasefire): Cell {
	const length = held(ceasefire);
	return length.type === 'known' ? { value: length.days, text: dayRange(length) } : { value: null, text: 'not known' };
}

/** The first source of a record; the others stand on its own page. */
export const sourcePart = (ledger: Ledger): Part<{ readonly sources: readonly string[] }> => [
	...(['source', 'First source', 'text'] as const),
	({ sources }) => sourceCell(ledger, sources[0]),
];

/** The dates are our own reading of many sources, under the site's licence; series bring theirs. */
export const licencesOf = (ledger: Ledger, series: readonly string[] = []): readonly string[] => [
	...new Set([
		`dates put together by this site from the sources named, ${siteOf(ledger).licence}`,
		...series.flatMap((id) => ledger.series.get(id)?.licence ?? []),
	]),
];

/** What a pale piece of a bar means. */
export const PALE = 'start or end uncertain';

/** Whether the bar of any of them has a pale piece. */
export const isRough = (ceasefires: readonly Ceasefire[]): boolean =>
	ceasefires.map(spanOf).some(({ start, end }) => end && !(start.hard && end.hard));

/** The ring of one whose end nobody knows, as a sample in a key. */
export const ring =
	(point?: string): KeyItem['sample'] =>
	(x, y) => [circle('tl-open tl-quiet', { x: x + 5, y }, 4.5, point)];

/** The key to the rings, where there are any. */
export const openKey = (ceasefires: readonly Ceasefire[]): readonly KeyItem[] =>
	ceasefires.some((one) => spanOf(one).end === null) ? [{ words: 'end not known', lead: 10, sample: ring() }] : [];

/** The key to the pale pieces of bars, where there are any. */
export const paleKey = (ceasefires: readonly Ceasefire[]): readonly KeyItem[] => {
	const box = (x: number, y: number) => ({ x, y: y - 6, width: 10, height: 12 });
	const sample: KeyItem['sample'] = (x, y) => [rect('tl-bar tl-quiet tl-rough', box(x, y))];
	return isRough(ceasefires) ? [{ words: PALE, lead: 10, sample }] : [];
};

/** What a reader must know to read a drawing of ceasefires rightly. */
export function notesOf(ceasefires: readonly Ceasefire[]): Figure['notes'] {
	const names = (wanted: (ceasefire: Ceasefire) => unknown): string =>
		ceasefires
			.filter(wanted)
			.map(({ name }) => name)
			.join('; ');
	const open = names((one) => spanOf(one).end === null);
	const other = names(({ otherStart }) => otherStart);
	const all: readonly (readonly [when: boolean, heading: string, text: string])[] = [
		[
			true,
			'How long it held',
			'Days from the day a ceasefire took effect to the day it ended, whether or not it was kept in between. A bar shows that a ceasefire stood on paper; it does not show that nobody fired.',
		],
		[
			ceasefires.some((one) => spanOf(one).end?.hard === false),
			'Ends that are only roughly known',
			'A bar is full for as long as the ceasefire surely stood and faded over the time in which it ended. An end known to the month covers that whole month; where a source gives a marker rather than an end, fifteen days to each side of it are faded; of a length, the fifteen before it. No bar is drawn too short to be seen.',
		],
		[
			other !== '',
			'Two starts',
			`Where brokers announced different starts, the bar is faded between them, and the days in force are counted from each. ${other}.`,
		],
		[
			open !== '',
			'No known end',
			`A ring stands for it, and nothing is drawn with a length. No end was found for: ${open}.`,
		],
	];
	return all.filter(([when]) => when).map(([, heading, text]) => ({ heading, text }));
}

const covers = { yes: 'yes', partly: 'in part', no: 'no' } as const;

/** Completes a drawing of ceasefires, one mark each: a row for each, with its dates as recorded, its days as a range. */
export const ofCeasefires = (
	ledger: Ledger,
	shown: readonly Ceasefire[],
	scene: Drawn['scene'],
	caption = 'Ceasefires, in the order in which they took effect',
): Drawn => ({
	scene,
	table: tableFrom(caption, shown, pointId, [
		['name', 'Ceasefire', 'text', ({ name }) => textCell(name)],
		['agreed', 'Agreed', 'date', ({ agreed }) => dateCell(agreed)],
		['date', 'In force', 'date', ({ inForce }) => dateCell(inForce)],
		['ended', 'Ended', 'date', endCell],
		['value', 'Held', 'number', heldCell, { unit: 'days' }],
		['covers', `Covers ${siteOf(ledger).area.name}`, 'text', (one) => textCell(covers[one.covers], one.covers)],
		sourcePart(ledger),
	]),
	points: shown.map((one) => pointOf(ledger, one)),
	sources: [...new Set(shown.flatMap(({ sources }) => sources))],
	licences: licencesOf(ledger),
	notes: notesOf(shown),
});
