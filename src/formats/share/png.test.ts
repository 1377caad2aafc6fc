import { inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { sha256 } from '../hash.ts';
import { writePng } from './png.ts';

/** Pixels of one row after another. @param colourAt red, green and blue */
function drawn(width: number, height: number, colourAt: (x: number, y: number) => readonly [number, number, number]) {
	const rows = Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => colourAt(x, y)));
	const pixels = Uint8Array.from(rows.flat().flatMap((colour) => [...colour, 255]));
	return { width, height, pixels };
}

const read = async (png: Uint8Array) => [...(await sharp(png).ensureAlpha().raw().toBuffer())];

it('up to 256 colours stand as they were', async () => {
	const picture = drawn(37, 16, (x, y) => [(x % 16) * 17, y * 17, 9]);
	expect(await read(writePng(picture))).toEqual([...picture.pixels]);
	const plain = drawn(3, 2, () => [253, 252, 249]);
	expect(await read(writePng(plain))).toEqual([...plain.pixels]);
});

it('of more colours the most frequent stand as they were, and the others come near', async () => {
	// One ground, and a thousand colours that stand once each.
	const picture = drawn(1000, 2, (x, y) => (y === 0 ? [253, 252, 249] : [x % 250, x % 250, Math.floor(x / 250)]));
	const found = await read(writePng(picture));
	expect(found.slice(0, 4000)).toEqual([...picture.pixels.slice(0, 4000)]);
	const off = found.map((value, at) => Math.abs(value - (picture.pixels[at] ?? 0)));
	expect(Math.max(...off)).toBeLessThan(4);
});

it('writes the bytes that pictures of earlier builds are taken by', () => {
	const png = Buffer.from(writePng(drawn(300, 3, (x, y) => [x % 256, y, 0])));
	const packed = png.indexOf('IDAT');
	const bytes = Buffer.concat([png.subarray(0, packed - 4), inflateSync(png.subarray(packed + 4))]);
	// Another hash here wants another number in DRAWN_BY of picture.ts.
	expect(sha256(bytes)).toBe('a9996c7a22849ecf460807ad6f514d59759a5cbd02af58f2356464a61a4ffd51');
});
