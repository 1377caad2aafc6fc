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
