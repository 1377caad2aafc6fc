import { Resvg } from '@resvg/resvg-js';
import resvg from '@resvg/resvg-js/package.json' with { type: 'json' };
import { keep } from '../kept.ts';
import { writePng } from './png.ts';

/** What draws: a picture that another drew is drawn anew. The number rises when `writePng` writes other bytes. */
const DRAWN_BY = [resvg.version, process.versions.zlib, 3];

/**
 * Draws SVG without text elements as PNG: the same bytes for the same drawing.
 * @param scale pixels to a unit
 * @param folder where drawings of earlier builds are kept; without one, everything is drawn
 */
export function picture(svg: string, scale = 1, folder?: string): Uint8Array<ArrayBuffer> {
	return keep(folder, JSON.stringify([DRAWN_BY, scale, svg]), () => {
		const font = { loadSystemFonts: false };
		return writePng(new Resvg(svg, { fitTo: { mode: 'zoom', value: scale }, font, logLevel: 'off' }).render());
	});
}
