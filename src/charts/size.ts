/** The two layouts. Units are CSS pixels when the drawing is shown at its own width. */
export interface Size {
	readonly layout: 'wide' | 'narrow';
	readonly width: number;
	/** Size of all text: never below 12 units. */
	readonly text: number;
	readonly lineHeight: number;
}

export const wide: Size = { layout: 'wide', width: 680, text: 13, lineHeight: 16 };
export const narrow: Size = { layout: 'narrow', width: 340, text: 12, lineHeight: 15 };
