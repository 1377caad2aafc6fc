import { formatDate } from '../../ledger/date.ts';
import { held, heldWords } from '../../ledger/held.ts';
import type { Ceasefire } from '../../ledger/ledger.ts';
import type { Point } from '../figure.ts';

/** Headings under which the timeline sets ceasefires apart. */
export const headings = {
	idlib: 'Covers Idlib, wholly or in part',
	elsewhere: 'Elsewhere in Syria: does not cover Idlib',
} as const;

export const headingOf = ({ coversIdlib }: Ceasefire): string =>
	coversIdlib === 'no' ? headings.elsewhere : headings.idlib;

/** `data-point` of a ceasefire's bar. */
export const pointId = (ceasefire: Ceasefire): string => `${ceasefire.id}@${ceasefire.inForce}`;

/** "6 March 2020 to 27 November 2024", "from 10 January 2019, end not known". */
function spanWords({ inForce, ended, endedCertainty }: Ceasefire): string {
	if (ended === undefined || endedCertainty === 'unknown') return `from ${formatDate(inForce)}, end not known`;
	const about = endedCertainty === 'about' && !formatDate(ended).startsWith('about') ? 'about ' : '';
	return `${formatDate(inForce)} to ${about}${formatDate(ended)}`;
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
