import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNumbers } from './number.ts';
import { agreement, compareQuantities, formatNumber, formatQuantity, parseQuantity } from './quantity.ts';
import type { Quantity } from './schemas/index.ts';

const words = fc.constantFrom('dozens', 'hundreds', 'hundreds of thousands', 'many', 'numerous', 'not given');
const number = fc.oneof(
	fc.nat(),
	fc.integer({ min: 0, max: 100_000_000_000 }),
	fc.integer({ min: 0, max: 1_000_000 }).map((hundredths) => hundredths / 100),
);
const quantities: fc.Arbitrary<Quantity> = fc.oneof(
	words.map((qualifier) => ({ qualifier })),
	fc.record({
		value: number,
		qualifier: fc.constantFrom('exactly', 'about', 'more than', 'at least', 'almost', 'up to'),
	}),
	fc
		.tuple(number, number)
		.filter(([a, b]) => a !== b)
		.map(([a, b]) => ({ value: Math.min(a, b), qualifier: 'between' as const, upper: Math.max(a, b) })),
);

describe('formatNumber', () => {
	it.each([
		[50, '50', '50', '50'],
		[961_000, '961,000', '961,000', '961,000'],
		[1_400_000, '1.4 million', '1,400,000', '1.4 million'],
		[1_000_000, '1 million', '1,000,000', '1 million'],
		[3_641_370, '3,641,370', '3,641,370', '3.64 million'],
		[12_345_678, '12,345,678', '12,345,678', '12.3 million'],
		[248_466, '248,466', '248,466', '248,000'],
		[999_999, '999,999', '999,999', '1 million'],
		[1727, '1,727', '1,727', '1,730'],
		[2_000_000_000, '2 billion', '2,000,000,000', '2 billion'],
		[1.5, '1.5', '1.5', '1.5'],
		[-983_500, '−983,500', '−983,500', '−984,000'],
	])('writes %d', (value, plain, exact, rounded) => {
		expect(formatNumber(value)).toBe(plain);
		expect(formatNumber(value, 'exact')).toBe(exact);
		expect(formatNumber(value, 'rounded')).toBe(rounded);
	});
});

describe('formatQuantity', () => {
	it.each<[Quantity, string]>([
		[{ value: 50, qualifier: 'more than' }, 'more than 50'],
		[{ value: 90, qualifier: 'almost' }, 'almost 90'],
		[{ value: 150, qualifier: 'about' }, 'about 150'],
		[{ value: 800_000, qualifier: 'between', upper: 1_000_000 }, '800,000 to 1 million'],
		[{ value: 1, qualifier: 'between', upper: 2_000_000 }, '1 to 2,000,000'],
		[{ value: 1_400_000, qualifier: 'exactly' }, '1.4 million'],
		[{ qualifier: 'not given' }, 'no figure given'],
		[{ qualifier: 'dozens' }, 'dozens'],
	])('writes %j', (quantity, text) => {
		expect(formatQuantity(quantity)).toBe(text);
	});
});

describe('parseQuantity', () => {
	it('gives back what was formatted', () => {
		fc.assert(
			fc.property(quantities, fc.constantFrom('words', 'exact'), (quantity, style) => {
				expect(parseQuantity(formatQuantity(quantity, style))).toEqual(quantity);
			}),
			{ numRuns: 1000 },
		);
	});

	it.each([
		['over 50', { value: 50, qualifier: 'more than' }],
		['between 15 and 20', { value: 15, qualifier: 'between', upper: 20 }],
		['15–20', { value: 15, qualifier: 'between', upper: 20 }],
		['a million', { value: 1_000_000, qualifier: 'exactly' }],
	])('reads %j', (text, quantity) => {
		expect(parseQuantity(text)).toEqual(quantity);
	});

	it.each(['', 'some people', '50 fighters', '50 60', '20 to 15', 'about'])('refuses %j', (text) => {
		expect(parseQuantity(text)).toBeUndefined();
	});
});

describe('compareQuantities', () => {
	it('orders totally', () => {
		fc.assert(
			fc.property(quantities, quantities, quantities, (a, b, c) => {
				expect(Math.sign(compareQuantities(a, b))).toBe(-Math.sign(compareQuantities(b, a)) + 0);
				if (compareQuantities(a, b) <= 0 && compareQuantities(b, c) <= 0) {
					expect(compareQuantities(a, c)).toBeLessThanOrEqual(0);
				}
			}),
		);
		const order: Quantity[] = [
			{ value: 50, qualifier: 'almost' },
			{ value: 50, qualifier: 'exactly' },
			{ value: 50, qualifier: 'more than' },
			{ value: 51, qualifier: 'almost' },
			{ qualifier: 'dozens' },
		];
		expect([...order].reverse().sort(compareQuantities)).toEqual(order);
	});
});

describe('agreement', () => {
	const agrees = (quantity: Quantity, text: string) => agreement(quantity, findNumbers(text));

	it.each<[Quantity, string]>([
		[{ value: 50, qualifier: 'more than' }, 'more than 50 fighters were killed'],
		[{ value: 50, qualifier: 'exactly' }, 'Another 50 were injured'],
		[{ value: 90, qualifier: 'almost' }, '78 dead and almost 90 injured'],
		[{ value: 1_000_000, qualifier: 'almost' }, 'displaced almost a million people'],
		[{ value: 15, qualifier: 'between', upper: 20 }, '15-20 km deep'],
		[{ qualifier: 'numerous' }, 'spoke of “numerous” victims'],
		[{ qualifier: 'hundreds of thousands' }, 'displaced hundreds of\nthousands'],
		[{ qualifier: 'not given' }, 'refrained from disclosing the number, one of 5 March'],
	])('%j is what %j says', (quantity, text) => {
		expect(agrees(quantity, text)).toEqual({ agrees: true });
	});

	it.each<[Quantity, string, string]>([
		[{ value: 51, qualifier: 'more than' }, 'more than 50 fighters', 'value'],
		[{ value: 50, qualifier: 'exactly' }, 'more than 50 fighters', 'qualifier'],
		[{ value: 50, qualifier: 'about' }, '50 fighters', 'qualifier'],
		[{ value: 15, qualifier: 'between', upper: 21 }, '15-20 km deep', 'value'],
		[{ qualifier: 'dozens' }, 'numerous victims', 'value'],
		[{ qualifier: 'dozens' }, 'dozens of thousands fled', 'value'],
		[{ qualifier: 'not given' }, 'said 50 died', 'figure where none is given'],
	])('%j is not what %j says', (quantity, text, reason) => {
		expect(agrees(quantity, text)).toEqual({ agrees: false, reason });
	});
});
