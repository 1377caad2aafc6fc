import type { Figure } from '../../charts/figure.ts';
import { standAlone } from '../../charts/file.ts';
import { inside, overlap } from '../../charts/label-placement.ts';
import { flatten } from '../../charts/marks.ts';
import type { Box, Scene, Shape, TextShape } from '../../charts/scene.ts';
import { type WriteText, writeShapes } from '../../charts/svg.ts';
import { boxOf } from '../../charts/text.ts';
import { inSmall } from '../../charts/thumbnail.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { colours, round } from './block.ts';
import { typeset } from './type.ts';

/** A text as outlines: a picture depends on no font. */
const outlined: WriteText = ({ role, x, y, anchor, lines, size, lineHeight, weight }) => {
	const paths = lines.map((line, index) => {
		const { width, d } = typeset(line, size, weight === 'bold' ? 'semibold' : 'regular');
		const shift = anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0;
		return `<path transform="translate(${round(x - shift)} ${round(y + index * lineHeight)})" d="${d}"/>`;
	});
	return `<g class="text ${role}">${paths.join('')}</g>`;
};

/**
 * The rules for a drawing whose text has become outlines: the light ones alone, since a picture is the same for all.
 * @param style rules for a stand-alone drawing, from styles/marks.ts
 */
const pictureStyle = (style: string): string =>
	(style.split('@media')[0] ?? '').replace(/(^|[\s,>+~])text(?=[.:\s{,])/g, '$1.text');

/**
 * Shapes as a part of a picture: as large as the box allows, in its middle.
 * @param cut whether some may reach beyond the room and are cut there, which takes twice as long to draw
 */
export function drawing(shapes: readonly Shape[], room: Box, style: string, box: Box, cut = false): string {
	const scale = Math.min(box.width / room.width, box.height / room.height);
	const [width, height] = [room.width * scale, room.height * scale];
	const [x, y] = [box.x + (box.width - width) / 2, box.y + (box.height - height) / 2];
	const seen = [room.x, room.y, room.width, room.height].map(round).join(' ');
	return [
		`<svg x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" viewBox="${seen}"${cut ? '' : ' overflow="visible"'}>`,
		`<style>${pictureStyle(style)}</style>`,
		writeShapes(shapes, outlined),
		'</svg>',
	].join('');
}

const textsIn = (shapes: readonly Shape[]): readonly TextShape[] =>
	flatten(shapes).flatMap((shape) => (shape.type === 'text' ? [shape] : []));

/** The layout whose letters are largest when the drawing stands whole in the box, with the size of the smallest of them. */
export function wholeIn({ drawings }: Pick<Figure, 'drawings'>, { width, height }: Box) {
	const fits = Object.values(drawings).map((scene: Scene) => {
		const scale = Math.min(width / scene.width, height / scene.height);
		return { scene, letters: Math.min(...textsIn(scene.shapes).map(({ size }) => size), 16) * scale };
	});
	return fits.reduce((best, fit) => (fit.letters > best.letters ? fit : best));
}

/**
 * A drawing of more words than can be read in a box: its marks, and of its scale and its loudest words those that find
 * room among them at the size given.
 */
export function marksIn({ drawings }: Pick<Figure, 'drawings'>, style: string, box: Box, letters: number): string {
	const fits = Object.values(drawings).map((scene: Scene) => {
		const { shapes, room } = inSmall(scene, 1.5);
		const scale = Math.min(box.width / room.width, (box.height - 2 * letters) / room.height);
		const size = letters / scale;
		const around = { ...room, y: room.y - 1.4 * size, height: room.height + 2.8 * size };
		const placed: TextShape[] = [];
		for (const text of textsIn(scene.shapes).filter(
			({ weight, role }) => weight === 'bold' || /tick|value/.test(role),
		)) {
			const larger = { ...text, size, lineHeight: 1.2 * size };
			const free = placed.every((other) => !overlap(boxOf(other), boxOf(larger), size / 3));
			if (free && inside(boxOf(larger), around)) placed.push(larger);
		}
		const loud = placed.filter(({ weight }) => weight === 'bold').length;
		return { shapes: [...shapes, ...placed], around, worth: room.width * room.height * scale * scale * (1 + loud / 4) };
	});
	const { shapes, around } = fits.reduce((best, fit) => (fit.worth > best.worth ? fit : best));
	return drawing(shapes, around, style, box, true);
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
