import { z } from 'zod';
import type { Claim, Ledger } from './ledger.ts';
import { formatQuantity } from './quantity.ts';

/** What readers were given at the last release: content/published.json. */
export const publishedSchema = z.strictObject({
	addresses: z.array(z.string()),
	/** Claim id → its figure in words, with its unit. */
	claims: z.record(z.string(), z.string()),
});

export type Published = z.infer<typeof publishedSchema>;

const path = z
	.string()
	.regex(/^\/[\w./~-]*$/, 'an address is written from the site’s root, as /claims/some-id/')
	.refine((value) => !value.includes('..') && !value.includes('//'), 'an address has no ".." and no "//"');

/** content/moved.yaml: addresses that were published once and are no more, with where their readers are sent. */
export const movedSchema = z.array(
	z.strictObject({
		from: path.describe('The address as it was published: /claims/old-id/.'),
		to: path.describe('The address that stands for it now.'),
		why: z.string().trim().min(1, 'say why it moved').describe('Why it moved.'),
	}),
);

export type MovedEntry = z.infer<typeof movedSchema>[number];

/** The figure of a claim with its unit, as it was or is published; undefined for a claim without one. */
function publishedValue(ledger: Ledger, claim: Claim): string | undefined {
	const { quantity } = claim;
	if (!quantity) return undefined;
	const unit = quantity.unit ?? ledger.measures.get(claim.measure)?.unit;
	const words = formatQuantity(quantity, 'exact');
	return unit === undefined || quantity.qualifier === 'not given' ? words : `${words} ${unit}`;
}

/** The values of all claims, for the next release. */
export const publishedValues = (ledger: Ledger): Readonly<Record<string, string>> =>
	Object.fromEntries(
		[...ledger.claims.values()].flatMap((claim) => {
			const value = publishedValue(ledger, claim);
			return value === undefined ? [] : [[claim.id, value] as const];
		}),
	);

/** A published value that is another now. */
export interface Change {
	readonly claim: string;
	readonly old: string;
	readonly now: string;
}

/**
 * Claims whose published value has changed without a correction on a published page that says so.
 * A claim that is gone is a vanished address, which is found by itself.
 */
export function silentChanges(ledger: Ledger, published: Published): readonly Change[] {
	const told = [...ledger.explainers.values(), ...ledger.pages.values()]
		.filter(({ draft }) => !draft)
		.flatMap(({ corrections }) => corrections ?? []);
	return Object.entries(published.claims).flatMap(([id, old]) => {
		const claim = ledger.claims.get(id);
		if (!claim) return [];
		const now = publishedValue(ledger, claim) ?? 'no figure';
		const corrected = told.some((entry) => entry.claim === id && entry.old === old && entry.new === now);
		return now === old || corrected ? [] : [{ claim: id, old, now }];
	});
}
