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

/** Files that only some pages need, each with what a page has in it that needs them. */
const partly = [
	['front', /class="(?:explainer|chart)-list/],
	['search', /<site-search/],
	['chart-client', /class="drawing/],
	['charts', /class="drawing/],
	['timeline', /class="drawing/],
	['filter', /filter-slot/],
	['map', /class="map-/],
] as const;
const sheets = new Map<string, string>();

/**
 * For every page but the embeds: the rules that the page can use.
 * @param html what stands in the page's body
 */
export function siteStyles(html: string): string {
	const needed = partly.filter(([, sign]) => sign.test(html)).map(([name]) => name);
	const key = needed.join(' ');
	const styles =
		sheets.get(key) ?? sheet(['fonts', ...common, 'base', 'prose', 'components', 'figure', ...needed, 'print']);
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
