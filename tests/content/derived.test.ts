import { describe, expect, it } from 'vitest';
import { accounts } from '../../src/ledger/accounts.ts';
import { endings } from '../../src/ledger/schemas/ceasefire.ts';
import { bySpeaker } from '../../src/ledger/speaker.ts';
import { resolveValue } from '../../src/ledger/values.ts';
import { ownLedger } from '../support/own-content.ts';
import {
	claims,
	deals,
	ends,
	folder,
	forIdlib,
	lived,
	median,
	middles,
	overWithin,
	rows,
	speaker,
	textOf,
} from '../support/second-reading.ts';

/** What the site works out, worked out a second time. */
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
		const known = endings.map((ended) => value({ of: 'ceasefires', ended }).text);
		expect(known).toEqual(
			endings.map((why) => `${forIdlib.filter(({ endedBecause }) => endedBecause === why).length}`),
		);
		expect(known.reduce((sum, text) => sum + number(text), open.length)).toBe(forIdlib.length);
		expect(value({ of: 'open-ended' }).text).toBe(`${open.length}`);
		expect(open.every(({ endedCertainty }) => endedCertainty === 'unknown')).toBe(true);
	});

	it('the median and the longest are those of the files', () => {
		const all = middles(forIdlib);
		expect(number(value({ of: 'held-median' }).exact)).toBe(Math.round(median(forIdlib)));
		expect(number(value({ of: 'held-longest' }).exact)).toBe(all.at(-1));
		// An odd number has one in the middle, an even number two.
		expect(value({ of: 'held-median' }).derivation.includes('the middle lies between')).toBe(all.length % 2 === 0);
	});

	it.each([7, 31, 365])('as many were over within %i days', (days) => {
		const [sure, perhaps] = overWithin(forIdlib, days);
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
	const of = (measure: string) => claims.filter((one) => one.about === 'strike-2020-10-26' && one.measure === measure);

	it.each(['killed', 'injured'])('are counted by speaker: %s', (measure) => {
		const speakers = new Set(of(measure).map(speaker));
		expect(bySpeaker(ledger, accounts(ledger, 'strike-2020-10-26', measure))).toHaveLength(speakers.size);
		expect(speakers.size).toBeLessThan(of(measure).length);
	});

	it.each(['killed', 'injured'])('span counts, and no minimum that nobody contradicts: %s', (measure) => {
		const [lowest, highest] = ends('strike-2020-10-26', measure);
		const [low = '', high = ''] = value({ of: 'range', about: 'strike-2020-10-26', measure }).exact.split(' to ');
		expect([number(low), number(high)]).toEqual([lowest, highest]);
	});
});

describe('sums and differences', () => {
	const texts = ['explainers', 'pages'].flatMap((name) => folder(name).map((file) => textOf(`${name}/${file}`)));
	const used = (of: string) => [
		...new Set(
			texts.flatMap((text) =>
				[...text.matchAll(new RegExp(`<Value of="${of}" ([^>]*)/>`, 'g'))].map(([, rest = '']) => rest),
			),
		),
	];
	const attributes = (rest: string) =>
		Object.fromEntries([...rest.matchAll(/(\w+)="([^"]*)"/g)].map(([, k = '', v = '']) => [k, v]));
	const amount = (series: string, date: string): number => rows(series).get(date)?.value ?? Number.NaN;

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
			const gap = Math.abs(amount(series, date) - amount(minus, date));
			expect(number(value({ of: 'difference', series, minus, date }).exact), rest).toBe(gap);
		}
		for (const rest of used('change')) {
			const { series = '', from = '', to = '' } = attributes(rest);
			const gap = Math.abs(amount(series, to) - amount(series, from));
			expect(number(value({ of: 'change', series, from, to }).exact), rest).toBe(gap);
		}
	});
});
