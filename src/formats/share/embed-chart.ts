import type { Figure } from '../../charts/figure.ts';
import { round } from './block.ts';
import { typeset } from './type.ts';

/** Room for a drawing, in pixels of the picture. */
export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

const TEXT = /<text\b([^>]*)>([\s\S]*?)<\/text>/g;
const TSPAN = /<tspan\b([^>]*)>([\s\S]*?)<\/tspan>/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
const number = (tag: string, name: string) => Number(attribute(tag, name) ?? 0);
const plain = (text: string) => text.replace(/&(#39|[a-z]+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** Text elements of one of our drawings as outlines, with the classes that give them their colours. */
export function outlined(svg: string): string {
	return svg.replace(TEXT, (_whole, tag: string, content: string) => {
		const spans = [...content.matchAll(TSPAN)];
		const lines =
			spans.length > 0 ? spans.map(([, span = '', words = '']) => ({ span, words })) : [{ span: tag, words: content }];
		const size = number(tag, 'font-size') || 13;
		const weight = Number(attribute(tag, 'font-weight') ?? 400) >= 600 ? 'semibold' : 'regular';
		const anchor = attribute(tag, 'text-anchor') ?? 'start';
		const paths = lines.map(({ span, words }) => {
			const { width, d } = typeset(plain(words), size, weight);
			const shift = anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0;
			const x = number(attribute(span, 'x') === undefined ? tag : span, 'x') - shift;
			const y = number(attribute(span, 'y') === undefined ? tag : span, 'y');
			return `<path transform="translate(${round(x)} ${round(y)})" d="${d}"/>`;
		});
		const turn = attribute(tag, 'transform');
		return `<g class="text ${attribute(tag, 'class') ?? ''}"${turn ? ` transform="${turn}"` : ''}>${paths.join('')}</g>`;
	});
}

const DARK = /@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g;

/**
 * The rules for a drawing whose text has become outlines: the light ones alone, since a picture is the same for all.
 * @param style rules for a stand-alone drawing, from charts/style.ts
 */
const pictureStyle = (style: string): string =>
	style.replace(DARK, '').replace(/(^|[\s,>+~])text(?=[.:\s{,])/g, '$1.text');

const SVG = /^\s*<svg\b([^>]*)>([\s\S]*)<\/svg>\s*$/;

/** How large a drawing would stand in a box: 1 where a unit of it is a pixel. */
export function scaleIn(figure: Figure, { width, height }: Box): number {
	const view = (attribute(SVG.exec(figure.drawings.wide)?.[1] ?? '', 'viewBox') ?? '').split(' ').map(Number);
	return Math.min(width / (view[2] ?? width), height / (view[3] ?? height));
}

/**
 * The wide drawing of a figure, as large as fits into a box, in the middle of it.
 * @param style rules for a stand-alone drawing, from charts/style.ts
 */
export function drawing(figure: Figure, style: string, box: Box): string {
	const [, open = '', content = ''] = SVG.exec(figure.drawings.wide) ?? [];
	const view = attribute(open, 'viewBox') ?? '0 0 680 400';
	return [
		`<svg x="${round(box.x)}" y="${round(box.y)}" width="${round(box.width)}" height="${round(box.height)}" viewBox="${view}" preserveAspectRatio="xMidYMin meet">`,
		`<style>${pictureStyle(style)}</style>`,
		outlined(content),
		'</svg>',
	].join('');
}
