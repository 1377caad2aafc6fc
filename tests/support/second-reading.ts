import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/**
 * The content read a second time: from the files, with arithmetic written for tests alone. It shares no code with the
 * ledger, so that what both say is not one mistake made twice.
 */
export const contentFolder = join(import.meta.dirname, '../../content');
export const folder = (name: string): readonly string[] => readdirSync(join(contentFolder, name)).sort();
export const textOf = (path: string): string => readFileSync(join(contentFolder, path), 'utf8');
export const yaml = (path: string): unknown => parse(textOf(path));

/** Records of a folder with one record a file, by id. */
export const records = <T>(name: string): ReadonlyMap<string, T> =>
	new Map(
		folder(name)
			.filter((file) => file.endsWith('.yaml'))
			.map((file) => [file.replace('.yaml', ''), yaml(`${name}/${file}`) as T]),
	);

export interface Deal {
	readonly id: string;
	readonly inForce: string;
	readonly agreed: string;
	readonly otherStart?: { readonly date: string };
	readonly ended?: string;
	readonly lastDay?: boolean;
	readonly endedCertainty: string;
	readonly endedBecause?: string;
	readonly covers: string;
	readonly type: string;
	readonly events: readonly { readonly kind: string }[];
}
export const deals: readonly Deal[] = [...records<Omit<Deal, 'id'>>('ceasefires')].map(([id, deal]) => ({
	...deal,
	id,
}));
export const forIdlib = deals.filter(({ covers }) => covers !== 'no');

export interface Said {
	readonly id: string;
	readonly about: string;
	readonly measure: string;
	readonly statement: string;
	readonly saidBy?: string;
	readonly relayedBy?: string;
	readonly source: string;
	readonly supersedes?: string;
	readonly note?: string;
	readonly confidence: { readonly reason: string };
	readonly quantity?: { readonly value?: number; readonly upper?: number; readonly qualifier?: string };
}
export const claims = folder('claims').flatMap((file) => yaml(`claims/${file}`) as readonly Said[]);

export interface Speaking {
	readonly kind: string;
	readonly name: string;
	readonly short?: string;
	readonly probably?: string;
}
export const actors = records<Speaking>('actors');

/** Who speaks in a claim: an unnamed speaker is the one who it probably is; a source may speak for itself. */
export const speaker = ({ saidBy, source }: Said): string =>
	saidBy === undefined ? source : (actors.get(saidBy)?.probably ?? saidBy);

/** Days since 1970, of the first and of the last day that a date may mean. */
function span(written: string): readonly [number, number] {
	const [year = 0, month, day] = written.replace('~', '').split('-').map(Number);
	const at = (y: number, m: number, d: number) => Date.UTC(y, m, d) / 86_400_000;
	if (month === undefined) return [at(year, 0, 1), at(year, 11, 31)];
	if (day === undefined) return [at(year, month - 1, 1), at(year, month, 0)];
	return [at(year, month - 1, day), at(year, month - 1, day)];
}

type Days = readonly [min: number, max: number];

/** Fewest and most days between two dates. */
export const daysBetween = (from: string, to: string): Days => [
	span(to)[0] - span(from)[1],
	span(to)[1] - span(from)[0],
];

/** Fewest and most days in force; nothing where no end is known. */
export function lived({ inForce, otherStart, ended, lastDay }: Deal): Days | undefined {
	if (ended === undefined) return undefined;
	const starts = [inForce, otherStart?.date ?? inForce].map(span);
	const [first, last] = [Math.min(...starts.map(([from]) => from)), Math.max(...starts.map(([, to]) => to))];
	const [from, to] = span(ended);
	const whole = lastDay ? 1 : 0;
	return [from - last + whole, to - first + whole];
}

export const lengths = (list: readonly Deal[]): readonly Days[] =>
	list.flatMap((deal) => [lived(deal) ?? []].filter((one): one is Days => one.length > 0));
/** One number of days for each, shortest first. */
export const middles = (list: readonly Deal[]): readonly number[] =>
	lengths(list)
		.map(([min, max]) => Math.round((Math.max(0, min) + max) / 2))
		.sort((a, b) => a - b);
export function median(list: readonly Deal[]): number {
	const all = middles(list);
	const half = (all.length - 1) / 2;
	return ((all[Math.floor(half)] ?? 0) + (all[Math.ceil(half)] ?? 0)) / 2;
}

/** How many were surely over within so many days, and how many may have been. */
export const overWithin = (list: readonly Deal[], days: number): readonly [sure: number, perhaps: number] => [
	lengths(list).filter(([, max]) => max <= days).length,
	lengths(list).filter(([min]) => min <= days).length,
];

/** Lowest and highest figure of an event that stand: what a speaker replaced does not, and a mere minimum is no lower end. */
export function ends(about: string, measure: string): readonly [number, number] {
	const replaced = new Set(claims.map(({ supersedes }) => supersedes));
	const standing = claims.filter(
		(one) =>
			one.about === about && one.measure === measure && !replaced.has(one.id) && one.quantity?.value !== undefined,
	);
	const counts = standing.filter(({ quantity }) => !/more than|at least/.test(quantity?.qualifier ?? ''));
	return [
		Math.min(...counts.map(({ quantity }) => quantity?.value ?? 0)),
		Math.max(...standing.map(({ quantity }) => quantity?.upper ?? quantity?.value ?? 0)),
	];
}

export interface Row {
	readonly value: number;
	readonly qualifier: string;
}
/** Rows of a series by their date. */
export function rows(id: string): ReadonlyMap<string, Row> {
	const [head = '', ...lines] = textOf(`series/${id}.csv`).trim().split('\n');
	const at = head.split(',').indexOf('qualifier');
	return new Map(
		lines
			.map((line) => line.split(','))
			.map((cells) => [cells[0] ?? '', { value: Number(cells[1]), qualifier: cells[at] ?? '' }]),
	);
}
