import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { exampleSite } from '../../tests/support/example-site.ts';
import { colours, LIGHT } from '../styles/colours.ts';
import { webManifest } from './webmanifest.ts';

const folder = join(import.meta.dirname, '../../public');
const manifest = JSON.parse(webManifest(exampleSite)) as {
	readonly start_url: string;
	readonly theme_color: string;
	readonly icons: readonly { readonly src: string; readonly sizes: string }[];
};

describe('icons', () => {
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
