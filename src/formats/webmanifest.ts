import type { Site } from '../ledger/ledger.ts';

/** The colour of the page's ground, as in styles/colours.ts. */
const PAPER = '#fdfcf9';

const png = (name: string, size: number, purpose: string) => ({
	src: `icons/${name}.png`,
	type: 'image/png',
	sizes: `${size}x${size}`,
	purpose,
});

/** /site.webmanifest: what a device that keeps the site calls it and shows for it. Addresses are relative. */
export const webManifest = ({ title, description }: Site): string =>
	JSON.stringify({
		name: title,
		short_name: title.replace(/,.*/, ''),
		description,
		lang: 'en',
		dir: 'ltr',
		id: './',
		start_url: './',
		scope: './',
		display: 'browser',
		theme_color: PAPER,
		background_color: PAPER,
		icons: [
			{ src: 'favicon.svg', type: 'image/svg+xml', sizes: 'any', purpose: 'any' },
			png('icon-192', 192, 'any'),
			png('icon-512', 512, 'any'),
			png('icon-maskable-512', 512, 'maskable'),
		],
	});
