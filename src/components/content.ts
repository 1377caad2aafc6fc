import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { components } from '../prose/dialect.ts';

interface Module {
	readonly default: AstroComponentFactory;
}
const texts = import.meta.glob<Module>('../../content/{explainers,pages}/[a-z0-9]*.mdx');
const files = import.meta.glob<Module>('./[A-Z]*.astro', { eager: true });

/** The text of an explainer or a page, to be printed with `contentComponents`. */
export async function textOf(folder: 'explainers' | 'pages', id: string): Promise<AstroComponentFactory> {
	const load = texts[`../../content/${folder}/${id}.mdx`];
	if (!load) throw new Error(`content/${folder}/${id}.mdx is missing.`);
	return (await load()).default;
}

/** What a text is printed with: the dialect, and what Markdown's own links, images and tables are printed by. */
const names = [...components.map(({ name }) => name), 'Link', 'Picture', 'Table'];
export const contentComponents = Object.fromEntries(
	// A map is a chart to a page.
	names.map((name) => [name, files[`./${name === 'Map' ? 'Chart' : name}.astro`]?.default]),
);
