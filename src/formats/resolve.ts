import type { FootnoteDefinition, FootnoteReference, Link, PhrasingContent } from 'mdast';
import { formatDate } from '../ledger/date.ts';
import type { Kind } from '../ledger/kinds.ts';
import type { Ledger, Source } from '../ledger/ledger.ts';
import { speakerOf } from '../ledger/speaker.ts';
import { resolveValue } from '../ledger/values.ts';
import { readField } from '../prose/field.ts';
import { type Attributes, attributesOf, type Component, isComponent } from '../prose/nodes.ts';
import { isReference, referenceWords, required } from '../prose/words.ts';
import { link, paragraph, text } from './nodes.ts';
import { absolute, recordUrl } from './site.ts';

/** What resolving a text needs to know. */
export interface Resolving {
	readonly ledger: Ledger;
	/** Address of the site: links in files that travel are written in full. */
	readonly site: string;
	/** What the text rests on, in order of first mention. */
	readonly notes: Map<string, FootnoteDefinition>;
}

/** "Title, publisher, day published, read in a copy": a source in one line, without what is not known. */
export function sourceLine(source: Source): string {
	const parts = [
		source.english ? `${source.english} (${source.title})` : source.title,
		source.publisher === 'Unknown' ? 'publisher unknown' : source.publisher,
		source.agency,
		source.published && formatDate(source.published),
		source.readIn && `read in a copy (${source.readIn})`,
	];
	return parts.filter(Boolean).join(', ');
}

/** A link to the page of a record. */
export const toRecord = ({ site }: Resolving, kind: Kind, id: string, words: string): Link =>
	link(recordUrl(site, kind, id), words);

/** A source in one line, which leads to where it can be read. */
export const toSource = (to: Resolving, source: Source): Link =>
	source.url === undefined
		? toRecord(to, 'source', source.id, sourceLine(source))
		: link(source.url, sourceLine(source));

type Words = readonly (PhrasingContent | string)[];

/** The note of a claim: who, in what, where, and the way to all about it. */
function claimNote(to: Resolving, id: string): Words {
	const claim = required(to.ledger.claims.get(id), 'claim', id);
	const source = required(to.ledger.sources.get(claim.source), 'source', claim.source);
	const quote = claim.quote === undefined ? '' : ` “${claim.quote.replace(/\s+/g, ' ')}”`;
	const where = claim.locator === undefined ? '' : ` Where: ${claim.locator}.`;
	return [
		claim.saidBy === undefined ? '' : `${speakerOf(to.ledger, claim)}, in `,
		source.url === undefined ? sourceLine(source) : toSource(to, source),
		`.${quote}${where} `,
		toRecord(to, 'claim', id, 'All about this claim'),
	];
}

/** The note of a value: how it was derived, and the way to what it rests on. */
function valueNote(to: Resolving, attributes: Attributes): Words {
	const result = resolveValue(to.ledger, attributes);
	if (!result.ok) throw new Error(result.message);
	const { derivation, sources, series, ceasefires } = result.value;
	const [ceasefire, another] = ceasefires;
	const named = sources.length > 4 || ceasefire !== undefined ? [] : sources;
	const list = link(absolute(to.site, '/ceasefires/'), 'All ceasefires, each with its dates and sources');
	const deals = ceasefire && (another ? list : toRecord(to, 'ceasefire', ceasefire, 'Its dates and sources'));
	const line = (id: string) => sourceLine(required(to.ledger.sources.get(id), 'source', id));
	return [
		derivation,
		...named.flatMap((id) => [' ', toRecord(to, 'source', id, line(id)), '.']),
		...series.flatMap((id) => [' ', toRecord(to, 'series', id, 'The whole series')]),
		...(deals ? [' ', deals] : []),
	];
}

/** The mark behind the words: what a text rests on is numbered by first mention, and the same note keeps its number. */
function mark({ notes }: Resolving, key: string, write: () => Words): FootnoteReference {
	const label = notes.get(key)?.label ?? String(notes.size + 1);
	const named = { identifier: label, label };
	if (!notes.has(key)) notes.set(key, { type: 'footnoteDefinition', ...named, children: [paragraph(...write())] });
	return { type: 'footnoteReference', ...named };
}

/** A reference inside a sentence, as words and a note. */
function reference(to: Resolving, node: Component): readonly PhrasingContent[] {
	const words = text(referenceWords(to.ledger, node));
	const attributes = attributesOf(node);
	const { id = '' } = attributes;
	if (node.name === 'Claim') return [words, mark(to, `claim ${id}`, () => claimNote(to, id))];
	if (node.name !== 'Value') return [words];
	return [words, mark(to, `value ${JSON.stringify(attributes)}`, () => valueNote(to, attributes))];
}

/** Words of a text as nodes of plain Markdown: references with their notes, addresses in full. */
export function phrases(to: Resolving, nodes: readonly PhrasingContent[]): PhrasingContent[] {
	return nodes.flatMap((node): readonly PhrasingContent[] => {
		if (isReference(node)) return reference(to, node);
		const inside = 'children' in node ? { children: phrases(to, node.children as PhrasingContent[]) } : undefined;
		if (isComponent(node)) return inside?.children ?? [];
		const full = 'url' in node && node.url.startsWith('/') ? { url: absolute(to.site, node.url) } : {};
		return [{ ...node, ...full, ...inside } as PhrasingContent];
	});
}

/** A prose field of YAML or front matter as nodes. */
export const prose = (to: Resolving, field: string): readonly PhrasingContent[] => phrases(to, readField(field));
