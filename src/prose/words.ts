import type { Nodes } from 'mdast';
import type { Ledger } from '../ledger/ledger.ts';
import { formatQuantity } from '../ledger/quantity.ts';
import { resolveValue } from '../ledger/values.ts';
import { inlineNames } from './dialect.ts';
import { readField } from './field.ts';
import { attributesOf, type Component, childrenOf, isComponent, writtenWords } from './nodes.ts';

/**
 * The words that a reader sees for a reference: those between its tags, or those of its record.
 * @throws Error when it does not resolve, which the desk rules out
 */
export function referenceWords(ledger: Ledger, reference: Component): string {
	const written = writtenWords(reference).replace(/\s+/g, ' ').trim();
	if (written !== '') return written;
	const attributes = attributesOf(reference);
	const { id = '' } = attributes;
	switch (reference.name) {
		case 'Actor':
			return required(ledger.actors.get(id), 'actor', id).name;
		case 'Term':
			return required(ledger.terms.get(id), 'term', id).term;
		case 'Claim':
			return formatQuantity(required(required(ledger.claims.get(id), 'claim', id).quantity, 'figure of claim', id));
		case 'Value': {
			const result = resolveValue(ledger, attributes);
			if (!result.ok) throw new Error(result.message);
			return attributes['as'] === 'exact' ? result.value.exact : result.value.text;
		}
		default:
			return '';
	}
}

/** @throws Error when a record is not there */
export function required<T>(record: T | undefined, kind: string, id: string): T {
	if (record === undefined) throw new Error(`There is no ${kind} "${id}".`);
	return record;
}

/** A component that stands in a sentence and prints words. */
export type Reference = Component & { readonly name: string };
export const isReference = <T extends { readonly type: string }>(node: T): node is T & Reference =>
	isComponent(node) && inlineNames.includes(node.name ?? '');

/** The words of a text as a reader sees them; drawings bring none. Blocks are set apart by a space. */
export function wordsOf(ledger: Ledger, nodes: readonly Nodes[]): string {
	return nodes
		.map((node): string => {
			if (isReference(node)) return referenceWords(ledger, node);
			if ('value' in node) return node.type === 'yaml' ? '' : node.value;
			if (node.type === 'break') return ' ';
			if (node.type === 'image') return node.alt ?? '';
			const inside = wordsOf(ledger, childrenOf(node));
			return SEPARATE.has(node.type) ? `${inside} ` : inside;
		})
		.join('');
}

const SEPARATE: ReadonlySet<string> = new Set('paragraph heading listItem tableCell mdxJsxFlowElement code'.split(' '));

/** A prose field as plain words: for titles, descriptions, feeds and files. */
export const plainText = (ledger: Ledger, field: string): string => wordsOf(ledger, readField(field));
