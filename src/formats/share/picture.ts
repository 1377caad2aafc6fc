import { link, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import resvg from '@resvg/resvg-js/package.json' with { type: 'json' };
import { sha256 } from '../hash.ts';
import { drawnNow, kept } from './kept.ts';
import { writePng } from './png.ts';

/** What draws: a picture that another drew is drawn anew. The number is that of `writePng`, and rises when its bytes change. */
const DRAWN_BY = [resvg.version, process.versions.zlib, 1];

function draw(svg: string, scale: number): Uint8Array<ArrayBuffer> {
	const font = { loadSystemFonts: false };
	return writePng(new Resvg(svg, { fitTo: { mode: 'zoom', value: scale }, font, logLevel: 'off' }).render());
}

/**
 * Draws SVG without text elements as PNG: the same bytes for the same drawing; so one that was drawn before is taken from
 * the folder, by what it shows.
 * @param scale pixels to a unit
 * @param folder where `kept` and `drawnNow` are; without one, everything is drawn
 */
export async function picture(svg: string, scale = 1, folder?: string): Promise<Uint8Array<ArrayBuffer>> {
	if (folder === undefined) return draw(svg, scale);
	const name = `${sha256(JSON.stringify([...DRAWN_BY, scale, svg]))}.png`;
	const now = join(folder, drawnNow, name);
	try {
		await mkdir(join(folder, drawnNow), { recursive: true });
		await link(join(folder, kept, name), now);
		return new Uint8Array(await readFile(now));
	} catch {
		// Not drawn before, or by another page of this build at this moment.
	}
	const png = draw(svg, scale);
	await writeFile(now, png);
	return png;
}
