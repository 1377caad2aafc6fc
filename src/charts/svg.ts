import { remember } from '../ledger/remember.ts';
import { escapeXml } from './escape.ts';
import type { Drawings } from './figure.ts';
import { round } from './marks.ts';
import { EDGE, type Scene, type Shape, type SymbolName, type SymbolShape, type TextShape } from './scene.ts';

type Attributes = Readonly<Record<string, string | number | undefined>>;

function attributes(values: Attributes): string {
	return Object.entries(values)
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => ` ${name}="${escapeXml(String(typeof value === 'number' ? round(value) : value))}"`)
		.join('');
}

const tag = (name: string, values: Attributes, content?: string): string =>
	content === undefined ? `<${name}${attributes(values)}/>` : `<${name}${attributes(values)}>${content}</${name}>`;

/** Corners of the marks around their points, x and y in turn. Areas are about equal, so that none looks heavier than another. */
const CORNERS: Readonly<Record<Exclude<SymbolName, 'circle'>, readonly number[]>> = {
	cross: [
		-1.1, -0.35, -0.35, -0.35, -0.35, -1.1, 0.35, -1.1, 0.35, -0.35, 1.1, -0.35, 1.1, 0.35, 0.35, 0.35, 0.35, 1.1,
		-0.35, 1.1, -0.35, 0.35, -1.1, 0.35,
	],
};

/** Outline of a mark around its point. */
function outline({ x, y, radius }: SymbolShape, corners: readonly number[]): string {
	const at = corners.map((corner, index) => round((index % 2 === 0 ? x : y) + corner * radius));
	return `M${at.join(',').replace(/(,[^,]+),/g, '$1L')}Z`;
}

/** How a text is written: as an element, or by programs without fonts as outlines. */
export type WriteText = (text: TextShape) => string;

const textElement: WriteText = ({ role, point, x, y, anchor, size, lines, lineHeight, weight }) =>
	tag(
		'text',
		{
			class: role || undefined,
			'data-point': point,
			x,
			y,
			'text-anchor': anchor === 'start' ? undefined : anchor,
			'font-size': size,
			'font-weight': weight === 'bold' ? 700 : undefined,
		},
		lines.length === 1
			? escapeXml(lines[0] ?? '')
			: lines.map((line, index) => tag('tspan', { x, y: y + index * lineHeight }, escapeXml(line))).join(''),
	);

function shapeText(shape: Shape, text: WriteText): string {
	const common = { class: shape.role || undefined, 'data-point': shape.point };
	switch (shape.type) {
		case 'group':
			return tag('g', { ...common, 'data-series': shape.series }, writeShapes(shape.shapes, text));
		case 'symbol':
			return shape.symbol === 'circle'
				? tag('circle', { ...common, cx: shape.x, cy: shape.y, r: shape.radius })
				: tag('path', { ...common, d: outline(shape, CORNERS[shape.symbol]) });
		case 'text':
			return text(shape);
		default: {
			const { type, role: _, point: __, ...own } = shape;
			return tag(type, { ...common, ...own });
		}
	}
}

/** Shapes as SVG elements, without the `<svg>` around them. */
export const writeShapes = (shapes: readonly Shape[], text: WriteText = textElement): string =>
	shapes.map((shape) => shapeText(shape, text)).join('');

/**
 * Writes a scene as one `<svg>` element: classes and attributes only, no style, no script.
 * It is hidden from assistive technology: title, summary and table of the figure say the same in words.
 * @param id prefix of the element's id, unique in the page
 */
function writeDrawing(scene: Scene, id: string): string {
	const { layout, shapes } = scene;
	const [width, height] = [scene.width + 2 * EDGE, scene.height + 2 * EDGE];
	return tag(
		'svg',
		{
			id: `${id}-${layout}`,
			class: `drawing-${layout}`,
			viewBox: `${-EDGE} ${-EDGE} ${round(width)} ${round(height)}`,
			width,
			height,
			'aria-hidden': 'true',
			focusable: 'false',
		},
		writeShapes(shapes),
	);
}

interface Drawn {
	readonly id: string;
	readonly drawings: Drawings;
}
const writtenOf = remember(
	({ id, drawings }: Drawn) => remember((layout: keyof Drawings) => writeDrawing(drawings[layout], id)),
	new WeakMap(),
);

/** One of the drawings of a figure, for a page; written once for all pages that show it. */
export const drawingOf = (figure: Drawn, layout: keyof Drawings): string => writtenOf(figure)(layout);
