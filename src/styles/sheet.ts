import { transform } from 'lightningcss';

const files = import.meta.glob<string>('./*.css', { query: '?raw', import: 'default', eager: true });
const layers = '@layer reset, tokens, base, prose, components, print;';

function read(name: string): string {
	const text = files[`./${name}.css`];
	if (text === undefined) throw new Error(`There is no style sheet "${name}".`);
	return text;
}

/**
 * One style sheet out of the named files, minified. It is put into each page: a page then needs no second round trip
 * before it can be shown. Addresses in it are from the site's root, written `url(/…)`.
 */
function sheet(names: readonly string[]): string {
	const source = names.map(read);
	const code = new TextEncoder().encode([layers, ...source].join('\n'));
	return new TextDecoder().decode(transform({ filename: 'site.css', code, minify: true }).code);
}

const common = ['reset', 'tokens'] as const;

/** The files in their order; with those that only some pages need, what a page has in it that needs them. */
const parts: readonly (readonly [name: string, sign?: RegExp])[] = [
	['fonts'],
	...common.map((name) => [name] as const),
	['base'],
	['article'],
	['boxes', /class="[^"]*(?:key-points|quote|aside|unknown|later)/],
	['compare', /class="compare/],
	['references', /class="(?:ref|key)[ "]/],
	['notes', /class="(?:ref|key)[ "]/],
	['credit', /class="credit/],
	['records'],
	['lists', /class="[^"]*(?:accounts|claim-|words-only|source-list|entry|open-end)/],
	['ceasefires', /class="[^"]*(?:ceasefire|event|card|presets)/],
	['figure'],
	['front', /class="(?:explainer|chart)-list/],
	['search', /<site-search/],
	['chart-client', /class="drawing/],
	['charts', /class="drawing/],
	['timeline', /class="drawing/],
	['filter', /filter-slot/],
	['map', /class="map-/],
	['print'],
];
const sheets = new Map<string, string>();

/**
 * For every page but the embeds: the rules that the page can use.
 * @param html what stands in the page's body
 */
export function siteStyles(html: string): string {
	const names = parts.filter(([, sign]) => !sign || sign.test(html)).map(([name]) => name);
	const key = names.join(' ');
	const styles = sheets.get(key) ?? sheet(names);
	sheets.set(key, styles);
	return styles;
}

/** For charts in a frame on another site. */
export const embedStyles = sheet([...common, 'embed', 'figure', 'charts', 'timeline', 'map']);

/** The rules of drawings as they are written, and the values in them: for files and pictures that stand alone. */
export const drawingRules = { rules: ['charts', 'timeline', 'map'].map(read).join('\n'), values: read('tokens') };

/**
 * The sheet for a page, its addresses relative to it.
 * @param root relative address of the site's root from the page, for example `../../`
 */
export function stylesFor(styles: string, root: string): string {
	return styles
		.replaceAll('url(/', `url(${root === './' ? '' : root}`)
		.replaceAll('url("/', `url("${root === './' ? '' : root}`);
}
