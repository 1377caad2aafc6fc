import sharp from 'sharp';

/**
 * Draws SVG without text elements as PNG. A small palette without dithering keeps it small, and the same bytes for the
 * same drawing.
 * @param scale pixels to a unit
 */
export async function picture(svg: string, scale = 1): Promise<Uint8Array<ArrayBuffer>> {
	const png = await sharp(Buffer.from(svg), { density: 72 * scale })
		.png({ palette: true, quality: 80, dither: 0, compressionLevel: 9 })
		.toBuffer();
	return new Uint8Array(png);
}
