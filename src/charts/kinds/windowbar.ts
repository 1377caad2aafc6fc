import type { PointDate } from '../../ledger/date.ts';
import { hatch } from '../hatch.ts';
import type { Box } from '../label-placement.ts';
import { round, type Shape } from '../scene.ts';
import type { Window } from '../windows.ts';

const rough = (date: PointDate): boolean => date.precision !== 'day' || date.approximate || date.uncertain;

/** Whether a period begins or ends on a day that its source does not give. */
export const roughly = ({ from, to }: Window): boolean => rough(from) || rough(to);

/**
 * A figure as one box: as wide as the whole span that the words of its source can cover, as high as it is. Where the
 * source gives a month and no day, that month is hatched inside the box: the period begins or ends somewhere in it.
 */
export function windowBox(window: Window, at: (time: number) => number, top: number, height: number): readonly Shape[] {
	const part = (from: number, to: number): Box => ({
		x: round(from),
		y: round(top),
		width: round(to - from),
		height: round(height),
	});
	const [a, d] = [at(window.from.min), Math.max(at(window.from.min) + 3, at(window.to.max))];
	const b = rough(window.from) ? at(window.from.max) : a;
	const c = rough(window.to) ? at(window.to.min) : d;
	// A period within one month or two neighbouring ones has no part that is certain.
	const ends = c <= b ? [[a, d] as const] : [[a, b] as const, [c, d] as const];
	return [
		{ type: 'rect', role: 'ch-frame', ...part(a, d), point: window.datum.id },
		...ends.flatMap(([from, to]): readonly Shape[] => {
			const d = hatch(part(from, to), 6);
			return d ? [{ type: 'path', role: 'ch-hatch', d }] : [];
		}),
		...(c > b ? [{ type: 'rect', role: 'ch-box', ...part(b, c) } satisfies Shape] : []),
	];
}
