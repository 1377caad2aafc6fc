import { z } from 'zod';
import type { Claim, Explainer, Ledger, Row, Series } from './ledger.ts';
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

const value = z.string().regex(/^\P{Cc}*$/u, 'a value has no control characters');

/** What readers were given at the last release: content/published.json. */
export const publishedSchema = z.strictObject({
	addresses: z.array(address),
	/** Claim id → its figure in words, with its unit. */
	claims: z.record(id, value),
	/** Series and date of a row → its value with its unit. */
	rows: z.record(z.string().regex(/^[a-z0-9-]+ [0-9~?%-]+$/), value).optional(),
	/** Claim id → the source that it was taken from. */
	sources: z.record(id, id).optional(),
});

export type Published = z.infer<typeof publishedSchema>;

type Correction = NonNullable<Explainer['corrections']>[number];

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

/** What the next release records: the values of all claims and rows, and the sources of the claims. */
export function publishedValues(
	ledger: Ledger,
): Readonly<Record<'claims' | 'rows' | 'sources', Readonly<Record<string, string>>>> {
	const claims = [...ledger.claims.values()];
	return {
		claims: Object.fromEntries(
			claims.flatMap((claim) => {
				const words = publishedValue(ledger, claim);
				return words === undefined ? [] : [[claim.id, words] as const];
			}),
		),
		rows: Object.fromEntries(
			[...ledger.series.values()].flatMap((series) =>
				series.rows.map((row) => [`${series.id} ${row.date}`, rowValue(series, row)]),
			),
		),
		sources: Object.fromEntries(claims.map((claim) => [claim.id, claim.source])),
	};
}

const rowValue = ({ unit }: Series, { value: number, qualifier = 'exactly' }: Row): string =>
	`${formatQuantity({ value: number, qualifier }, 'exact')} ${unit}`;

/** Something that was published and is another now. */
export interface Change {
	/** What a correction has to name. */
	readonly by: { readonly claim: string } | { readonly series: string; readonly row: string };
	readonly old: string;
	readonly now: string;
}

/** What has changed since the last release. A claim that moved to another id is the same claim. */
function changes(ledger: Ledger, published: Published, moved: readonly MovedEntry[]): readonly Change[] {
	const goneTo = new Map(moved.map(({ from, to }) => [from, to]));
	const nowAt = (id: string): Claim | undefined =>
		ledger.claims.get(id) ??
		ledger.claims.get(/^\/claims\/(.+)\/$/.exec(goneTo.get(`/claims/${id}/`) ?? '')?.[1] ?? '');
	const ofClaims = Object.entries(published.claims).flatMap(([was, old]): readonly Change[] => {
		const claim = nowAt(was);
		return claim ? [{ by: { claim: claim.id }, old, now: publishedValue(ledger, claim) ?? 'no figure' }] : [];
	});
	const ofSources = Object.entries(published.sources ?? {}).flatMap(([was, old]): readonly Change[] => {
		const claim = nowAt(was);
		return claim ? [{ by: { claim: claim.id }, old: `source ${old}`, now: `source ${claim.source}` }] : [];
	});
	const ofRows = Object.entries(published.rows ?? {}).flatMap(([key, old]): readonly Change[] => {
		const [id = '', date = ''] = key.split(' ');
		const series = ledger.series.get(id);
		const row = series?.rows.find((one) => one.date === date);
		return series ? [{ by: { series: id, row: date }, old, now: row ? rowValue(series, row) : 'no value' }] : [];
	});
	return [...ofClaims, ...ofSources, ...ofRows].filter(({ old, now }) => old !== now);
}

/**
 * What was published and has changed without a correction on each page that shows it, with those pages.
 * A claim that is gone is a vanished address, which is found by itself.
 * @param shownOn `kind/id` of the published pages that show what has changed
 */
export function silentChanges(
	ledger: Ledger,
	published: Published,
	moved: readonly MovedEntry[] = [],
	shownOn: (by: Change['by']) => readonly string[] = () => [],
): readonly (Change & { readonly pages: readonly string[] })[] {
	const told = new Map<string, readonly Correction[]>(
		[
			...[...ledger.explainers.values()].map((page) => [`explainer/${page.id}`, page] as const),
			...[...ledger.pages.values()].map((page) => [`page/${page.id}`, page] as const),
			...[...ledger.ceasefires.values()].map((page) => [`ceasefire/${page.id}`, page] as const),
		].map(([key, page]) => [key, 'draft' in page && page.draft ? [] : (page.corrections ?? [])] as const),
	);
	return changes(ledger, published, moved).flatMap((change) => {
		const { by, old, now } = change;
		const corrects = (entry: Correction): boolean =>
			entry.old === old &&
			entry.new === now &&
			('claim' in by ? entry.claim === by.claim : entry.series === by.series && entry.row === by.row);
		const shown = shownOn(by);
		const pages = shown.filter((page) => !told.get(page)?.some(corrects));
		const silent = shown.length > 0 ? pages.length > 0 : ![...told.values()].flat().some(corrects);
		return silent ? [{ ...change, pages }] : [];
	});
}
