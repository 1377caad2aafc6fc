import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import type { Explainer, Ledger } from '../ledger/ledger.ts';
import { articleTree } from './article.ts';

const writer = remark().use(remarkGfm).data('settings', { bullet: '-', fences: true }).freeze();

/** A tree as Markdown text; every character that Markdown would read as a mark is escaped. */
export const writeMarkdown = (tree: Root): string => writer.stringify(tree);

/** An explainer as Markdown with numbered notes, for readers and programs that take text. */
export const explainerMarkdown = (ledger: Ledger, explainer: Explainer, site: string): string =>
	writeMarkdown(articleTree(ledger, explainer, site, true));

/** An explainer as HTML for a feed: whole, without scripts, styles or components. */
export const explainerHtml = (ledger: Ledger, explainer: Explainer, site: string): string =>
	toHtml(
		toHast(articleTree(ledger, explainer, site, false), {
			clobberPrefix: `${explainer.id}-`,
			footnoteLabel: 'Where each figure comes from',
			footnoteLabelProperties: {},
		}),
	);
