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
interface BlockOptions {
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

/** Text in lines. Where it fits at no size it is set at the smallest, whole: words that qualify a figure are never cut. */
export function block(text: string, options: BlockOptions): Part {
	const { x, y, width, sizes, maxLines, weight, colour = colours.ink, leading = 1.2 } = options;
	const broken = (size: number) => wrap(text, width, size, weight);
	const fits = (size: number): boolean =>
		broken(size).length <= maxLines && broken(size).every((one) => widthOf(one, size, weight) <= width);
	const size = sizes.find(fits) ?? sizes.at(-1) ?? 16;
	const lines = broken(size).map((one, index) =>
		line(one, x, y + size * (0.86 + index * leading), size, colour, weight),
	);
	return { svg: lines.join(''), bottom: y + size * leading * lines.length };
}

/** Size of a picture in pixels: what sites that show links ask for. */
export const size = { width: 1200, height: 630 } as const;
/** Where the content of a picture may stand. */
export const area = { left: 64, right: 1136, top: 118, bottom: 566, width: 1072 } as const;

/**
 * A whole picture as SVG: paper, the site's name, what kind of page it is, the content, a last line.
 * @param name of the site
 * @param foot one line below the content: the day the page speaks from, or where its data come from
 */
export function frame(name: string, kind: string, content: string, foot: string): string {
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}">`,
		`<rect width="${size.width}" height="${size.height}" fill="${colours.paper}"/>`,
		`<rect width="${size.width}" height="10" fill="${colours.accent}"/>`,
		line(name, area.left, 76, 28, colours.accent, 'semibold'),
		line(kind, area.left + Math.ceil(widthOf(name, 28, 'semibold')) + 24, 76, 24, colours.muted),
		content,
		`<rect x="${area.left}" y="${area.bottom + 6}" width="${area.width}" height="1" fill="${colours.rule}"/>`,
		line(foot, area.left, 604, 22, colours.muted),
		'</svg>',
	].join('');
}
