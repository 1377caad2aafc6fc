import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { resolveValue } from '../../src/ledger/values.ts';
import { ownLedger } from '../support/own-content.ts';

/**
 * What the site works out, worked out a second time: from the files, with arithmetic written for this test alone. It
 * shares no code with the ledger.
 */
const content = join(import.meta.dirname, '../../content');
const folder = (name: string): readonly string[] => readdirSync(join(content, name)).sort();
const yaml = (path: string): unknown => parse(readFileSync(join(content, path), 'utf8'));

interface Deal {
	readonly id: string;
	readonly inForce: string;
	readonly otherStart?: { readonly date: string };
	readonly ended?: string;
	readonly lastDay?: boolean;
	readonly endedCertainty: string;
	readonly coversIdlib: string;
	readonly type: string;
}
const deals = folder('ceasefires').map((file): Deal => {
	return { ...(yaml(`ceasefires/${file}`) as Omit<Deal, 'id'>), id: file.replace('.yaml', '') };
});
const forIdlib = deals.filter(({ coversIdlib }) => coversIdlib !== 'no');

interface Said {
	readonly id: string;
	readonly about: string;
	readonly measure: string;
	readonly saidBy?: string;
	readonly relayedBy?: string;
	readonly source: string;
	readonly supersedes?: string;
	readonly quantity?: { readonly value?: number; readonly upper?: number; readonly qualifier?: string };
}
const claims = folder('claims').flatMap((file) => yaml(`claims/${file}`) as readonly Said[]);

/** Days since 1970, of the first and of the last day that a date may mean. */
function span(written: string): readonly [number, number] {
	const [year = 0, month, day] = written.replace('~', '').split('-').map(Number);
	const at = (y: number, m: number, d: number) => Date.UTC(y, m, d) / 86_400_000;
	if (month === undefined) return [at(year, 0, 1), at(year, 11, 31)];
	if (day === undefined) return [at(year, month - 1, 1), at(year, month, 0)];
	return [at(year, month - 1, day), at(year, month - 1, day)];
}

/** Fewest and most days in force; nothing where no end is known. */
function lived({ inForce, otherStart, ended, lastDay }: Deal): readonly [number, number] | undefined {
	if (ended === undefined) return undefined;
	const starts = [inForce, otherStart?.date ?? inForce].map(span);
	const [first, last] = [Math.min(...starts.map(([from]) => from)), Math.max(...starts.map(([, to]) => to))];
	const [from, to] = span(ended);
	const whole = lastDay ? 1 : 0;
	return [from - last + whole, to - first + whole];
}

const lengths = (list: readonly Deal[]) => list.flatMap((deal) => [lived(deal) ?? []].filter((one) => one.length > 0));
const middles = (list: readonly Deal[]): readonly number[] =>
	lengths(list)
		.map(([min = 0, max = 0]) => Math.round((Math.max(0, min) + max) / 2))
		.sort((a, b) => a - b);
const number = (text: string): number => Number(text.replace(/[^\d]/g, ''));

const ledger = ownLedger();
const value = (attributes: Readonly<Record<string, string>>) => {
	const result = resolveValue(ledger, attributes);
	if (!result.ok) throw new Error(result.message);
	return result.value;
};

describe('of the ceasefires that cover Idlib', () => {
	it('there are as many as are said, and as many without a known end', () => {
		expect(value({ of: 'ceasefires' }).text).toBe(`${forIdlib.length}`);
		expect(value({ of: 'ceasefires', covers: 'yes|partly|no' }).text).toBe(`${deals.length}`);
		const open = forIdlib.filter(({ ended }) => ended === undefined);
		expect(value({ of: 'open-ended' }).text).toBe(`${open.length}`);
		expect(open.every(({ endedCertainty }) => endedCertainty === 'unknown')).toBe(true);
	});

	it('the median, the shortest and the longest are those of the files', () => {
		const all = middles(forIdlib);
		const half = (all.length - 1) / 2;
		const median = ((all[Math.floor(half)] ?? 0) + (all[Math.ceil(half)] ?? 0)) / 2;
		expect(number(value({ of: 'held-median' }).exact)).toBe(Math.round(median));
		expect(number(value({ of: 'held-shortest' }).exact)).toBe(all[0]);
		expect(number(value({ of: 'held-longest' }).exact)).toBe(all.at(-1));
		// An odd number has one in the middle, an even number two.
		expect(value({ of: 'held-median' }).derivation.includes('the middle lies between')).toBe(all.length % 2 === 0);
	});

	it.each([7, 31, 365])('as many were over within %i days', (days) => {
		const all = lengths(forIdlib);
		const sure = all.filter(([, max = 0]) => max <= days).length;
		const perhaps = all.filter(([min = 0]) => min <= days).length;
		const text = sure === perhaps ? `${sure}` : `${sure} to ${perhaps}`;
		expect(value({ of: 'ended-within', days: `${days}` }).text).toBe(text);
	});
});

describe('each length', () => {
	it.each(deals.flatMap((deal) => (lived(deal) ? [[deal.id, deal] as const] : [])))('%s', (id, deal) => {
		const [min = 0, max = 0] = lived(deal) ?? [];
		const { derivation, text } = value({ of: 'held', ceasefire: id, as: 'words' });
		const days = min <= 0 ? `up to ${max}` : min === max ? `${max.toLocaleString('en')}` : `${min} to ${max}`;
		expect(derivation).toContain(`${days} day`);
		const round = /year|month|week/.test(text);
		// What was rounded says so.
		expect(/^(about|almost|more than|up to) |^\d+ to /.test(text)).toBe(
			round || min !== max || deal.endedCertainty === 'about',
		);
	});
});

describe('accounts', () => {
	const actors = new Map(
		folder('actors').map((file) => [file.replace('.yaml', ''), yaml(`actors/${file}`) as { probably?: string }]),
	);
	const speaker = ({ saidBy, source }: Said): string =>
		saidBy === undefined ? source : (actors.get(saidBy)?.probably ?? saidBy);
	const of = (measure: string) => claims.filter((one) => one.about === 'strike-2020-10-26' && one.measure === measure);

	it.each(['killed', 'injured'])('are counted by speaker: %s', (measure) => {
		const speakers = new Set(of(measure).map(speaker));
		expect(value({ of: 'accounts', about: 'strike-2020-10-26', measure }).text).toBe(`${speakers.size}`);
		expect(speakers.size).toBeLessThan(of(measure).length);
	});

	it.each(['killed', 'injured'])('span counts, and no minimum that nobody contradicts: %s', (measure) => {
		const replaced = new Set(claims.map(({ supersedes }) => supersedes));
		const standing = of(measure).filter(({ id, quantity }) => !replaced.has(id) && quantity?.value !== undefined);
		const counts = standing.filter(({ quantity }) => !/more than|at least/.test(quantity?.qualifier ?? ''));
		const lowest = Math.min(...counts.map(({ quantity }) => quantity?.value ?? 0));
		const highest = Math.max(...standing.map(({ quantity }) => quantity?.upper ?? quantity?.value ?? 0));
		const range = { about: 'strike-2020-10-26', measure };
		expect(number(value({ of: 'lowest', ...range }).text)).toBe(lowest);
		expect(number(value({ of: 'highest', ...range }).text)).toBe(highest);
	});

	it('name as the one who counted nobody who only passed it on', () => {
		// UNICEF’s and REACH’s reports of that winter name others for their counts.
		const wrong = claims.filter(
			({ source, saidBy }) =>
				(source === 'unicef-2020-03-05-sitrep-3' && saidBy === 'unicef') ||
				(source === 'reach-2020-03-16-overview' && saidBy === 'reach'),
		);
		expect(wrong).toEqual([]);
		expect(claims.filter(({ relayedBy, saidBy }) => relayedBy !== undefined && relayedBy === saidBy)).toEqual([]);
	});
});

describe('sums and differences', () => {
	const texts = ['explainers', 'pages'].flatMap((name) =>
		folder(name).map((file) => readFileSync(join(content, name, file), 'utf8')),
	);
	const used = (of: string) => [
		...new Set(
			texts.flatMap((text) =>
				[...text.matchAll(new RegExp(`<Value of="${of}" ([^>]*)/>`, 'g'))].map(([, rest = '']) => rest),
			),
		),
	];
	const attributes = (rest: string) =>
		Object.fromEntries([...rest.matchAll(/(\w+)="([^"]*)"/g)].map(([, k = '', v = '']) => [k, v]));
	const rows = (id: string): ReadonlyMap<string, number> =>
		new Map(
			readFileSync(join(content, 'series', `${id}.csv`), 'utf8')
				.trim()
				.split('\n')
				.slice(1)
				.map((line) => line.split(','))
				.map(([date = '', amount = '']) => [date, Number(amount)]),
		);

	it('of claims and of series are those of the files', () => {
		for (const rest of used('sum')) {
			const { claims: ids = '' } = attributes(rest);
			const total = ids
				.split(',')
				.reduce((sum, id) => sum + (claims.find((one) => one.id === id)?.quantity?.value ?? Number.NaN), 0);
			expect(number(value({ of: 'sum', claims: ids }).exact), ids).toBe(total);
		}
		for (const rest of used('difference')) {
			const { series = '', minus = '', date = '' } = attributes(rest);
			const gap = Math.abs((rows(series).get(date) ?? Number.NaN) - (rows(minus).get(date) ?? Number.NaN));
			expect(number(value({ of: 'difference', series, minus, date }).exact), rest).toBe(gap);
		}
		for (const rest of used('change')) {
			const { series = '', from = '', to = '' } = attributes(rest);
			const gap = Math.abs((rows(series).get(to) ?? Number.NaN) - (rows(series).get(from) ?? Number.NaN));
			expect(number(value({ of: 'change', series, from, to }).exact), rest).toBe(gap);
		}
	});
});
