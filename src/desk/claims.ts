import { quantity as quantitySchema } from '../ledger/schemas/claim.ts';
import { isDisputed } from '../ledger/speaker.ts';
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
	/** true when others give another figure of the same. */
	readonly disputed: boolean;
}

const views = new WeakMap<Desk, ReadonlyMap<string, ClaimView>>();

/** All claims by id. Made once for a desk. */
export function claimsOf(desk: Desk): ReadonlyMap<string, ClaimView> {
	const known = views.get(desk);
	if (known) return known;
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
	const result = new Map(
		claims.map((claim) => {
			const known = desk.ledger.claims.get(claim.id);
			return [claim.id, { ...claim, disputed: known !== undefined && isDisputed(desk.ledger, known) }] as const;
		}),
	);
	views.set(desk, result);
	return result;
}
