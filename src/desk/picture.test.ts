import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixtureRoot } from '../../tests/desk/tree.ts';
import { check } from './check.ts';
import { bringPicture } from './picture.ts';

let root = '';
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'picture-'));
	cpSync(fixtureRoot, root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

/** A photograph with the place where it was taken in it, lying on its side. */
const photograph = (width: number) =>
	sharp({ create: { width, height: width / 2, channels: 3, background: '#468' } })
		.withMetadata({ orientation: 6, exif: { IFD3: { GPSLatitude: '35/1 57/1 0/1' } } } as never)
		.jpeg()
		.toBuffer();

describe('bringPicture', () => {
	it('makes the sizes for the page, without what the camera wrote, and a source that waits for its credit', async () => {
		writeFileSync(join(root, 'IMG Camp (1).JPG'), await photograph(4000));
		const { out, status } = await bringPicture(root, 'IMG Camp (1).JPG', '2026-11-22');
		expect([status, out]).toEqual([0, expect.stringContaining('(/images/img-camp-1.jpg)')]);
		const whole = await sharp(join(root, 'public/images/img-camp-1.jpg')).metadata();
		const small = await sharp(join(root, 'public/images/img-camp-1-720.jpg')).metadata();
		expect([whole.width, whole.height, small.width, small.height]).toEqual([1440, 2880, 720, 1440]);
		expect([whole.exif, whole.orientation]).toEqual([undefined, undefined]);
		expect(check(root)).toMatchObject({
			ok: true,
			summary: { notes: expect.arrayContaining([expect.stringContaining('1 record still to be written')]) },
		});
		expect(out).toContain('1440 × 2880');
	});

	it('leaves a small picture as large as it is, and one with few colours as PNG', async () => {
		await sharp({ create: { width: 300, height: 200, channels: 4, background: '#4680' } })
			.png()
			.toFile(join(root, 'plan.png'));
		await bringPicture(root, 'plan.png', '2026-11-22');
		expect((await sharp(join(root, 'public/images/plan.png')).metadata()).width).toBe(300);
		expect(existsSync(join(root, 'public/images/plan-720.png'))).toBe(false);
	});

	it.each([
		['gone.jpg', 'no file'],
		['content', 'is no file'],
		['content/terms.yaml', 'no picture'],
		['bridge-picture.jpg', 'there already'],
		['bridge.png', 'there already'],
	])('refuses %s', async (file, words) => {
		if (file.startsWith('bridge'))
			writeFileSync(
				join(root, file),
				await sharp(await photograph(40))
					.toFormat(file.endsWith('png') ? 'png' : 'jpeg')
					.toBuffer(),
			);
		const before = readFileSync(join(root, 'public/images/bridge.png'));
		expect(await bringPicture(root, file, '2026-11-22')).toMatchObject({
			status: 1,
			error: expect.stringContaining(words),
		});
		expect(readFileSync(join(root, 'public/images/bridge.png'))).toEqual(before);
	});
});
