import type { AccountRow } from '../accounts.ts';
import type { Stretch } from '../free-interval.ts';
import { round, type Shape } from '../scene.ts';
import { type Placed, RADIUS } from './accountrows.ts';

/** A step from a count to the one by the same speaker that replaced it: down at one figure, then along to the other. */
export interface Step {
	readonly x: number;
	readonly from: number;
	readonly y: number;
	readonly to: number;
}

/** The steps between the accounts of a group. */
export function stepsOf(blocks: readonly Placed[], at: (value: number) => number): readonly Step[] {
	const all = new Map(blocks.map((placed) => [placed.row.datum.id, placed]));
	return blocks.flatMap(({ row, y }): Step[] => {
		const next = nextWithFigure(row, all);
		if (!next || row.datum.value === null || next.row.datum.value === null) return [];
		return [{ x: at(row.datum.value), from: y, y: next.y, to: at(next.row.datum.value) }];
	});
}

/** The next account of the chain that gives a number; those in words have no place on the scale. */
function nextWithFigure(row: AccountRow, all: ReadonlyMap<string, Placed>): Placed | undefined {
	for (let next = row.next === undefined ? undefined : all.get(row.next); next; ) {
		if (next.row.datum.value !== null) return next;
		next = next.row.next === undefined ? undefined : all.get(next.row.next);
	}
	return undefined;
}

/** A step as drawn, from below its mark. */
export const stepShape = ({ x, from, y, to }: Step): Shape => ({
	type: 'path',
	role: 'ch-chain',
	d: `M${x},${round(from + RADIUS)}V${y}H${to}`,
});

/** What the steps take of a row at height y. */
export const takenBy = (steps: readonly Step[], y: number): readonly Stretch[] =>
	steps.flatMap((step): Stretch[] => {
		if (step.y === y) return [{ from: Math.min(step.x, step.to), to: Math.max(step.x, step.to) }];
		return step.from < y && y < step.y ? [{ from: step.x, to: step.x }] : [];
	});
