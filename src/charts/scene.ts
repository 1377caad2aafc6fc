/** A point in units of the drawing. */
export interface Spot {
	readonly x: number;
	readonly y: number;
}

/** A box in units of the drawing. */
export interface Box extends Spot {
	readonly width: number;
	readonly height: number;
}

/** A straight piece of a drawn line. */
export type Segment = readonly [Spot, Spot];

/** What a drawing is made of once everything has its place. Coordinates are in units of the drawing, one decimal. */
export type Shape =
	| (Common & { readonly type: 'path'; readonly d: string })
	| (Common & Record<'x1' | 'y1' | 'x2' | 'y2', number> & { readonly type: 'line' })
	| (Common & Box & { readonly type: 'rect' })
	| SymbolShape
	| TextShape
	/** Of a series or group that the reader can hide. */
	| (Common & { readonly type: 'group'; readonly series?: string; readonly shapes: readonly Shape[] });

interface Common {
	/** Its classes, as styles/marks.ts names them: `ch-` of charts, `tl-` of timelines, `map-` of maps. */
	readonly role: string;
	/** Id of the datum that this shape stands for. */
	readonly point?: string;
}

export type SymbolName = 'circle' | 'cross';

export interface SymbolShape extends Common, Spot {
	readonly type: 'symbol';
	readonly symbol: SymbolName;
	/** Half of its width. */
	readonly radius: number;
}

/** Its spot is the start, middle or end of the first line's baseline. */
export interface TextShape extends Common, Spot {
	readonly type: 'text';
	readonly anchor: 'start' | 'middle' | 'end';
	readonly lines: readonly string[];
	readonly size: number;
	readonly lineHeight: number;
	readonly weight?: Weight;
}

/** A drawing with everything placed. */
export interface Scene {
	readonly width: number;
	readonly height: number;
	readonly layout: Layout;
	readonly shapes: readonly Shape[];
}

/** A layout. Units are CSS pixels when the drawing is shown at its own width. */
export interface Size {
	readonly layout: Layout;
	readonly width: number;
	readonly text: number;
	readonly lineHeight: number;
}

/**
 * The layouts of a chart, for containers up to 480 px, up to 800 px and above; CSS shows the one that fits. Each is drawn
 * so that its text is 12 px or more in the narrowest container that shows it.
 */
export const layouts = ['narrow', 'middle', 'wide'] as const;
export type Layout = (typeof layouts)[number];

export const sizes: Readonly<Record<Layout, Size>> = {
	narrow: { layout: 'narrow', width: 326, text: 14, lineHeight: 17 },
	middle: { layout: 'middle', width: 556, text: 14, lineHeight: 17 },
	wide: { layout: 'wide', width: 996, text: 15, lineHeight: 19 },
};

/** Free room around every drawing, so that no text touches its edge. */
export const EDGE = 2;

export type Weight = 'regular' | 'bold';
