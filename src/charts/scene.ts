import type { Layout } from './size.ts';
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

/** All shapes of a scene in drawing order, without the groups around them. */
export function flatten(shapes: readonly Shape[]): readonly Exclude<Shape, GroupShape>[] {
	return shapes.flatMap((shape) => (shape.type === 'group' ? flatten(shape.shapes) : [shape]));
}
