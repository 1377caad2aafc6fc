import { describe, expect, it } from 'vitest';
import { example, exampleEntries } from '../../tests/support/example-ledger.ts';
import { derivedValues, resolveValue } from './values.ts';
import { buildLedger } from './verify.ts';

const yearly = {
	...(exampleEntries.find(({ id }) => id === 'refugees-here') as (typeof exampleEntries)[number]),
	id: 'fled-yearly',
};
const data = { ...(yearly.data as object), measure: 'displaced', title: 'Fled, by year' };
const ledger = buildLedger(example(undefined, [{ ...yearly, data }]));
const ok = (attributes: Record<string, string>) => {
	const result = resolveValue(ledger, attributes);
	if (!result.ok) throw new Error(result.message);
	return result.value;
};
const fault = (attributes: Record<string, string>) => {
	const result = resolveValue(ledger, attributes);
	if (result.ok) throw new Error(`resolved to ${result.value.text}`);
	return result;
};

describe('a value of a series', () => {
	it('has three significant figures in prose and every digit on demand', () => {
		expect(ok({ series: 'refugees-here', date: '2020' })).toMatchObject({
			text: '3.64 million',
			exact: '3,641,370',
			sources: ['outside'],
			series: ['refugees-here'],
		});
		expect(ok({ series: 'refugees-here', date: '2020', as: 'exact' }).text).toBe('3,641,370');
	});

	it('keeps the row’s limit, and says where it comes from', () => {
		const value = ok({ series: 'refugees-here', date: '2019' });
		expect(value.text).toBe('almost 3.58 million');
		expect(value.derivation).toBe('Refugees here, 2019: almost 3,576,370 people, counted by A counter.');
	});

	it.each<[Record<string, string>, string, string]>([
		[
			{ series: 'refugees-here', date: '2021' },
			'no row for 2021 in series refugees-here',
			'Dates there: 2018, 2019, 2020.',
		],
		[{ series: 'refuges-here', date: '2020' }, 'there is no series "refuges-here"', 'Did you mean "refugees-here"?'],
		[{ series: 'refugees-here' }, '<Value> of a series needs date="…"', 'Add date="…".'],
		[{ series: 'refugees-here', dat: '2020' }, '<Value> of a series has no attribute "dat"', 'Did you mean "date"?'],
		[
			{ series: 'refugees-here', date: '2020', as: 'full' },
			'as="full" is not known',
			'Use as="exact", as="words" or as="rounded".',
		],
		[{ of: 'hold', ceasefire: 'spring' }, 'there is no value of="hold"', 'Did you mean "held"?'],
		[{ of: 'held', ceasefire: 'quiet' }, 'no end is known of ceasefire quiet', 'Say in words that no end was found.'],
		[{ of: 'ended-within', days: 'ten' }, 'days="ten" is not a whole number', 'Write for example days="7".'],
		[
			{ of: 'ceasefires', covers: 'maybe' },
			'covers="maybe" is not known',
			'Use yes, partly, no or several joined by |.',
		],
		[{ of: 'ceasefires', type: 'bilateral ' }, 'there is no type "bilateral "', 'Did you mean "bilateral"?'],
		[{ of: 'ceasefires', ended: 'it was overun' }, 'there is no end "it was overun"', 'Did you mean "it was overrun"?'],
		...['refugees-here', 'fled-winter-line'].map((series): [Record<string, string>, string, string] => {
			const dates =
				series === 'refugees-here' ? { from: '2018', to: '2020' } : { from: '2019-12-29', to: '2020-03-05' };
			const fix = 'Take a series that counts what happened in each year.';
			return [{ of: 'total', series, ...dates }, `the rows of ${series} cannot be added up`, fix];
		}),
		[
			{ of: 'events', ceasefire: 'spring', kind: 'violations' },
			'there is no kind of event "violations"',
			'Did you mean "violation"?',
		],
		[
			{ of: 'sum', claims: 'killed-declined' },
			'claim killed-declined gives no number',
			'Sum claims that give a number.',
		],
		[
			{ of: 'range', about: 'strike', measure: 'position' },
			'no account of strike, position gives a number',
			'Say so in words, or use <Accounts …/>.',
		],
	])('%j is told', (attributes, message, fix) => {
		expect(fault(attributes)).toMatchObject({ message, fix });
	});
});

const derivations: readonly (readonly [Record<string, string>, string])[] = [
	[{ of: 'ceasefires' }, '2'],
	[{ of: 'ceasefires', as: 'words' }, 'two'],
	[{ of: 'ceasefires', covers: 'yes|partly|no' }, '3'],
	[{ of: 'ceasefires', covers: 'yes' }, '1'],
	[{ of: 'ceasefires', covers: 'yes|partly' }, '2'],
	[{ of: 'ceasefires', type: 'bilateral' }, '1'],
	[{ of: 'ceasefires', ended: 'it was given up' }, '1'],
	[{ of: 'ceasefires', ended: 'fighting was back' }, '0'],
	[{ of: 'open-ended' }, '0'],
	[{ of: 'open-ended', covers: 'no' }, '1'],
	[{ of: 'between', from: 'spring', to: 'spring/ended' }, '10\u00a0days'],
	[{ of: 'held', ceasefire: 'spring' }, '10'],
	[{ of: 'held', ceasefire: 'autumn' }, 'about 107'],
	[{ of: 'held', ceasefire: 'autumn', as: 'words' }, 'about 4\u00a0months'],
	[{ of: 'held-longest' }, 'about 107'],
	[{ of: 'held-median', as: 'words' }, 'about 8\u00a0weeks'],
	[{ of: 'held-median' }, 'about 59'],
	[{ of: 'ended-within', days: '10' }, '1'],
	[{ of: 'ended-within', days: '9' }, '0'],
	[{ of: 'ended-within', days: '100' }, '1 to 2'],
	[{ of: 'range', about: 'strike', measure: 'killed' }, 'more than 50 to 78'],
	[{ of: 'change', series: 'refugees-here', from: '2018', to: '2020' }, '19,000'],
	[{ of: 'change', series: 'refugees-here', from: '2018', to: '2020', as: 'exact' }, '19,004'],
	[{ of: 'change', series: 'refugees-here', from: '2018', to: '2019' }, 'about 46,000'],
	[{ of: 'total', series: 'fled-yearly', from: '2018', to: '2020' }, 'about 10.8 million'],
	[{ of: 'total', series: 'fled-yearly', from: '2018', to: '2018' }, '3.62 million'],
	[{ of: 'difference', series: 'refugees-here', minus: 'refugees-here', date: '2020' }, '0'],
	[{ of: 'sum', claims: 'killed-observatory,injured-spokesman' }, '128'],
	[{ of: 'sum', claims: 'killed-observatory, killed-spokesman' }, 'more than 128'],
	[{ of: 'events', ceasefire: 'spring', kind: 'violation' }, '1'],
];

describe('a derived value', () => {
	it.each(derivations)('%j is %s', (attributes, text) => {
		const value = ok(attributes);
		expect(value.text).toBe(text);
		expect(value.derivation).toMatch(/^[A-Z0-9“].*\.$/);
		expect(value.derivation).not.toMatch(/undefined|NaN/);
	});

	it('names the records it rests on', () => {
		expect(ok({ of: 'range', about: 'strike', measure: 'killed' })).toMatchObject({
			claims: ['killed-spokesman', 'killed-observatory'],
			sources: ['seed-000'],
			derivation:
				'“The strike”, killed: the lowest figure is more than 50 (a spokesman), the highest 78 (the Observatory). Figures that their own speakers later replaced are left out; a minimum that no count contradicts is not an end.',
		});
		expect(ok({ of: 'held', ceasefire: 'autumn' }).derivation).toContain(
			'Its end is known only roughly, in December 2019. That makes 92 to 122 days, the day of the end not counted.',
		);
		expect(ok({ of: 'change', series: 'refugees-here', from: '2018', to: '2020' }).derivation).toContain(
			'a rise of 19,004 people',
		);
	});

	it('has a case above for each name', () => {
		expect(new Set(derivations.map(([{ of }]) => of))).toEqual(new Set(derivedValues));
	});
});

describe('a ledger without ceasefires', () => {
	it('has no longest time, and says so', () => {
		const none = buildLedger({ ...example(), entries: exampleEntries.filter((one) => one.kind !== 'ceasefire') });
		expect(resolveValue(none, { of: 'held-longest' })).toMatchObject({ ok: false });
		expect(resolveValue(none, { of: 'ceasefires' })).toMatchObject({ ok: true, value: { text: '0' } });
	});
});
