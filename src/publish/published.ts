import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Finding } from '../desk/place.ts';
import type { Content } from '../desk/read.ts';
import type { Claim, Ledger } from '../ledger/ledger.ts';
import { formatQuantity } from '../ledger/quantity.ts';
import { corrections } from './corrections.ts';

export const publishedFile = 'content/published.json';

/** What readers were given at the last release. Written by `npm run release`, read by the build. */
const publishedSchema = z.strictObject({
	addresses: z.array(z.string()),
	/** Claim id → its figure in words, with its unit. */
	claims: z.record(z.string(), z.string()),
});

export type Published = z.infer<typeof publishedSchema>;

/** Reads content/published.json; before the first release there is none. @throws Error with a message for an editor */
export function readPublished(root: string): Published {
	const path = join(root, publishedFile);
	if (!existsSync(path)) return { addresses: [], claims: {} };
	let data: unknown;
	try {
		data = JSON.parse(readFileSync(path, 'utf8'));
	} catch {
		throw new Error(`${publishedFile} is not JSON; take it from the last release (git checkout ${publishedFile}).`);
	}
	const result = publishedSchema.safeParse(data);
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	throw new Error(
		`${publishedFile}: ${issue?.path.join('.')}: ${issue?.message}. Take it from the last release (git checkout ${publishedFile}).`,
	);
}

/** The file as `npm run release` writes it: one line an address and a claim, sorted, so that a change reads well. */
export function writePublished({ addresses, claims }: Published): string {
	const sorted = Object.entries(claims).sort(([a], [b]) => (a < b ? -1 : 1));
	return `${JSON.stringify({ addresses: [...new Set(addresses)].sort(), claims: Object.fromEntries(sorted) }, undefined, '\t')}\n`;
}

/** The figure of a claim with its unit, as it was or is published; undefined for a claim without one. */
export function publishedValue(ledger: Ledger, claim: Claim): string | undefined {
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

/** Claims whose published value has changed without a correction that says so. */
export function uncorrected(content: Content, ledger: Ledger, published: Published): readonly Finding[] {
	const all = corrections(ledger);
	return Object.entries(published.claims).flatMap(([id, old]) => {
		const claim = ledger.claims.get(id);
		// A claim that is gone is a vanished address, which is found by itself.
		if (!claim) return [];
		const now = publishedValue(ledger, claim) ?? 'no figure';
		if (now === old || all.some((entry) => entry.claim === id && entry.old === old && entry.new === now)) return [];
		const rule = 'silent-change';
		const problem = { rule, severity: 'error', kind: 'claim', id, path: ['quantity'] } as const;
		const message = `"${id}" was published as "${old}" and now says "${now}", and no correction tells readers so`;
		const fix = `add to the corrections of a page that shows it: date, what, why, claim: ${id}, old: "${old}", new: "${now}"`;
		return [{ ...content.locate({ ...problem, message, fix }), rule, severity: 'error', message, fix } as const];
	});
}

/** Line of an address in content/published.json, for a message. */
export function lineOf(root: string, address: string): number {
	const lines = readFileSync(join(root, publishedFile), 'utf8').split('\n');
	return lines.findIndex((line) => line.includes(JSON.stringify(address))) + 1 || 1;
}
