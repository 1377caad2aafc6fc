import { prepareSeed } from '../ledger/quote.ts';
import { coverage } from '../ledger/seed.ts';
import type { Finding } from './place.ts';
import type { Desk } from './rule.ts';

/** What there is, and how much of each seed is accounted for. */
export interface Summary {
	readonly seeds: readonly { readonly name: string; readonly accounted: number; readonly figures: number }[];
	readonly claims: number;
	readonly sources: number;
	readonly explainers: number;
	readonly ceasefires: number;
	readonly errors: number;
	readonly warnings: number;
}

export function summarise({ ledger, records }: Desk, findings: readonly Finding[]): Summary {
	const claims = [...ledger.claims.values()];
	const seeds = [...ledger.sources.values()].flatMap((source) => {
		const text = ledger.seeds.get(source.id);
		if (text === undefined || source.seed === undefined) return [];
		const quotes = claims.flatMap((claim) =>
			claim.source === source.id && claim.quote !== undefined ? [{ claim: claim.id, quote: claim.quote }] : [],
		);
		const figures = coverage(prepareSeed(text), quotes, source.setAside ?? []);
		return [
			{
				name: source.id.replace(/^seed-/, ''),
				accounted: figures.filter((figure) => figure.accounted).length,
				figures: figures.length,
			},
		];
	});
	const errors = findings.filter(({ severity }) => severity === 'error').length;
	return {
		seeds,
		claims: records('claim').length,
		sources: records('source').length,
		explainers: records('explainer').length,
		ceasefires: records('ceasefire').length,
		errors,
		warnings: findings.length - errors,
	};
}
