import type { Figure } from '../../charts/figure.ts';
import { standAlone } from '../../charts/file.ts';
import { flatten, type Scene } from '../../charts/scene.ts';
import { type WriteText, writeShapes } from '../../charts/svg.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { colours, round } from './block.ts';
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
 * @param style rules for a stand-alone drawing, from styles/marks.ts
 */
const pictureStyle = (style: string): string =>
	style.replace(DARK, '').replace(/(^|[\s,>+~])text(?=[.:\s{,])/g, '$1.text');

/** Height in which a drawing that goes on below fades out. */
const FADE = 72;

/** A drawing in a box: how large, and the size of its smallest letters. */
export interface Fit {
	readonly scene: Scene;
	readonly scale: number;
	readonly letters: number;
}

const fits = ({ drawings }: Pick<Figure, 'drawings'>, scaleOf: (scene: Scene) => number): readonly Fit[] =>
	Object.values(drawings).map((scene: Scene) => {
		const sizes = flatten(scene.shapes).flatMap((shape) => (shape.type === 'text' ? [shape.size] : []));
		return { scene, scale: scaleOf(scene), letters: Math.min(...sizes, 16) * scaleOf(scene) };
	});

/** The drawing whose letters are largest when it stands in the box as a whole. */
export const wholeIn = (figure: Pick<Figure, 'drawings'>, { width, height }: Box): Fit | undefined =>
	fits(figure, (scene) => Math.min(width / scene.width, height / scene.height)).toSorted(
		(a, b) => b.letters - a.letters,
	)[0];

/** The drawing of which most is seen when it is as wide as the box and its letters are no smaller than `least`. */
export const upperIn = (figure: Pick<Figure, 'drawings'>, { width }: Box, least: number): Fit | undefined =>
	fits(figure, (scene) => width / scene.width)
		.filter(({ letters }) => letters >= least)
		.toSorted((a, b) => a.scale * a.scene.height - b.scale * b.scene.height)[0];

/**
 * A drawing in a box, in the middle of it; one that is higher fades out at its foot.
 * @param style rules for a stand-alone drawing, from styles/marks.ts
 */
export function drawing({ scene, scale }: Fit, style: string, box: Box): string {
	const [width, height] = [round(scene.width * scale), round(Math.min(box.height, scene.height * scale))];
	const steps = scene.height * scale > box.height + 1 ? [1, 2, 3, 4, 5, 6] : [];
	const fade = steps.map(
		(step) =>
			`<rect x="${round(box.x)}" y="${round(box.y + box.height - FADE + ((step - 1) * FADE) / 6)}" width="${round(box.width)}" height="${FADE / 6}" fill="${colours.paper}" fill-opacity="${round(step / 6)}"/>`,
	);
	return [
		`<svg x="${round(box.x + (box.width - width) / 2)}" y="${round(box.y)}" width="${width}" height="${height}" viewBox="0 0 ${round(scene.width)} ${round(height / scale)}">`,
		`<style>${pictureStyle(style)}</style>`,
		writeShapes(scene.shapes, outlined),
		'</svg>',
		...fade,
	].join('');
}

/**
 * A figure as a picture to save: its drawing with title, sources and licence, text as outlines.
 * @param style rules for a stand-alone drawing, from styles/marks.ts
 * @param address of the figure's page, absolute; left out where the site has none
 */
export function figurePicture(ledger: Ledger, figure: Figure, style: string, address: string | undefined): string {
	const { box, words, top, shapes } = standAlone(ledger, figure, address);
	const { x, y, width, height } = box;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}">`,
		`<style>${pictureStyle(style)}</style>`,
		`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colours.paper}"/>`,
		writeShapes(words, outlined),
		`<g transform="translate(0 ${top})">${writeShapes(shapes, outlined)}</g>`,
		'</svg>',
	].join('');
}
