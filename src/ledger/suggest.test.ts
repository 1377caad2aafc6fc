import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calledIn, didYouMean, didYouMeanId, distance, nearest } from './suggest.ts';

describe('suggest', () => {
	it.each([
		['saidby', ['said', 'saidBy', 'source'], 'saidBy'],
		['mesure', ['measure', 'method'], 'measure'],
		['strike-kiled-sohr', ['strike-killed-sohr', 'strike-killed-ap'], 'strike-killed-sohr'],
		['xyz', ['measure'], undefined],
	])('takes %j for the nearest', (written, candidates, expected) => {
		expect(nearest(written, candidates)).toBe(expected);
	});

	it('counts changes, and gives up past the limit', () => {
		expect(distance('abcd', 'acbd', 3)).toBe(1);
		expect(distance('kitten', 'sitting', 5)).toBe(3);
		expect(distance('kitten', 'sitting', 1)).toBe(2);
	});

	it('is symmetric and nought only for the same', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
				expect(distance(a, b, 20)).toBe(distance(b, a, 20));
				expect(distance(a, b, 20) === 0).toBe(a === b);
			}),
		);
	});

	it('falls back to the advice', () => {
		expect(didYouMean('zzz', ['measure'], 'Look it up.')).toBe('Look it up.');
	});
});

describe('didYouMeanId', () => {
	it.each([
		['strike-kiled-sohr', ['strike-killed-sohr', 'strike-killed-ap'], 'strike-killed-sohr'],
		['faylaq-al-shma', ['faylaq-al-sham'], 'faylaq-al-sham'],
		['trov', ['torv'], 'torv'],
		['refugeesturkiye', ['refugees-turkiye'], 'refugees-turkiye'],
		['strike-killed-snhr', ['strike-killed-sohr'], undefined],
		['snhr', ['sohr'], undefined],
		['bbc', ['ap', 'abc'], undefined],
		['report-2019', ['report-2018'], undefined],
		['strike-injured', ['strike-killed'], undefined],
	])('for %j among %j is %j', (written, ids, expected) => {
		const fix = didYouMeanId(written, ids, () => '', 'No.');
		expect(fix).toBe(expected === undefined ? 'No.' : `Did you mean "${expected}"?`);
	});

	it('says what the other is', () => {
		const nameOf = () => calledIn({ name: 'Ana Torv' });
		expect(didYouMeanId('trov', ['torv'], nameOf, '')).toBe('Did you mean "torv" (Ana Torv)?');
	});
});
