import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { exampleSite } from '../../tests/support/example-site.ts';
import { webManifest } from '../formats/webmanifest.ts';
import { colours, LIGHT } from '../styles/colours.ts';
import { icon, icons } from './icons.ts';

const folder = join(import.meta.dirname, '../../public');
const manifest = JSON.parse(webManifest(exampleSite)) as {
	readonly start_url: string;
	readonly theme_color: string;
	readonly icons: readonly { readonly src: string; readonly sizes: string }[];
};

describe('icons', () => {
	it.each(icons)('$name is drawn from favicon.svg as it is now', async (one) => {
		const svg = readFileSync(join(folder, 'favicon.svg'), 'utf8');
		const raw = (png: Buffer) => sharp(png).raw().toBuffer();
		const [now, kept] = await Promise.all([
			icon(svg, one).then(raw),
			raw(readFileSync(join(folder, 'icons', one.name))),
		]);
		expect(now.equals(kept), 'run: node src/ship/icons.ts').toBe(true);
	});

	it('are named by the manifest with the sizes they have, by relative addresses', async () => {
		for (const { src, sizes } of manifest.icons) {
			expect(src).not.toMatch(/^\/|:/);
			const { width, height } = await sharp(join(folder, src)).metadata();
			if (sizes !== 'any') expect(`${width}x${height}`).toBe(sizes);
		}
		expect(manifest.start_url).toBe('./');
		expect(manifest.theme_color).toBe(colours.paper[LIGHT]);
	});
});
