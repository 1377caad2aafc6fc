import type { Link, PhrasingContent } from 'mdast';
import type { Kind } from '../ledger/kinds.ts';
import type { Ledger, Source } from '../ledger/ledger.ts';
import { speakerOf } from '../ledger/speaker.ts';
import { resolveValue } from '../ledger/values.ts';
import { readField } from '../prose/field.ts';
import { type Attributes, attributesOf, type Component, isComponent } from '../prose/nodes.ts';
import { isReference, referenceWords, required } from '../prose/words.ts';
import { sourceLine } from './cite.ts';
import type { Footnotes } from './footnotes.ts';
import { link, text } from './nodes.ts';
import { absolute, recordUrl } from './site.ts';

/** What resolving a text needs to know. */
export interface Resolving {
	readonly ledger: Ledger;
	/** Address of the site: links in files that travel are written in full. */
	readonly site: string;
	readonly notes: Footnotes;
}

/** A link to the page of a record. */
export const toRecord = ({ site }: Resolving, kind: Kind, id: string, words: string): Link =>
	link(recordUrl(site, kind, id), words);

/** A source in one line, which leads to where it can be read. */
export const toSource = (to: Resolving, source: Source): Link =>
	source.url === undefined
		? toRecord(to, 'source', source.id, sourceLine(source))
		: link(source.url, sourceLine(source));

/** The note of a claim: who, in what, where, and the way to all about it. */
function claimNote(to: Resolving, id: string): readonly PhrasingContent[] {
	const claim = required(to.ledger.claims.get(id), 'claim', id);
	const source = required(to.ledger.sources.get(claim.source), 'source', claim.source);
	const quote = claim.quote === undefined ? '' : ` “${claim.quote.replace(/\s+/g, ' ')}”`;
	const where = claim.locator === undefined ? '' : ` Where: ${claim.locator}.`;
	return [
		text(claim.saidBy === undefined ? '' : `${speakerOf(to.ledger, claim)}, in `),
		source.url === undefined ? text(sourceLine(source)) : toSource(to, source),
		text(`.${quote}${where} `),
		toRecord(to, 'claim', id, 'All about this claim'),
	];
}

/** The note of a value: how it was derived, and the way to what it rests on. */
function valueNote(to: Resolving, attributes: Attributes): readonly PhrasingContent[] {
	const result = resolveValue(to.ledger, attributes);
	if (!result.ok) throw new Error(result.message);
	const { derivation, sources, series, ceasefires } = result.value;
	const [ceasefire, another] = ceasefires;
	const named = sources.length > 4 || ceasefire !== undefined ? [] : sources;
	const list = link(absolute(to.site, '/ceasefires/'), 'All ceasefires, each with its dates and sources');
	const deals =
		another === undefined && ceasefire ? toRecord(to, 'ceasefire', ceasefire, 'Its dates and sources') : list;
	return [
		text(derivation),
		...named.flatMap((id) => {
			const source = required(to.ledger.sources.get(id), 'source', id);
			return [text(' '), toRecord(to, 'source', id, sourceLine(source)), text('.')];
		}),
		...series.flatMap((id) => [text(' '), toRecord(to, 'series', id, 'The whole series')]),
		...(ceasefire === undefined ? [] : [text(' '), deals]),
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

/** Words of a text as nodes of plain Markdown: references with their notes, addresses in full. */
export function phrases(to: Resolving, nodes: readonly PhrasingContent[]): PhrasingContent[] {
	return nodes.flatMap((node): readonly PhrasingContent[] => {
		if (isReference(node)) return reference(to, node);
		const children = 'children' in node ? phrases(to, node.children as PhrasingContent[]) : [];
		if (isComponent(node)) return children;
		const full = 'url' in node && node.url.startsWith('/') ? { url: absolute(to.site, node.url) } : {};
		return [{ ...node, ...full, ...('children' in node ? { children } : {}) } as PhrasingContent];
	});
}

/** A prose field of YAML or front matter as nodes. */
export const prose = (to: Resolving, field: string): readonly PhrasingContent[] => phrases(to, readField(field));
