import type { Claim, Ledger } from '../ledger/ledger.ts';
import { isDisputed } from '../ledger/speaker.ts';
import { attributeOf, type Use } from './passage.ts';
import type { Desk } from './rule.ts';

/** A claim with its unit, which may be that of its measure, and whether others give another figure of the same. */
export type ClaimView = Claim & { readonly unit: string; readonly disputed: boolean };

export function claimViews(ledger: Ledger): Desk['claims'] {
	const views = [...ledger.claims.values()].map((claim): ClaimView => {
		const unit = claim.quantity?.unit ?? ledger.measures.get(claim.measure)?.unit ?? '';
		return { ...claim, unit, disputed: isDisputed(ledger, claim) };
	});
	return new Map(views.map((claim) => [claim.id, claim]));
}

/** The claim that a `<Claim>` names; undefined for other components, and where it leads nowhere. */
export const claimIn = ({ claims }: Pick<Desk, 'claims'>, use: Use): ClaimView | undefined =>
	use.name === 'Claim' ? claims.get(attributeOf(use, 'id')) : undefined;
