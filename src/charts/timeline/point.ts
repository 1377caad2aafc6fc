import { formatDate } from '../../ledger/date.ts';
import { endWords, held, heldWords } from '../../ledger/duration.ts';
import type { Ceasefire, Site } from '../../ledger/ledger.ts';
import type { Point } from '../figure.ts';

/** What the site's area is called. */
export type Area = Site['area'];

/** Headings under which the timeline sets ceasefires apart. */
export const headings = ({ name, elsewhere }: Area): readonly string[] => [
	`Covers ${name}, wholly or in part`,
	`${elsewhere}: does not cover ${name}`,
];

/** The heading under which a ceasefire stands. */
export const headingOf = (area: Area, { covers }: Ceasefire): string => headings(area)[covers === 'no' ? 1 : 0] ?? '';

/** `data-point` of a ceasefire's bar. */
export const pointId = (ceasefire: Ceasefire): string => `${ceasefire.id}@${ceasefire.inForce}`;

/** "6 March 2020 to 27 November 2024", "from 10 January 2019, end not known". */
function spanWords(ceasefire: Ceasefire): string {
	const start = formatDate(ceasefire.inForce);
	const end = endWords(ceasefire);
	return end === 'not known' ? `from ${start}, end not known` : `${start} to ${end}`;
}

/** The mark of one ceasefire: how many days it held. */
export function pointOf(area: Area, ceasefire: Ceasefire): Point {
	const length = held(ceasefire);
	const known = length.type === 'known' ? length : undefined;
	return {
		id: pointId(ceasefire),
		group: headingOf(area, ceasefire),
		date: ceasefire.inForce,
		value: known ? known.days : null,
		qualifier: known ? (known.about ? 'about' : 'exactly') : 'not given',
		text: `${ceasefire.name}: ${spanWords(ceasefire)} (${heldWords(ceasefire)})`,
		source: ceasefire.sources[0] ?? '',
	};
}
