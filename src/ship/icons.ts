import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

/** The icons that public/favicon.svg is turned into: name in public/icons and what is done to it. */
export const icons = [
	{ name: 'icon-192.png', size: 192, full: false },
	{ name: 'icon-512.png', size: 512, full: false },
	// Systems cut these two to a shape of their own: no round corners, and room around the drawing.
	{ name: 'icon-maskable-512.png', size: 512, full: true },
	{ name: 'apple-touch-icon.png', size: 180, full: true },
] as const;

const ROUND = / rx="\d+"/;
/** Share of a side that stays free on each side of an icon that is cut to shape. */
const ROOM = 0.1;

/** An icon as PNG. @param svg the drawing, 32 units wide, its ground a `<rect>` with `rx` */
export async function icon(svg: string, { size, full }: { readonly size: number; readonly full: boolean }) {
	const room = 32 * ROOM;
	const drawn = full
		? svg
				.replace('viewBox="0 0 32 32"', `viewBox="${-room} ${-room} ${32 + 2 * room} ${32 + 2 * room}"`)
				.replace(
					'<rect width="32" height="32"',
					`<rect x="${-room}" y="${-room}" width="${32 + 2 * room}" height="${32 + 2 * room}"`,
				)
				.replace(ROUND, '')
		: svg;
	const sized = drawn.replace('<svg ', `<svg width="${size}" height="${size}" `);
	return sharp(Buffer.from(sized)).png({ palette: true, quality: 95, dither: 0, compressionLevel: 9 }).toBuffer();
}

if (import.meta.main) {
	const folder = join(import.meta.dirname, '../../public');
	const svg = readFileSync(join(folder, 'favicon.svg'), 'utf8');
	mkdirSync(join(folder, 'icons'), { recursive: true });
	for (const one of icons) writeFileSync(join(folder, 'icons', one.name), await icon(svg, one));
}
