import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import Accounts from './Accounts.astro';
import Actor from './Actor.astro';
import Aside from './Aside.astro';
import Ceasefire from './Ceasefire.astro';
import Ceasefires from './Ceasefires.astro';
import Chart from './Chart.astro';
import Claim from './Claim.astro';
import Compare from './Compare.astro';
import Later from './Later.astro';
import Link from './Link.astro';
import Picture from './Picture.astro';
import Quote from './Quote.astro';
import Table from './Table.astro';
import Term from './Term.astro';
import Unknown from './Unknown.astro';
import Value from './Value.astro';

const texts = import.meta.glob<{ readonly default: AstroComponentFactory }>(
	'../../content/{explainers,pages}/[a-z0-9]*.mdx',
);

/** The text of an explainer or a page, to be printed with `contentComponents`. */
export async function textOf(folder: 'explainers' | 'pages', id: string): Promise<AstroComponentFactory> {
	const load = texts[`../../content/${folder}/${id}.mdx`];
	if (!load) throw new Error(`content/${folder}/${id}.mdx is missing.`);
	return (await load()).default;
}

/** What content may use. The desk's dialect lists the same names with their attributes. */
const dialect = {
	Accounts,
	Actor,
	Aside,
	Ceasefire,
	Ceasefires,
	Chart,
	Claim,
	Compare,
	Later,
	Map: Chart,
	Quote,
	Term,
	Unknown,
	Value,
};

/** What a text is printed with: the dialect, and what Markdown's own links, images and tables are printed by. */
export const contentComponents = { ...dialect, Link, Picture, Table };
