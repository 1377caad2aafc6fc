import { z } from 'zod';
import type { Claim, Ledger } from './ledger.ts';
import { formatQuantity } from './quantity.ts';
import { id } from './schemas/fields.ts';

/**
 * An address of the site: a folder, or a file with its ending. In lower case and without anything that leads elsewhere
 * or that a host reads as its own, so that no two are one on any disk. Only what the web's standards look for in one
 * place has a folder that others named.
 */
const ADDRESS =
	/^\/(?:\.well-known\/)?(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*(?:[a-z0-9]+(?:[_-][a-z0-9]+)*(?:\.[a-z0-9]+)+)?$/;

const address = z
	.string()
	.max(400, 'an address has no more than 400 characters')
	.regex(ADDRESS, 'an address is written from the site’s root, as /claims/some-id/');

/** What readers were given at the last release: content/published.json. */
export const publishedSchema = z.strictObject({
	addresses: z.array(address),
	/** Claim id → its figure in words, with its unit. */
	claims: z.record(id, z.string().regex(/^\P{Cc}*$/u, 'a value has no control characters')),
});

export type Published = z.infer<typeof publishedSchema>;

/** content/moved.yaml: addresses that were published once and are no more, with where their readers are sent. */
export const movedSchema = z.array(
	z.strictObject({
		from: address.describe('The address as it was published: /claims/old-id/.'),
		to: address.describe('The address that stands for it now.'),
		why: z
			.string()
			.trim()
			.min(1, 'say why it moved')
			.regex(/^\P{Cc}*$/u, 'write it without control characters')
			.describe('Why it moved.'),
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
