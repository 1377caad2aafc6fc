import { quantity as quantitySchema } from '../ledger/schemas/claim.ts';
import { isDisputed } from '../ledger/speaker.ts';
import { attributeOf, type Use } from './passage.ts';
import { type ClaimView, type Desk, textOf } from './rule.ts';

export function claimViews({ ledger, records, content }: Omit<Desk, 'claims'>): Desk['claims'] {
	const claims = records('claim').map(({ entry: { id, data } }): ClaimView => {
		const text = (key: string) => textOf(data, key);
		const measure = text('measure');
		const { data: quantity } = quantitySchema.safeParse((data as { quantity?: unknown } | null)?.quantity);
		const unit = quantity?.unit ?? textOf(content.homes.get(`measure/${measure}`)?.entry.data, 'unit');
		const known = ledger.claims.get(id);
		return {
			...{ id, measure, quantity, unit },
			...{ about: text('about'), saidBy: text('saidBy'), statement: text('statement') },
			disputed: known !== undefined && isDisputed(ledger, known),
		};
	});
	return new Map(claims.map((claim) => [claim.id, claim]));
}

/** The claim that a `<Claim>` names; undefined for other components, and where it leads nowhere. */
export const claimIn = ({ claims }: Pick<Desk, 'claims'>, use: Use): ClaimView | undefined =>
	use.name === 'Claim' ? claims.get(attributeOf(use, 'id')) : undefined;
