import type { Ledger } from '../ledger/ledger.ts';
import { isDisputed } from '../ledger/speaker.ts';
import { attributeOf, type Use } from './passage.ts';
import type { ClaimView, Desk } from './rule.ts';

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
