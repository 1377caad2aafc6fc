import type { Nodes } from 'mdast';
import { drawFigure } from '../charts/figures.ts';
import { accounts } from '../ledger/accounts.ts';
import type { Explainer, Ledger, Page } from '../ledger/ledger.ts';
import { address, mentionId } from '../ledger/link.ts';
import { proseOf } from '../ledger/record-fields.ts';
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

/** Claims that a text names, and those behind the values in it. */
function inText(
	ledger: Ledger,
	nodes: readonly Nodes[],
): { readonly named: readonly string[]; readonly behind: readonly string[] } {
	const values = componentsIn(nodes, 'Value').map((node) => resolveValue(ledger, attributesOf(node)));
	return {
		named: componentsIn(nodes, 'Claim').map((node) => attributesOf(node)['id'] ?? ''),
		behind: values.flatMap((result) => (result.ok ? result.value.claims : [])),
	};
}

const known = new WeakMap<Ledger, ReadonlyMap<string, readonly Use[]>>();

/**
 * Where each claim is shown: explainers and pages that name it, charts that draw it, ceasefires and actors whose text
 * rests on it. In the order in which the site lists them; each place once.
 */
export function usesOf(ledger: Ledger): ReadonlyMap<string, readonly Use[]> {
	const before = known.get(ledger);
	if (before) return before;
	const uses = new Map<string, Use[]>();
	const put = (claim: string, use: Use): void => {
		const list = uses.get(claim) ?? [];
		if (!list.some(({ to }) => to.split('#')[0] === use.to.split('#')[0])) list.push(use);
		uses.set(claim, list);
	};
	const drawn = new Map(
		[...ledger.charts.keys()].map((id) => {
			const { points } = drawFigure(ledger, id);
			return [id, [...new Set(points.flatMap(({ claim }) => claim ?? []))]] as const;
		}),
	);
	const text = (to: string, title: string, fields: readonly string[], body: readonly Nodes[] = []): void => {
		const { named, behind } = inText(ledger, [...fields.flatMap(readField), ...body]);
		const at = (id: string) => (body.length > 0 ? `#${mentionId(id)}` : '');
		for (const id of named) put(id, { to: `${to}${at(id)}`, title, mentioned: true });
		for (const id of behind) put(id, { to, title, mentioned: false });
	};
	const page = (to: string, title: string, fields: readonly string[], record: Explainer | Page): void => {
		const body = bodyOf(record).children;
		text(to, title, fields, body);
		const listed = componentsIn(body, 'Accounts')
			.map(attributesOf)
			.flatMap(({ about = '', measure = '' }) => accounts(ledger, about, measure).map(({ claim }) => claim.id));
		for (const id of listed) put(id, { to, title, mentioned: false });
		for (const { id = '' } of componentsIn(body, 'Chart').map(attributesOf))
			for (const claim of drawn.get(id) ?? []) put(claim, { to: `${to}#${id}`, title, mentioned: false });
	};
	const front = ledger.pages.get('front');
	if (front) {
		page('/', 'Front page', proseOf('page', front), front);
	}
	for (const one of ledger.explainers.values()) {
		if (!one.draft) page(address('explainer', one.id), `${one.short}: ${one.title}`, proseOf('explainer', one), one);
	}
	for (const chart of ledger.charts.values()) {
		const to = address('chart', chart.id);
		const title = `Chart: ${plainText(ledger, chart.title)}`;
		for (const claim of drawn.get(chart.id) ?? []) put(claim, { to, title, mentioned: false });
		text(to, title, [chart.title, chart.summary]);
	}
	for (const one of ledger.ceasefires.values()) {
		text(address('ceasefire', one.id), `Ceasefire: ${one.name}`, proseOf('ceasefire', one));
	}
	for (const one of ledger.actors.values()) {
		text(address('actor', one.id), `Who’s who: ${one.name}`, proseOf('actor', one));
	}
	known.set(ledger, uses);
	return uses;
}
