import { z } from 'zod';
import { corrections, type PageCorrection } from './corrections.ts';
import { type Claim, type Ledger, type Row, type Series, unitOf } from './ledger.ts';
import { formatQuantity } from './quantity.ts';
import { id } from './schemas/fields.ts';

/**
 * An address of the site: a folder, or a file with its ending. In lower case and without anything that leads elsewhere
 * or that a host reads as its own, so that no two are one on any disk. Only what the web's standards look for in one
 * place has a folder that others named. No name is one that Windows keeps.
 */
const ADDRESS =
	/^(?!.*\/(?:con|prn|aux|nul|com\d|lpt\d)[./])\/(?:\.well-known\/)?(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*(?:[a-z0-9]+(?:[_-][a-z0-9]+)*(?:\.[a-z0-9]+)+)?$/;

const address = z
	.string()
	.max(400, 'an address has no more than 400 characters')
	.regex(ADDRESS, { error: 'an address is written from the site’s root, as /claims/some-id/', abort: true });

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

/** What a host tells a browser of an address by: the ending of a file, nothing for a page. */
const ending = (address: string): string => /\.\w+$/.exec(address)?.[0] ?? '';

/** content/moved.yaml: addresses that were published once and are no more, with where their readers are sent. */
export const movedSchema = z.array(
	z
		.strictObject({
			from: address.describe('The address as it was published: /claims/old-id/.'),
			to: address.describe('The address that stands for it now.'),
			why: z
				.string()
				.trim()
				.min(1, 'say why it moved')
				.regex(/^\P{Cc}*$/u, 'write it without control characters')
				.describe('Why it moved.'),
		})
		.refine(({ from }) => !/^\/(?:\.well-known\/.*|[^/]+)$/.test(from), {
			path: ['from'],
			error: 'here hosts, robots and others look for files of their own; nothing else may stand there',
		})
		// Else the text of one kind could be had as another: a table as a page that runs.
		.refine(({ from, to }) => ending(from) === ending(to), {
			path: ['to'],
			error: 'a page leads to a page, and a file to one with the same ending',
		}),
);

export type MovedEntry = z.infer<typeof movedSchema>[number];

/** The figure of a claim with its unit, as it was or is published; undefined for a claim without one. */
function claimValue(ledger: Ledger, claim: Claim): string | undefined {
	const { quantity } = claim;
	if (!quantity) return undefined;
	const unit = quantity.qualifier === 'not given' ? '' : (unitOf(ledger, claim) ?? '');
	return `${formatQuantity(quantity, 'exact')} ${unit}`.trim();
}

const rowValue = ({ unit }: Series, { value, qualifier = 'exactly' }: Row): string =>
	`${formatQuantity({ value, qualifier }, 'exact')} ${unit}`;

type Values = Readonly<Record<string, string>>;

/** What the next release records: the values of all claims and rows, and the sources of the claims. */
export function publishedValues(ledger: Ledger): Readonly<Record<'claims' | 'rows' | 'sources', Values>> {
	const claims = [...ledger.claims.values()];
	const rows = [...ledger.series.values()].flatMap((one) => one.rows.map((row) => [one, row] as const));
	const figures = claims.map((claim) => [claim.id, claimValue(ledger, claim) ?? ''] as const);
	return {
		claims: Object.fromEntries(figures.filter(([, words]) => words !== '')),
		rows: Object.fromEntries(rows.map(([one, row]) => [`${one.id} ${row.date}`, rowValue(one, row)])),
		sources: Object.fromEntries(claims.map(({ id, source }) => [id, source])),
	};
}

/** Something that was published and is another now. */
export interface Change {
	/** What a correction has to name. */
	readonly by: { readonly claim: string } | { readonly series: string; readonly row: string };
	readonly old: string;
	readonly now: string;
}

/** What has changed since the last release. A claim that moved to another id is the same claim. */
function changes(ledger: Ledger, published: Published, moved: readonly MovedEntry[]): readonly Change[] {
	const now = publishedValues(ledger);
	const goneTo = new Map(moved.map(({ from, to }) => [from, to]));
	const nowAt = (id: string): string =>
		ledger.claims.has(id) ? id : (/^\/claims\/(.+)\/$/.exec(goneTo.get(`/claims/${id}/`) ?? '')?.[1] ?? '');
	const ofClaims = (was: Values, is: Values, say: (value: string) => string) =>
		Object.entries(was)
			.map(([id, old]) => [nowAt(id), old] as const)
			.filter(([claim]) => ledger.claims.has(claim))
			.map(([claim, old]): Change => ({ by: { claim }, old: say(old), now: say(is[claim] ?? 'no figure') }));
	const ofRows = Object.entries(published.rows ?? {}).flatMap(([key, old]): readonly Change[] => {
		const [series = '', row = ''] = key.split(' ');
		return ledger.series.has(series) ? [{ by: { series, row }, old, now: now.rows[key] ?? 'no value' }] : [];
	});
	return [
		...ofClaims(published.claims, now.claims, (value) => value),
		...ofClaims(published.sources ?? {}, now.sources, (source) => `source ${source}`),
		...ofRows,
	].filter((change) => change.old !== change.now);
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
	const made = corrections(ledger);
	return changes(ledger, published, moved).flatMap((change) => {
		const { by, old, now } = change;
		const corrects = (entry: PageCorrection): boolean =>
			entry.old === old &&
			entry.new === now &&
			('claim' in by ? entry.claim === by.claim : entry.series === by.series && entry.row === by.row);
		const told = new Set(made.filter(corrects).map(({ page }) => page));
		const shown = shownOn(by);
		const pages = shown.filter((page) => !told.has(page));
		const silent = shown.length > 0 ? pages.length > 0 : told.size === 0;
		return silent ? [{ ...change, pages }] : [];
	});
}
