import type { Qualifier } from '../ledger/schemas/index.ts';
import { path, round, type Shape } from './scene.ts';

/** Length of the arrow that stands for an open end, from the middle of the mark. */
export const ARROW = 20;
const HEAD = 4;

/** To which side the true number may lie, as the source words it; "about" leaves both open and is drawn hollow. */
export function openSide(qualifier: Qualifier): 'left' | 'right' | undefined {
	if (qualifier === 'more than' || qualifier === 'at least') return 'right';
	if (qualifier === 'almost' || qualifier === 'up to') return 'left';
	return undefined;
}

/** The arrow of an open end, from a mark at x, y. */
export function arrow(x: number, y: number, side: 'left' | 'right'): Shape {
	const sign = side === 'right' ? 1 : -1;
	const tip = round(x + sign * ARROW);
	const back = round(tip - sign * HEAD);
	const head = `M${back},${round(y - HEAD)}L${tip},${round(y)}L${back},${round(y + HEAD)}`;
	return path('ch-reach', `M${round(x)},${round(y)}H${tip}${head}`);
}

/** A bar from one number to another, with an upright at each end. */
export function interval(from: number, to: number, y: number, point: string): Shape {
	const [a, b] = [round(from), round(to)];
	const upright = `,${round(y - 5)}V${round(y + 5)}`;
	return path('ch-reach', `M${a}${upright}M${a},${round(y)}H${b}M${b}${upright}`, point);
}
