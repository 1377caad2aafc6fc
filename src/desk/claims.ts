import { quantity as quantitySchema } from '../ledger/schemas/claim.ts';
import { type Desk, textAt } from './rule.ts';

/** What the rules need to know of a claim, whatever else may be wrong with it. */
export interface ClaimView {
	readonly id: string;
	readonly about: string;
	readonly measure: string;
	readonly saidBy: string;
	readonly source: string;
	readonly statement: string;
	readonly value?: number;
	readonly upper?: number;
	readonly qualifier?: string;
	/** Its own unit; empty where that of its measure holds. */
	readonly unit: string;
	readonly supersedes: string;
	/** true when the measure is an event count and standing accounts of the same thing give different figures. */
	readonly disputed: boolean;
}

const views = new WeakMap<Desk, ReadonlyMap<string, ClaimView>>();

/** All claims by id. Made once for a desk. */
export function claimsOf(desk: Desk): ReadonlyMap<string, ClaimView> {
	const known = views.get(desk);
	if (known) return known;
	const counts = new Set(
		desk
			.records('measure')
			.filter((measure) => textAt(measure, 'kind') === 'event count')
			.map((measure) => measure.entry.id),
	);
	const claims = desk.records('claim').map((home): Omit<ClaimView, 'disputed'> => {
		const { data } = home.entry;
		const raw = typeof data === 'object' && data !== null && 'quantity' in data ? data.quantity : undefined;
		const parsed = quantitySchema.safeParse(raw);
		const { value, upper, qualifier, unit = '' } = parsed.success ? parsed.data : {};
		return {
			id: home.entry.id,
			about: textAt(home, 'about'),
			measure: textAt(home, 'measure'),
			saidBy: textAt(home, 'saidBy'),
			source: textAt(home, 'source'),
			statement: textAt(home, 'statement'),
			supersedes: textAt(home, 'supersedes'),
			unit,
			...(value === undefined ? {} : { value }),
			...(upper === undefined ? {} : { upper }),
			...(qualifier === undefined ? {} : { qualifier }),
		};
	});
	const replaced = new Set(claims.map((claim) => claim.supersedes));
	const told = Map.groupBy(
		claims.filter((claim) => counts.has(claim.measure) && claim.value !== undefined && !replaced.has(claim.id)),
		(claim) => `${claim.about} ${claim.measure}`,
	);
	const result = new Map(
		claims.map((claim) => {
			const others = told.get(`${claim.about} ${claim.measure}`) ?? [];
			const disputed = new Set(others.map(({ value, upper }) => `${value}-${upper}`)).size > 1;
			return [claim.id, { ...claim, disputed }];
		}),
	);
	views.set(desk, result);
	return result;
}
