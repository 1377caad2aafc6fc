import type { Nodes } from 'mdast';
import { drawFigure } from '../charts/figures.ts';
import { accounts } from '../ledger/accounts.ts';
import type { Kind } from '../ledger/kinds.ts';
import { type Explainer, type Ledger, type Page, publishedIn } from '../ledger/ledger.ts';
import { address, mentionId } from '../ledger/link.ts';
import { proseOf } from '../ledger/record-fields.ts';
import { remember } from '../ledger/remember.ts';
import { resolveValue } from '../ledger/values.ts';
import { bodyOf } from '../prose/body.ts';
import { readField } from '../prose/field.ts';
import { attributesOf, componentsIn } from '../prose/nodes.ts';
import { plainText } from '../prose/words.ts';

/** A place of the site that shows a claim. */
export interface Use {
	/** Address from the site's root, with a fragment where the words that open its note can be linked to. */
	readonly to: string;
	readonly title: string;
	/** Its text names the claim; else the claim is drawn or listed there, or a value rests on it. */
	readonly mentioned: boolean;
}

/**
 * Where each claim is shown: explainers and pages that name it, charts that draw it, ceasefires and actors whose text
 * rests on it. In the order in which the site lists them; each place once.
 */
export const usesOf = remember((ledger: Ledger): ReadonlyMap<string, readonly Use[]> => {
	const uses = new Map<string, Use[]>();
	const put = (title: string, to: string, mentioned: boolean, claims: Iterable<string>): void => {
		for (const claim of claims) {
			const list = uses.get(claim) ?? [];
			const address = mentioned && to.endsWith('#') ? `${to}${mentionId(claim)}` : to.replace(/#$/, '');
			if (!list.some((use) => use.to.split('#')[0] === to.split('#')[0])) list.push({ to: address, title, mentioned });
			uses.set(claim, list);
		}
	};
	/** Claims that a text names, and those behind the values in it. */
	const text = (to: string, title: string, nodes: readonly Nodes[]): void => {
		const named = componentsIn(nodes, 'Claim').map((node) => attributesOf(node)['id'] ?? '');
		const values = componentsIn(nodes, 'Value').map((node) => resolveValue(ledger, attributesOf(node)));
		const behind = values.flatMap((result) => (result.ok ? result.value.claims : []));
		put(title, to, true, named);
		put(title, to, false, behind);
	};
	const fields = (kind: Kind, record: unknown) => proseOf(kind, record).flatMap(readField);
	const drawn = new Map(
		[...ledger.charts.keys()].map((id) => [id, drawFigure(ledger, id).points.flatMap(({ claim }) => claim ?? [])]),
	);
	const page = (kind: 'explainer' | 'page', record: Explainer | Page, title: string): void => {
		const to = address(kind, record.id);
		const body = bodyOf(record).children;
		text(`${to}#`, title, [...fields(kind, record), ...body]);
		for (const { about = '', measure = '' } of componentsIn(body, 'Accounts').map(attributesOf))
			for (const { claim } of accounts(ledger, about, measure)) put(title, to, false, [claim.id]);
		for (const { id = '' } of componentsIn(body, 'Chart').map(attributesOf))
			put(title, `${to}#${id}`, false, drawn.get(id) ?? []);
	};
	const front = ledger.pages.get('front');
	if (front) page('page', front, 'Front page');
	for (const one of publishedIn(ledger)) page('explainer', one, `${one.short}: ${one.title}`);
	for (const { id, title, summary } of ledger.charts.values()) {
		const to = address('chart', id);
		const called = `Chart: ${plainText(ledger, title)}`;
		put(called, to, false, drawn.get(id) ?? []);
		text(to, called, [title, summary].flatMap(readField));
	}
	for (const one of ledger.ceasefires.values())
		text(address('ceasefire', one.id), `Ceasefire: ${one.name}`, fields('ceasefire', one));
	for (const one of ledger.actors.values())
		text(address('actor', one.id), `Who’s who: ${one.name}`, fields('actor', one));
	return uses;
}, new WeakMap());
