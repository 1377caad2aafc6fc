import type { Figure } from '../../charts/figure.ts';
import { type WriteText, writeShapes } from '../../charts/svg.ts';
import { round } from './block.ts';
import { typeset } from './type.ts';

/** Room for a drawing, in pixels of the picture. */
export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** A text as outlines: a picture depends on no font. */
const outlined: WriteText = ({ role, x, y, anchor, lines, size, lineHeight, weight }) => {
	const paths = lines.map((line, index) => {
		const { width, d } = typeset(line, size, weight === 'bold' ? 'semibold' : 'regular');
		const shift = anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0;
		return `<path transform="translate(${round(x - shift)} ${round(y + index * lineHeight)})" d="${d}"/>`;
	});
	return `<g class="text ${role}">${paths.join('')}</g>`;
};

const DARK = /@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g;

/**
 * The rules for a drawing whose text has become outlines: the light ones alone, since a picture is the same for all.
 * @param style rules for a stand-alone drawing, from charts/style.ts
 */
const pictureStyle = (style: string): string =>
	style.replace(DARK, '').replace(/(^|[\s,>+~])text(?=[.:\s{,])/g, '$1.text');

/** How large a drawing would stand in a box: 1 where a unit of it is a pixel. */
export function scaleIn(figure: Figure, { width, height }: Box): number {
	const { wide } = figure.drawings;
	return Math.min(width / wide.width, height / wide.height);
}

/**
 * The wide drawing of a figure, as large as fits into a box, in the middle of it.
 * @param style rules for a stand-alone drawing, from charts/style.ts
 */
export function drawing(figure: Figure, style: string, box: Box): string {
	const { width, height, shapes } = figure.drawings.wide;
	return [
		`<svg x="${round(box.x)}" y="${round(box.y)}" width="${round(box.width)}" height="${round(box.height)}" viewBox="0 0 ${round(width)} ${round(height)}" preserveAspectRatio="xMidYMin meet">`,
		`<style>${pictureStyle(style)}</style>`,
		writeShapes(shapes, outlined),
		'</svg>',
	].join('');
}
