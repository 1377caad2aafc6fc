import type { AccountChart } from '../accounts.ts';
import { bindFigures } from '../bind.ts';
import { arrow, interval, openSide } from '../open-end.ts';
import { boxOf, label, linesWidth } from '../plot.ts';
import { round, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { wrap } from '../text.ts';
import { capital } from '../words.ts';

const ends = (range: NonNullable<AccountChart['range']>, x: (value: number) => number) => {
	const { low, high } = range.ends;
	const least = low.quantity?.value ?? 0;
	return {
		low: round(x(least)),
		high: round(x(high.quantity?.upper ?? high.quantity?.value ?? least)),
		down: openSide(low.quantity?.qualifier ?? 'exactly') === 'left',
		up: openSide(high.quantity?.qualifier ?? 'exactly') === 'right',
	};
};

/** The range of the accounts that stand, above the scale: in words and as a bracket. */
export function rangeHead(
	{ range }: AccountChart,
	counted: string,
	x: (value: number) => number,
	size: Size,
	top: number,
	right: number,
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
	if (!range) {
		const text = label('ch-range', size, [counted], { x: right, y: top + size.text }, 'end', 'bold');
		return { shapes: [text], bottom: top + size.lineHeight + 4 };
	}
	const { low, high, down, up } = ends(range, x);
	const words = wrap(`${capital(counted)}, latest counts: ${bindFigures(range.words)}`, right, size.text, 'bold');
	const half = linesWidth(words, size, 'bold') / 2;
	const middle = Math.max(half, Math.min(right - half, (low + high) / 2));
	const text = label('ch-range', size, words, { x: middle, y: top + size.text }, 'middle', 'bold');
	const y = round(boxOf(text).y + boxOf(text).height + 5);
	const shapes: readonly Shape[] = [
		text,
		interval(low, high, y),
		...(up ? [arrow(high, y, 'right')] : []),
		...(down ? [arrow(low, y, 'left', 12)] : []),
	];
	return { shapes: [{ type: 'group', role: 'ch-series-1', shapes }], bottom: y + 10 };
}

/** The same range as one band behind all rows that give a number. */
export function rangeBand(
	{ range }: AccountChart,
	x: (value: number) => number,
	top: number,
	bottom: number,
	right: number,
): readonly Shape[] {
	if (!range) return [];
	const { low, high, up } = ends(range, x);
	const width = round((up ? right : high) - low);
	return [{ type: 'rect', role: 'ch-band', x: low, y: round(top), width, height: round(bottom - top) }];
}
