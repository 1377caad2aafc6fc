import type { Datum } from './data.ts';
import { circle, type Shape } from './scene.ts';

/** The dot of one datum, or of none in a key; hollow beside the filled one of another count. */
export const marker = (
	datum: Pick<Datum, 'id'> | undefined,
	x: number,
	y: number,
	hollow: boolean,
	radius: number,
): Shape => {
	const role = hollow ? 'ch-mark ch-hollow' : radius < 3 ? 'ch-mark ch-small' : 'ch-mark';
	return circle(role, { x, y }, radius, datum?.id);
};
