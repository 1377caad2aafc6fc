import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askWhether, didYouMean, didYouMeanId, distance, meantIds, nearest } from './suggest.ts';

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
		const fix = didYouMeanId(written, ids, () => undefined, 'No.');
		expect(fix).toBe(expected === undefined ? 'No.' : `Did you mean "${expected}"?`);
	});

	it('says what the other is', () => {
		expect(didYouMeanId('trov', ['torv'], () => ({ name: 'Ana Torv' }), '')).toBe('Did you mean "torv" (Ana Torv)?');
	});
});

describe('meantIds', () => {
	const actors: Readonly<Record<string, object>> = {
		'al-watan': { name: 'Al-Watan' },
		'faylaq-al-sham': { name: 'Faylaq al-Sham', variants: [{ text: 'Failak al-Scham', where: 'x' }] },
		'faylaq-commander': { name: 'A commander of Faylaq al-Sham' },
		'jabhat-al-nusra': { name: 'Jabhat al-Nusra' },
		sohr: { name: 'Syrian Observatory for Human Rights', short: 'SOHR' },
		snhr: { name: 'Syrian Network for Human Rights', short: 'SNHR' },
		'syrian-government': { name: 'Syrian government' },
		'syrian-opposition': { name: 'Syrian opposition' },
		turkiye: { name: 'Türkiye', variants: [{ text: 'Turkey', where: 'x' }, { text: 4 }, null] },
	};
	const meant = (written: string) => meantIds(written, Object.keys(actors), (id) => actors[id]);

	it.each([
		['faylak', ['faylaq-al-sham', 'faylaq-commander']],
		['faylaq', ['faylaq-al-sham', 'faylaq-commander']],
		['jabhat', ['jabhat-al-nusra']],
		['jabhat-al', ['jabhat-al-nusra']],
		['syrian-observatory', ['sohr']],
	])('takes %j for the beginning of %j', (written, ids) => {
		expect(meant(written)).toEqual(ids);
	});

	it.each([
		['failak-al-scham', 'faylaq-al-sham'],
		['failac-al-scham', 'faylaq-al-sham'],
		['syrian-observatory-for-human-rights', 'sohr'],
		['Turkey', 'turkiye'],
		['türkiye', 'turkiye'],
	])('takes %j for a name of %j', (written, id) => {
		expect(meant(written)).toEqual([id]);
	});

	it.each([
		['al', 'an article says nothing'],
		['syrian', 'too many begin so'],
		['sham', 'an end is no beginning'],
		['nobody', 'nothing is near'],
		['sohr-spokesman', 'a word more is another record'],
		['syrian-ministry', 'a whole word differs'],
	])('is silent about %j: %s', (written) => {
		expect(meant(written)).toEqual([]);
	});
});

describe('askWhether', () => {
	it.each([
		[[['a', 'A']], 'Did you mean "a" (A)?'],
		[
			[
				['a', 'A'],
				['b', ''],
			],
			'Did you mean "a" (A) or "b"?',
		],
		[
			[
				['a', ''],
				['b', ''],
				['c', 'C'],
			],
			'Did you mean "a", "b" or "c" (C)?',
		],
	] as const)('asks about %j', (meant, question) => {
		expect(askWhether(meant)).toBe(question);
	});
});
