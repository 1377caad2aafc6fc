import { colours, line } from './block.ts';
import { widthOf } from './type.ts';

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
