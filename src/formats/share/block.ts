import { typeset, type Weight, widthOf, wrap } from './type.ts';

/** Colours of a picture: the light ones of styles/colours.ts, since a picture cannot ask which its reader prefers. */
export const colours = {
	paper: '#fdfcf9',
	ink: '#1b1d20',
	muted: '#55595f',
	rule: '#d8d3c8',
	/** For what is there to compare with. */
	faint: '#b5ad9e',
	accent: '#0a5a78',
	warm: '#a83c16',
} as const;

/** Part of a picture: SVG text, and how far down it reaches. */
export interface Part {
	readonly svg: string;
	readonly bottom: number;
}

/** Where a text stands and how it is set, in pixels of the picture. */
export interface BlockOptions {
	readonly x: number;
	/** Top of the first line. */
	readonly y: number;
	readonly width: number;
	/** Sizes to try, largest first; the last is taken where none fits. */
	readonly sizes: readonly number[];
	readonly maxLines: number;
	readonly weight?: Weight;
	readonly colour?: string;
	/** Distance of lines in sizes. */
	readonly leading?: number;
}

/** One decimal, never -0. */
export const round = (value: number): number => Math.round(value * 10) / 10 + 0;

/** A line of text at a baseline. */
export function line(text: string, x: number, y: number, size: number, colour: string, weight: Weight = 'regular') {
	return `<path transform="translate(${round(x)} ${round(y)})" fill="${colour}" d="${typeset(text, size, weight).d}"/>`;
}

/** Whether a text fits, with the largest size at which it does. */
function fitted(text: string, { width, sizes, maxLines, weight }: BlockOptions) {
	for (const size of sizes) {
		const lines = wrap(text, width, size, weight);
		const broad = lines.some((one) => widthOf(one, size, weight) > width);
		if (lines.length <= maxLines && !broad) return { size, lines };
	}
	return undefined;
}

/** Text in lines. Where it fits at no size it is set at the smallest, whole: words that qualify a figure are never cut. */
export function block(text: string, options: BlockOptions): Part {
	const { x, y, width, sizes, weight, colour = colours.ink, leading = 1.2 } = options;
	const smallest = sizes.at(-1) ?? 16;
	const { size, lines } = fitted(text, options) ?? { size: smallest, lines: wrap(text, width, smallest, weight) };
	const svg = lines
		.map((one, index) => line(one, x, y + size * (0.86 + index * leading), size, colour, weight))
		.join('');
	return { svg, bottom: y + size * leading * lines.length };
}
