import type { Qualifier } from '../ledger/schemas/index.ts';
import type { Box, Scene, Shape, Size, Spot, SymbolName } from './scene.ts';

type Of<T> = Extract<Shape, { readonly type: T }>;

/** Rounds a coordinate once, to one decimal; never gives -0. */
export const round = (value: number): number => Math.round(value * 10) / 10 + 0;

const pointed = (point: string | undefined) => (point === undefined ? {} : { point });

export const path = (role: string, d: string, point?: string): Shape => ({ type: 'path', role, d, ...pointed(point) });

/** @param point of all that is in it @param series whose marks these are */
export function group(
	role: string,
	shapes: readonly Shape[],
	of: { point?: string; series?: string } = {},
): Of<'group'> {
	return { type: 'group', role, ...of, shapes };
}

export function line(role: string, x1: number, y1: number, x2: number, y2: number): Of<'line'> {
	return { type: 'line', role, x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2) };
}

export function rect(role: string, { x, y, width, height }: Box, point?: string): Of<'rect'> {
	const size = { width: round(width), height: round(height) };
	return { type: 'rect', role, x: round(x), y: round(y), ...size, ...pointed(point) };
}

/** A mark of a form around a spot. */
export function symbol(form: SymbolName, role: string, { x, y }: Spot, radius: number, point?: string): Of<'symbol'> {
	return { type: 'symbol', role, symbol: form, x: round(x), y: round(y), radius, ...pointed(point) };
}

export const circle = (role: string, spot: Spot, radius: number, point?: string): Of<'symbol'> =>
	symbol('circle', role, spot, radius, point);

/** A drawing as wide as its layout, down to a height. */
export function sceneOf({ width, layout }: Size, bottom: number, shapes: readonly Shape[]): Scene {
	return { width, height: Math.ceil(bottom), layout, shapes };
}

/** All shapes of a scene in drawing order, without the groups around them. */
export function flatten(shapes: readonly Shape[]): readonly Exclude<Shape, Of<'group'>>[] {
	return shapes.flatMap((shape) => (shape.type === 'group' ? flatten(shape.shapes) : [shape]));
}

/** The dot of one datum, or of none in a key; hollow beside the filled one of another count. */
export const marker = (
	datum: { readonly id: string } | undefined,
	x: number,
	y: number,
	hollow: boolean,
	radius: number,
): Shape => {
	const role = hollow ? 'ch-mark ch-hollow' : radius < 3 ? 'ch-mark ch-small' : 'ch-mark';
	return circle(role, { x, y }, radius, datum?.id);
};

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
export function interval(from: number, to: number, y: number, point?: string): Shape {
	const [a, b] = [round(from), round(to)];
	const upright = `,${round(y - 5)}V${round(y + 5)}`;
	return path('ch-reach', `M${a}${upright}M${a},${round(y)}H${b}M${b}${upright}`, point);
}
