import { drawChart } from '../charts/declared.ts';
import { accounts } from '../ledger/accounts.ts';
import { parseInline } from '../ledger/inline.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { address } from '../ledger/link.ts';
import { plainText } from '../ledger/to-text.ts';
import { resolveValue } from '../ledger/values.ts';

/** A place of the site that shows a claim. */
export interface Use {
	/** Address from the site's root, with a fragment where the words that open its note can be linked to. */
	readonly to: string;
	readonly title: string;
	/** Its text names the claim; else the claim is drawn or listed there, or a value rests on it. */
	readonly mentioned: boolean;
}

/** Id of the first words on a page that open the note about a claim: where a claim's own page leads back to. */
export const mentionId = (claim: string): string => `at-${claim}`;

const attributesOf = (tag: string): Readonly<Record<string, string>> =>
	Object.fromEntries([...tag.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]));

function tags(body: string, name: string): readonly Readonly<Record<string, string>>[] {
	return [...body.matchAll(new RegExp(`<${name}\\s[^>]*>`, 'g'))].map(([tag]) => attributesOf(tag));
}

/** Claims that a piece of prose names, and those behind the values in it. */
function inProse(
	ledger: Ledger,
	text: string,
): { readonly named: readonly string[]; readonly behind: readonly string[] } {
	const references = parseInline(text).flatMap((part) => (part.type === 'reference' ? [part] : []));
	const values = references
		.filter(({ name }) => name === 'Value')
		.map(({ attributes }) => resolveValue(ledger, attributes));
	return {
		named: references.filter(({ name }) => name === 'Claim').map(({ attributes }) => attributes['id'] ?? ''),
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
			const { points } = drawChart(ledger, id);
			return [id, [...new Set(points.flatMap(({ claim }) => claim ?? []))]] as const;
		}),
	);
	const text = (to: string, title: string, prose: readonly string[], linked = false): void => {
		const found = prose.map((one) => inProse(ledger, one));
		for (const id of found.flatMap(({ named }) => named))
			put(id, { to: `${to}${linked ? `#${mentionId(id)}` : ''}`, title, mentioned: true });
		for (const id of found.flatMap(({ behind }) => behind)) put(id, { to, title, mentioned: false });
	};
	const page = (to: string, title: string, prose: readonly string[], body: string): void => {
		text(to, title, [...prose, body], true);
		const listed = tags(body, 'Accounts').flatMap(({ about = '', measure = '' }) =>
			accounts(ledger, about, measure).map(({ claim }) => claim.id),
		);
		for (const id of listed) put(id, { to, title, mentioned: false });
		for (const { id = '' } of tags(body, 'Chart'))
			for (const claim of drawn.get(id) ?? []) put(claim, { to: `${to}#${id}`, title, mentioned: false });
	};
	const front = ledger.pages.get('front');
	if (front) {
		const glance = (front.glance ?? []).flatMap(({ figure, label }) => [figure, label]);
		page('/', 'Front page', [front.dek, ...glance, ...(front.summary ?? [])], front.body);
	}
	for (const one of ledger.explainers.values()) {
		if (!one.draft)
			page(address('explainer', one.id), `${one.short}: ${one.title}`, [one.dek, ...one.summary], one.body);
	}
	for (const chart of ledger.charts.values()) {
		const to = address('chart', chart.id);
		const title = `Chart: ${plainText(ledger, chart.title)}`;
		for (const claim of drawn.get(chart.id) ?? []) put(claim, { to, title, mentioned: false });
		text(to, title, [chart.title, chart.summary]);
	}
	for (const one of ledger.ceasefires.values()) {
		const prose = [one.outcome, one.scope, one.endedNote, ...one.terms, ...one.events.map(({ what }) => what)];
		text(address('ceasefire', one.id), `Ceasefire: ${one.name}`, prose);
	}
	for (const one of ledger.actors.values()) {
		text(address('actor', one.id), `Who’s who: ${one.name}`, [one.role]);
	}
	known.set(ledger, uses);
	return uses;
}
