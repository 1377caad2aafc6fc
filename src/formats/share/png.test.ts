import sharp from 'sharp';
import { expect, it } from 'vitest';
import { writePng } from './png.ts';

it('a picture is read as it was drawn, whether its rows repeat the one above or not', async () => {
	const rows = [0, 0, 1, 2, 2, 2, 0];
	const pixels = Uint8Array.from(
		rows.flatMap((row) => Array.from({ length: 300 }, (_, x) => [x % 256, 9 * row, row, 255]).flat()),
	);
	const png = writePng({ width: 300, height: rows.length, pixels });
	const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
	expect(info).toMatchObject({ width: 300, height: rows.length, channels: 4 });
	expect([...data]).toEqual([...pixels]);
});
