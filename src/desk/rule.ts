import type { Kind } from '../ledger/kinds.ts';
import type { Claim, Entry, Ledger } from '../ledger/ledger.ts';
import { type Path, type Problem, valueAt } from '../ledger/problem.ts';
import type { Listed } from '../routes.ts';
import type { Home } from './file.ts';
import { attributeOf, type Passage, type Use } from './passage.ts';
import type { Fault, Finding, Place } from './position.ts';
import type { Content } from './read.ts';

/** What a rule has found: where, what is wrong, what to do; and what else is to be known of it. */
export type Found = readonly [
	place: Place,
	message: string,
	fix: string,
	more?: Partial<Pick<Finding, 'rule' | 'severity' | 'rests' | 'record'>>,
];

/** What is wrong where a pattern fits. */
export type Reading = readonly [pattern: RegExp, ...Fault];

/** The first reading that fits a text, and where it does. */
export function firstFit(
	readings: readonly Reading[],
	text: string,
): { readonly reading: Reading; readonly start: number; readonly end: number } | undefined {
	for (const reading of readings) {
		const match = reading[0].exec(text);
		if (match) return { reading, start: match.index, end: match.index + match[0].length };
	}
	return undefined;
}

/** Checks by the name of their rule: kebab-case, the word in the report and in the guide, which says what to do. */
export type Rules = Readonly<Record<string, (desk: Desk) => Iterable<Found>>>;

/** A claim with its unit, which may be that of its measure, and whether others give another figure of the same. */
export type ClaimView = Claim & { readonly unit: string; readonly disputed: boolean };

/** What a rule sees: everything that was read, and views of it that are made once. */
export interface Desk {
	readonly content: Content;
	/** What the ledger has found. */
	readonly found: readonly Problem[];
	/** Records whose schema holds. While there are errors, references in it may lead nowhere. */
	readonly ledger: Ledger;
	readonly passages: readonly Passage[];
	/** Every use of a component: in MDX and in prose. */
	readonly uses: readonly Use[];
	/** The claims whose schema holds. */
	readonly claims: ReadonlyMap<string, ClaimView>;
	/** Records of a kind in order of reading, whatever their state. */
	readonly records: (kind: Kind) => readonly Home[];
}

/** The claim that a `<Claim>` names; undefined for other components, and where it leads nowhere. */
export const claimIn = ({ claims }: Desk, use: Use): ClaimView | undefined =>
	use.name === 'Claim' ? claims.get(attributeOf(use, 'id')) : undefined;

/** Text at a path of a record as it is written; empty when something else stands there. */
export function textOf(data: unknown, ...path: Path): string {
	const value = valueAt(data, path);
	return typeof value === 'string' ? value : '';
}

/** Every text and number in data as it is written, with its path. */
export function* leavesOf(data: unknown, path: Path = []): Generator<readonly [Path, unknown]> {
	if (typeof data !== 'object' || data === null) yield [path, data];
	else
		for (const [key, part] of Object.entries(data))
			yield* leavesOf(part, [...path, Array.isArray(data) ? Number(key) : key]);
}

export const textAt = ({ entry }: Home, ...path: Path): string => textOf(entry.data, ...path);

/** Items of a list in a record; none when there is no list. */
export function listAt(home: Home, name: string): readonly unknown[] {
	const value = valueAt(home.entry.data, [name]);
	return Array.isArray(value) ? value : [];
}

/** The place of a value of a record. */
export const placeIn = ({ content }: Desk, { entry: { kind, id } }: Home, path: Path): Place =>
	content.locate({ kind, id, path });

/** Whether something stands on a page of text. */
export const isOfArticle = ({ kind }: { readonly kind: Kind }): boolean => kind === 'explainer' || kind === 'page';
export const articlesOf = ({ records }: Desk): readonly Home[] => [...records('explainer'), ...records('page')];

/** Whether a record is a draft: shown in the preview, and not published. */
export const isDraft = ({ data }: Entry): boolean => valueAt(data, ['draft']) === true;

/** What the table of addresses asks of a record. */
export function listed({ id, data }: Entry): Listed {
	const parts = valueAt(data, ['parts']);
	const ids = (Array.isArray(parts) ? parts : []).flatMap((part) => {
		const own = valueAt(part, ['id']);
		return typeof own === 'string' ? [{ id: own }] : [];
	});
	return { id, parts: ids };
}
