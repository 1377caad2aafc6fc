import type { Box, Spot } from './label-placement.ts';
import type { Layout, Size } from './size.ts';
import type { Weight } from './text.ts';

/** What a drawing is made of once everything has its place. Coordinates are in units of the drawing, one decimal. */
export type Shape = PathShape | LineShape | RectShape | SymbolShape | TextShape | GroupShape;

interface Common {
	/** Its classes, as styles/marks.ts names them: `ch-` of charts, `tl-` of timelines, `map-` of maps. */
	readonly role: string;
	/** Id of the datum that this shape stands for. */
	readonly point?: string;
}

export interface PathShape extends Common {
	readonly type: 'path';
	readonly d: string;
}

export interface LineShape extends Common {
	readonly type: 'line';
	readonly x1: number;
	readonly y1: number;
	readonly x2: number;
	readonly y2: number;
}

export interface RectShape extends Common {
	readonly type: 'rect';
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export type SymbolName = 'circle' | 'square' | 'diamond' | 'up' | 'cross';

export interface SymbolShape extends Common {
	readonly type: 'symbol';
	readonly symbol: SymbolName;
	readonly x: number;
	readonly y: number;
	/** Half of its width. */
	readonly radius: number;
}

export interface TextShape extends Common {
	readonly type: 'text';
	/** Reference point: start, middle or end of the first line's baseline. */
	readonly x: number;
	readonly y: number;
	readonly anchor: 'start' | 'middle' | 'end';
	readonly lines: readonly string[];
	readonly size: number;
	readonly lineHeight: number;
	readonly weight?: Weight;
}

export interface GroupShape extends Common {
	readonly type: 'group';
	/** Series or group whose marks these are; the reader can hide it. */
	readonly series?: string;
	readonly shapes: readonly Shape[];
}

/** A drawing with everything placed. */
export interface Scene {
	readonly width: number;
	readonly height: number;
	readonly layout: Layout;
	readonly shapes: readonly Shape[];
}

/** Rounds a coordinate once, to one decimal; never gives -0. */
export const round = (value: number): number => Math.round(value * 10) / 10 + 0;

const pointed = (point: string | undefined) => (point === undefined ? {} : { point });

export const path = (role: string, d: string, point?: string): Shape => ({ type: 'path', role, d, ...pointed(point) });

/** @param point of all that is in it @param series whose marks these are */
export function group(
	role: string,
	shapes: readonly Shape[],
	of: { point?: string; series?: string } = {},
): GroupShape {
	return { type: 'group', role, ...of, shapes };
}

export function line(role: string, x1: number, y1: number, x2: number, y2: number): LineShape {
	return { type: 'line', role, x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2) };
}

export function rect(role: string, { x, y, width, height }: Box, point?: string): RectShape {
	const size = { width: round(width), height: round(height) };
	return { type: 'rect', role, x: round(x), y: round(y), ...size, ...pointed(point) };
}

/** A mark of a form around a spot. */
export function symbol(form: SymbolName, role: string, { x, y }: Spot, radius: number, point?: string): SymbolShape {
	return { type: 'symbol', role, symbol: form, x: round(x), y: round(y), radius, ...pointed(point) };
}

export const circle = (role: string, spot: Spot, radius: number, point?: string): SymbolShape =>
	symbol('circle', role, spot, radius, point);

/** A drawing as wide as its layout, down to a height. */
export function sceneOf({ width, layout }: Size, bottom: number, shapes: readonly Shape[]): Scene {
	return { width, height: Math.ceil(bottom), layout, shapes };
}

/** All shapes of a scene in drawing order, without the groups around them. */
export function flatten(shapes: readonly Shape[]): readonly Exclude<Shape, GroupShape>[] {
	return shapes.flatMap((shape) => (shape.type === 'group' ? flatten(shape.shapes) : [shape]));
}
