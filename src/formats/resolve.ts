import type { PhrasingContent } from 'mdast';
import type { Ledger } from '../ledger/ledger.ts';
import { address } from '../ledger/link.ts';
import { speakerOf } from '../ledger/speaker.ts';
import { resolveValue } from '../ledger/values.ts';
import { readField } from '../prose/field.ts';
import { type Attributes, attributesOf, type Component, isComponent } from '../prose/nodes.ts';
import { isReference, referenceWords, required } from '../prose/words.ts';
import { sourceLine } from './cite.ts';
import type { Footnotes } from './footnotes.ts';
import { link, text } from './nodes.ts';
import { absolute } from './site.ts';

/** What resolving a text needs to know. */
export interface Resolving {
	readonly ledger: Ledger;
	/** Address of the site: links in files that travel are written in full. */
	readonly site: string;
	readonly notes: Footnotes;
}

/** The note of a claim: who, in what, where, and the way to all about it. */
function claimNote({ ledger, site }: Resolving, id: string): readonly PhrasingContent[] {
	const claim = required(ledger.claims.get(id), 'claim', id);
	const source = required(ledger.sources.get(claim.source), 'source', claim.source);
	const quote = claim.quote === undefined ? '' : ` “${claim.quote.replace(/\s+/g, ' ')}”`;
	const where = claim.locator === undefined ? '' : ` Where: ${claim.locator}.`;
	return [
		text(`${claim.saidBy === undefined ? '' : `${speakerOf(ledger, claim)}, in `}`),
		source.url === undefined ? text(sourceLine(source)) : link(source.url, sourceLine(source)),
		text(`.${quote}${where} `),
		link(absolute(site, address('claim', id)), 'All about this claim'),
	];
}

function valueNote({ ledger, site }: Resolving, attributes: Attributes): readonly PhrasingContent[] {
	const result = resolveValue(ledger, attributes);
	if (!result.ok) throw new Error(result.message);
	const { derivation, sources, series, ceasefires } = result.value;
	const [ceasefire] = ceasefires;
	const named =
		sources.length > 4 || ceasefire !== undefined
			? []
			: sources.map((id) => required(ledger.sources.get(id), 'source', id));
	return [
		text(derivation),
		...named.flatMap((source) => [
			text(' '),
			link(absolute(site, address('source', source.id)), sourceLine(source)),
			text('.'),
		]),
		...series.flatMap((id) => [text(' '), link(absolute(site, address('series', id)), 'The whole series')]),
		...(ceasefire === undefined
			? []
			: [
					text(' '),
					ceasefires.length === 1
						? link(absolute(site, address('ceasefire', ceasefire)), 'Its dates and sources')
						: link(absolute(site, '/ceasefires/'), 'All ceasefires, each with its dates and sources'),
				]),
	];
}

/** A reference inside a sentence, as words and a note. */
function reference(to: Resolving, node: Component): readonly PhrasingContent[] {
	const words = text(referenceWords(to.ledger, node));
	const attributes = attributesOf(node);
	const { id = '' } = attributes;
	if (node.name === 'Claim') return [words, to.notes.mark(`claim ${id}`, () => claimNote(to, id))];
	if (node.name === 'Value')
		return [words, to.notes.mark(`value ${JSON.stringify(attributes)}`, () => valueNote(to, attributes))];
	return [words];
}

const full = (to: Resolving, url: string): string => (url.startsWith('/') ? absolute(to.site, url) : url);

/** Words of a text as nodes of plain Markdown: references with their notes, addresses in full. */
export function phrases(to: Resolving, nodes: readonly PhrasingContent[]): PhrasingContent[] {
	return nodes.flatMap((node): readonly PhrasingContent[] => {
		if (isReference(node)) return reference(to, node);
		if (isComponent(node)) return phrases(to, node.children as PhrasingContent[]);
		if (node.type === 'link')
			return [{ ...node, url: full(to, node.url), children: phrases(to, node.children) as typeof node.children }];
		if (node.type === 'image') return [{ ...node, url: full(to, node.url) }];
		if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete')
			return [{ ...node, children: phrases(to, node.children) }];
		return [node];
	});
}

/** A prose field of YAML or front matter as nodes. */
export const prose = (to: Resolving, field: string): readonly PhrasingContent[] => phrases(to, readField(field));
