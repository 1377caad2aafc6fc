import { parseInline } from './inline.ts';
import type { Ledger } from './ledger.ts';
import { formatQuantity } from './quantity.ts';
import { resolveValue } from './values.ts';

/**
 * Prose as plain words, its references resolved: for titles, descriptions, feeds and files.
 * @throws Error when a reference does not resolve, which `buildLedger` rules out
 */
export function plainText(ledger: Ledger, prose: string): string {
	return parseInline(prose)
		.map((part) => {
			if (part.type === 'text') return part.text;
			if (part.words !== undefined) return part.words;
			const { id = '' } = part.attributes;
			if (part.name === 'Actor') return found(ledger.actors.get(id), 'actor', id).name;
			if (part.name === 'Term') return found(ledger.terms.get(id), 'term', id).term;
			if (part.name === 'Claim') {
				const { quantity } = found(ledger.claims.get(id), 'claim', id);
				return formatQuantity(found(quantity, 'figure of claim', id));
			}
			const result = resolveValue(ledger, part.attributes);
			if (!result.ok) throw new Error(result.message);
			return part.attributes['as'] === 'exact' ? result.value.exact : result.value.text;
		})
		.join('');
}

function found<T>(record: T | undefined, kind: string, id: string): T {
	if (record === undefined) throw new Error(`There is no ${kind} "${id}".`);
	return record;
}
