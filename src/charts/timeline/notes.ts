import { type Ceasefire, type Ledger, siteOf } from '../../ledger/ledger.ts';
import type { Figure } from '../figure.ts';
import { spanOf } from './span.ts';

/** Sources of all, each once, in order of first use. */
export const sourcesOf = (ceasefires: readonly Ceasefire[]): readonly string[] => [
	...new Set(ceasefires.flatMap(({ sources }) => sources)),
];

/** The dates are our own reading of many sources, under the site's licence; series bring theirs. */
export const licencesOf = (ledger: Ledger, series: readonly string[] = []): readonly string[] => [
	...new Set([
		`dates put together by this site from the sources named, ${siteOf(ledger).licence}`,
		...series.flatMap((id) => ledger.series.get(id)?.licence ?? []),
	]),
];

/** What is drawn, and what the marks of ends mean that do not explain themselves, of those that occur. */
export function subtitleOf(what: string, ceasefires: readonly Ceasefire[]): string {
	const ends = ceasefires.map((one) => spanOf(one).end);
	const words = [
		what,
		...(ends.some((end) => end && !end.hard) ? ['a bar breaks into stripes where its end is known only roughly'] : []),
		...(ends.some((end) => end === null) ? ['a ring where no end is known'] : []),
	];
	return words.join('; ');
}

/** What a reader must know to read a drawing of ceasefires rightly. */
export function notes(ceasefires: readonly Ceasefire[]): Figure['notes'] {
	const spans = ceasefires.map((ceasefire) => ({ ceasefire, span: spanOf(ceasefire) }));
	const open = spans.filter(({ span }) => span.end === null).map(({ ceasefire }) => ceasefire.name);
	const rough = spans.filter(({ span }) => span.end && !span.end.hard).length;
	const other = ceasefires.filter(({ otherStart }) => otherStart).map(({ name }) => name);
	return [
		{
			heading: 'How long it held',
			text: 'Days from the day a ceasefire took effect to the day it ended, whether or not it was kept in between. A bar shows that a ceasefire stood on paper; it does not show that nobody fired.',
		},
		...(rough > 0
			? [
					{
						heading: 'Ends that are only roughly known',
						text: 'A bar that breaks up into stripes ended somewhere along them. An end known to the month covers that whole month; where a source gives a marker rather than an end, the stripes reach fifteen days to each side of it. Stripes are never drawn too narrow to be seen.',
					},
				]
			: []),
		...(other.length > 0
			? [
					{
						heading: 'Two starts',
						text: `Where brokers announced different starts, the bar breaks into stripes between them, and the days in force are counted from each. ${other.join('; ')}.`,
					},
				]
			: []),
		...(open.length > 0
			? [
					{
						heading: 'No known end',
						text: `A ring stands for it, and nothing is drawn with a length. No end was found for: ${open.join('; ')}.`,
					},
				]
			: []),
	];
}
