import type { PhrasingContent } from 'mdast';
import { parseInline } from '../ledger/inline.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { address } from '../ledger/link.ts';
import { formatQuantity } from '../ledger/quantity.ts';
import { resolveValue } from '../ledger/values.ts';
import { sourceLine, speaker } from './cite.ts';
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

type Attributes = Readonly<Record<string, string>>;

/** @throws Error when a record is not there, which `buildLedger` rules out */
export function required<T>(record: T | undefined, kind: string, id: string): T {
	if (record === undefined) throw new Error(`There is no ${kind} "${id}".`);
	return record;
}

/** The note of a claim: who, in what, where, and the way to all about it. */
function claimNote({ ledger, site }: Resolving, id: string): readonly PhrasingContent[] {
	const claim = required(ledger.claims.get(id), 'claim', id);
	const source = required(ledger.sources.get(claim.source), 'source', claim.source);
	const quote = claim.quote === undefined ? '' : ` “${claim.quote.replace(/\s+/g, ' ')}”`;
	const where = claim.locator === undefined ? '' : ` Where: ${claim.locator}.`;
	return [
		text(`${claim.saidBy === undefined ? '' : `${speaker(ledger, claim)}, in `}`),
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
export function reference(
	to: Resolving,
	name: string,
	attributes: Attributes,
	words: string | undefined,
): readonly PhrasingContent[] {
	const { ledger, notes } = to;
	const { id = '' } = attributes;
	switch (name) {
		case 'Claim': {
			const { quantity } = required(ledger.claims.get(id), 'claim', id);
			const shown = words ?? formatQuantity(required(quantity, 'figure of claim', id));
			return [text(shown), notes.mark(`claim ${id}`, () => claimNote(to, id))];
		}
		case 'Value': {
			const result = resolveValue(ledger, attributes);
			if (!result.ok) throw new Error(result.message);
			const shown = attributes['as'] === 'exact' ? result.value.exact : result.value.text;
			return [text(shown), notes.mark(`value ${JSON.stringify(attributes)}`, () => valueNote(to, attributes))];
		}
		case 'Actor':
			return [text(words ?? required(ledger.actors.get(id), 'actor', id).name)];
		case 'Term':
			return [text(words ?? required(ledger.terms.get(id), 'term', id).term)];
		default:
			throw new Error(`There is no component <${name}>.`);
	}
}

/** A prose string of YAML or front matter as nodes. */
export function prose(to: Resolving, source: string): readonly PhrasingContent[] {
	return parseInline(source).flatMap((part) =>
		part.type === 'text' ? [text(part.text)] : reference(to, part.name, part.attributes, part.words),
	);
}
