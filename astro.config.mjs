// @ts-check
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { deskOverlay } from './src/desk/overlay.ts';
import { addressOf } from './src/ship/address.ts';
import { contentWalls } from './src/ship/content.ts';
import { publish } from './src/ship/integration.ts';

const site = addressOf(import.meta.dirname, process.env.SITE_URL);
const walls = contentWalls();

export default defineConfig({
	...(site ? { site } : {}),
	output: 'static',
	trailingSlash: 'always',
	build: { format: 'directory', inlineStylesheets: 'always' },
	// The default ('jsx') drops line breaks between inline elements: words and figures would run together.
	compressHTML: true,
	prerenderConflictBehavior: 'error',
	devToolbar: { enabled: false },
	integrations: [walls.before, mdx(), walls.behind, publish(), deskOverlay()],
	vite: {
		// Scripts stay files (the policy allows no inline script), and no preload address is written from the site's root.
		build: { assetsInlineLimit: 0, modulePreload: false },
		environments: {
			// All texts as one module: to find and load thousands of files takes longer than to compile them.
			prerender: {
				build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'texts', test: /\.mdx$/ }] } } } },
			},
		},
	},
});
