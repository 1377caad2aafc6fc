import type { Figure } from '../../src/charts/figure.ts';
import { overlap } from '../../src/charts/label-placement.ts';
import type { Box, Layout } from '../../src/charts/scene.ts';
import { drawingOf } from '../../src/charts/svg.ts';
import { textWidth } from '../../src/charts/text.ts';

/** Reads drawings back, for tests: what is in the SVG text, not what the code meant to put there. */

/** The drawings of a figure as SVG, by layout. */
export const svgsOf = (figure: Figure): Readonly<Record<Layout, string>> => ({
	narrow: drawingOf(figure, 'narrow'),
	middle: drawingOf(figure, 'middle'),
	wide: drawingOf(figure, 'wide'),
});

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
const number = (tag: string, name: string): number => Number(attribute(tag, name) ?? Number.NaN);
const plain = (text: string): string =>
	text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

export interface TextBox extends Box {
	readonly text: string;
	readonly size: number;
}

/** Every line of text with the box it covers. */
export function textBoxes(svg: string): readonly TextBox[] {
	return [...svg.matchAll(/<text([^>]*)>([\s\S]*?)<\/text>/g)].flatMap(([, tag = '', body = '']) => {
		const size = number(tag, 'font-size');
		const anchor = attribute(tag, 'text-anchor') ?? 'start';
		const weight = attribute(tag, 'font-weight') === '700' ? 'bold' : 'regular';
		const spans = [...body.matchAll(/<tspan([^>]*)>([^<]*)<\/tspan>/g)].map(
			([, span = '', words = '']) => [span, words] as const,
		);
		return (spans.length > 0 ? spans : [[tag, body] as const]).map(([own, words]) => {
			const text = plain(words);
			const width = textWidth(text, size, weight);
			const x = number(own, 'x') - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2);
			return { text, size, x, y: number(own, 'y') - size * 0.75, width, height: size * 0.9 };
		});
	});
}

/** Pairs of texts that cover each other. */
export function collisions(svg: string): readonly string[] {
	const boxes = textBoxes(svg);
	return boxes.flatMap((a, i) =>
		boxes.slice(i + 1).flatMap((b) => (overlap(a, b, -0.5) ? [`“${a.text}” and “${b.text}”`] : [])),
	);
}

/** Texts that come nearer to the edge of the drawing than its free room, by more than half a unit. */
export function outside(svg: string): readonly string[] {
	const [, outer = '0', high = '0'] = /viewBox="-2 -2 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
	const [width, height] = [Number(outer) - 4, Number(high) - 4];
	return textBoxes(svg)
		.filter(
			(box) => box.x < -0.5 || box.y < -0.5 || box.x + box.width > width + 0.5 || box.y + box.height > height + 0.5,
		)
		.map(({ text }) => text);
}

/** Ids of the points of all marks, in order of drawing. */
export const pointsIn = (svg: string): readonly string[] =>
	[...svg.matchAll(/\sdata-point="([^"]*)"/g)].map(([, id = '']) => plain(id));

/** One element a line, so that a change in a golden file can be read. */
export const lines = (svg: string): string => `${svg.replaceAll('><', '>\n<')}\n`;
