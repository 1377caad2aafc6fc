import { link, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { sha256 } from '../hash.ts';
import { drawnNow, kept } from './kept.ts';

async function draw(svg: string, scale: number): Promise<Buffer> {
	return sharp(Buffer.from(svg), { density: 72 * scale })
		.png({ palette: true, quality: 80, effort: 1, dither: 0, compressionLevel: 6 })
		.toBuffer();
}

/**
 * Draws SVG without text elements as PNG. A small palette without dithering keeps it small, and the same bytes for the
 * same drawing; so one that was drawn before is taken from the folder, by what it shows.
 * @param scale pixels to a unit
 * @param folder where `kept` and `drawnNow` are; without one, everything is drawn
 */
export async function picture(svg: string, scale = 1, folder?: string): Promise<Uint8Array<ArrayBuffer>> {
	if (folder === undefined) return new Uint8Array(await draw(svg, scale));
	const name = `${sha256(JSON.stringify([sharp.versions, scale, svg]))}.png`;
	const now = join(folder, drawnNow, name);
	try {
		await mkdir(join(folder, drawnNow), { recursive: true });
		await link(join(folder, kept, name), now);
		return new Uint8Array(await readFile(now));
	} catch {
		// Not drawn before, or by another page of this build at this moment.
	}
	const png = await draw(svg, scale);
	await writeFile(now, png);
	return new Uint8Array(png);
}
