import { transform } from 'lightningcss';
import { chosenColours, colourRules } from './colours.ts';
import { fontRules } from './fonts.ts';
import { mapMarks, markRules, marks } from './marks.ts';

const files = import.meta.glob<string>('./*.css', { query: '?raw', import: 'default', eager: true });

/** Rules that are made from tables, by the sheet that they begin. */
const made: Readonly<Record<string, string>> = {
	fonts: fontRules,
	tokens: colourRules,
	charts: `${markRules(marks)}\n${chosenColours}`,
	map: markRules(mapMarks),
};

/** The sheets in their order with their cascade layers; with those that only some pages need, what in a page needs them. */
const parts: readonly (readonly [name: string, layer: string, sign?: RegExp])[] = [
	['fonts', ''],
	['reset', 'reset'],
	['tokens', 'tokens'],
	['base', 'base'],
	['article', 'prose'],
	['boxes', 'prose', /class="[^"]*(?:key-points|quote|aside|unknown|later)/],
	['compare', 'prose', /class="compare/],
	['references', 'components', /class="(?:ref|key)[ "]/],
	['notes', 'components', /class="(?:ref|key)[ "]/],
	['records', 'components'],
	['lists', 'components', /class="[^"]*(?:accounts|claim-|words-only|source-list|entry|open-end)/],
	['ceasefires', 'components', /class="[^"]*(?:ceasefire|event|presets)/],
	['figure', 'components', /<(?:figure|table|summary|svg)[ >]/],
	['front', 'components', /class="(?:explainer|chart)-list/],
	['search', 'components', /<site-search/],
	['chart-client', 'components', /class="drawing/],
	['charts', 'components', /class="drawing/],
	['filter', 'components', /filter-slot/],
	['map', 'components', /class="map-/],
	['print', 'print'],
];
/** For charts in a frame on another site. */
const embed = ['reset', 'tokens', 'embed', 'figure', 'charts', 'map'];
const layers = new Map([...parts, ['embed', 'components'] as const].map(([name, layer]) => [name, layer]));
const order = '@layer reset, tokens, base, prose, components, print;';

/**
 * One style sheet out of several, minified. It is put into each page: a page then needs no second round trip before it
 * can be shown. Addresses in it are from the site's root, written `url(/…)`.
 */
function sheet(names: readonly string[]): string {
	const source = names.map((name) => {
		const text = `${made[name] ?? ''}\n${files[`./${name}.css`] ?? ''}`;
		return layers.get(name) ? `@layer ${layers.get(name)}{${text}}` : text;
	});
	const code = new TextEncoder().encode([order, ...source].join('\n'));
	return new TextDecoder().decode(transform({ filename: 'site.css', code, minify: true }).code);
}

const sheets = new Map<string, string>();

/**
 * For every page but the embeds: the rules that the page can use.
 * @param html what stands in the page's body
 */
export function siteStyles(html: string): string {
	const names = parts.filter(([, , sign]) => !sign || sign.test(html)).map(([name]) => name);
	const key = names.join(' ');
	const styles = sheets.get(key) ?? sheet(names);
	sheets.set(key, styles);
	return styles;
}

export const embedStyles = sheet(embed);

/**
 * The sheet for a page, its addresses relative to it.
 * @param root relative address of the site's root from the page, for example `../../`
 */
export const stylesFor = (styles: string, root: string): string =>
	styles.replaceAll(/url\(("?)\//g, (_, mark: string) => `url(${mark}${root === './' ? '' : root}`);
