import { formatDate } from '../../ledger/date.ts';
import { endWords, held, heldWords } from '../../ledger/duration.ts';
import type { Ceasefire } from '../../ledger/ledger.ts';
import type { Point } from '../figure.ts';

/** Headings under which the timeline sets ceasefires apart. */
export const headings = {
	idlib: 'Covers Idlib, wholly or in part',
	elsewhere: 'Elsewhere in Syria: does not cover Idlib',
} as const;

/** The heading under which a ceasefire stands. */
export const headingOf = ({ coversIdlib }: Ceasefire): string =>
	coversIdlib === 'no' ? headings.elsewhere : headings.idlib;

/** `data-point` of a ceasefire's bar. */
export const pointId = (ceasefire: Ceasefire): string => `${ceasefire.id}@${ceasefire.inForce}`;

/** "6 March 2020 to 27 November 2024", "from 10 January 2019, end not known". */
function spanWords(ceasefire: Ceasefire): string {
	const start = formatDate(ceasefire.inForce);
	const end = endWords(ceasefire);
	return end === 'not known' ? `from ${start}, end not known` : `${start} to ${end}`;
}

/** The mark of one ceasefire: how many days it held. */
export function pointOf(ceasefire: Ceasefire): Point {
	const length = held(ceasefire);
	const known = length.type === 'known' ? length : undefined;
	return {
		id: pointId(ceasefire),
		group: headingOf(ceasefire),
		date: ceasefire.inForce,
		value: known ? known.days : null,
		qualifier: known ? (known.about ? 'about' : 'exactly') : 'not given',
		text: `${ceasefire.name}: ${spanWords(ceasefire)} (${heldWords(ceasefire)})`,
		source: ceasefire.sources[0] ?? '',
	};
}
