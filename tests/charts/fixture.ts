import type { Entry, Ledger } from '../../src/ledger/ledger.ts';
import { buildLedger } from '../../src/ledger/verify.ts';

/**
 * A made-up flood in a made-up valley, with one chart of each kind. The goldens are drawn from it, so that a change
 * of content/ changes no golden.
 */
const entry = (kind: Entry['kind'], id: string, data: object, rows?: Entry['rows']): Entry => ({
	kind,
	id,
	data,
	...(rows ? { rows } : {}),
});

const source = (id: string, publisher: string, published: string) =>
	entry('source', id, {
		title: `Report of ${publisher}`,
		publisher,
		kind: 'report',
		language: 'en',
		published,
		url: `https://example.org/${id}`,
		accessed: '2030-01-01',
	});

const actor = (id: string, name: string) =>
	entry('actor', id, { name, kind: 'monitor', gloss: 'which counts', role: 'It counts.', sources: ['survey'] });

type Rows = readonly (readonly [string, number, string?])[];
const series = (id: string, label: string, measure: string, provider: string, rows: Rows, more: object = {}) =>
	entry(
		'series',
		id,
		{
			title: `${label}, by ${provider}`,
			label,
			measure,
			unit: 'people',
			provider,
			source: provider === 'River Survey' ? 'survey' : 'council',
			licence: 'CC BY 4.0',
			definition: 'People on the list at the end of the year.',
			method: 'Taken over as published.',
			columns: [
				{ name: 'date', type: 'date', description: 'When.' },
				{ name: 'value', type: 'number', unit: 'people', description: 'How many.' },
				{ name: 'qualifier', type: 'text', description: 'How the source limits it.' },
			],
			...more,
		},
		rows.map(([date, value, qualifier = '']) => ({ date, value: String(value), qualifier })),
	);

const yearly = (from: number, values: readonly number[]): Rows =>
	values.map((value, index) => [String(from + index), value]);

let page = 0;
const claim = (id: string, measure: string, who: string, quantity: object, when: object, more: object = {}) =>
	entry('claim', id, {
		about: 'flood',
		measure,
		statement: 'A statement was made.',
		quantity,
		...when,
		...(who === '' ? {} : { saidBy: who }),
		source: 'survey',
		locator: `page ${++page}`,
		confidence: { level: 'high', reason: 'It stands there.' },
		...more,
	});

const chart = (id: string, kind: string, title: string, more: object) =>
	entry('chart', id, { kind, title, summary: 'What is drawn here was made up.', note: 'Read it slowly.', ...more });

const sheltered: readonly (readonly [string, string, readonly number[]])[] = [
	['upper', 'Upper Torv', [120_400, 480_900, 910_300, 1_622_800, 1_844_100, 1_790_200, 1_410_000]],
	['lower', 'Lower Torv', [410_000, 502_000, 498_000, 470_500, 455_300, 430_900, 302_600]],
	['vell', 'Vell', [18_000, 44_100, 81_700, 120_900, 131_800, 133_000, 128_100]],
	['isle', 'The Isle', [3_100, 9_800, 40_200, 290_700, 380_100, 215_000, 390_400]],
	['fen', 'Fen country', [9_000, 30_200, 61_300, 102_000, 118_900, 119_700, 60_200]],
	['moor', 'Moor', [2_200, 8_100, 14_400, 19_000, 21_900, 23_300, 24_800]],
];

const entries: readonly Entry[] = [
	source('survey', 'River Survey', '2029-05-01'),
	source('council', 'Valley Council', '2029-06-12'),
	actor('survey', 'River Survey'),
	actor('wardens', 'The wardens'),
	actor('council', 'Valley Council'),
	entry('measure', 'drowned', { label: 'Drowned', kind: 'event count', unit: 'people', definition: 'People drowned.' }),
	entry('measure', 'sheltered', { label: 'In shelters', kind: 'stock', unit: 'people', definition: 'In shelters.' }),
	entry('measure', 'fled', { label: 'Fled', kind: 'flow', unit: 'people', definition: 'People who fled the water.' }),
	entry('place', 'upper-torv', { name: 'Upper Torv', kind: 'town', role: 'A town.', sources: ['survey'] }),
	entry('topic', 'flood', { title: 'The flood', description: 'What the river did.', date: '2028-02-11' }),
	claim('drowned-first', 'drowned', 'survey', { value: 21 }, { said: '2028-02-11', saidTime: '10:18 CET' }),
	claim('drowned-last', 'drowned', 'survey', { value: 78 }, { said: '2028-02-12' }, { supersedes: 'drowned-first' }),
	claim('drowned-wardens', 'drowned', 'wardens', { value: 50, qualifier: 'more than' }, { said: '2028-02-11' }),
	claim('drowned-council', 'drowned', 'council', { value: 38, qualifier: 'at least' }, { said: '2028-02-13' }),
	claim('drowned-between', 'drowned', '', { value: 40, qualifier: 'between', upper: 60 }, {}, { source: 'council' }),
	claim('drowned-dozens', 'drowned', 'wardens', { qualifier: 'dozens' }, { said: '2028-02-10' }),
	claim('fled-spring', 'fled', 'survey', { value: 900_000, qualifier: 'about' }, { date: '2028-02/2028-05' }),
	claim('fled-week', 'fled', 'wardens', { value: 120_000 }, { date: '2028-02-11/2028-02-18' }),
	claim('fled-year', 'fled', 'council', { value: 1_400_000, qualifier: 'more than' }, { date: '2027-04/2028-12' }),
	...['2021-03-02', '2022-10', '2026-05-01/2026-05-04'].map((date, at) =>
		claim(['bank-first', 'bank-second', 'bank-last'][at] ?? '', 'fled', '', { value: 900 }, { date }),
	),
	entry('ceasefire', 'calm', {
		name: 'The calm',
		short: 'Calm',
		agreed: '2028-02-20',
		inForce: '2028-02-20',
		ended: '2028-02-27',
		endedCertainty: 'day',
		endedNote: 'It was declared over.',
		scope: 'The valley.',
		covers: 'yes',
		type: 'bilateral',
		brokers: ['council'],
		parties: [],
		terms: [],
		outcome: 'It ended.',
		sources: ['survey'],
		events: [],
	}),
	...sheltered.map(([id, label, values]) =>
		series(id, label, 'sheltered', 'River Survey', yearly(2022, values), id === 'upper' ? { place: 'upper-torv' } : {}),
	),
	series(
		'upper-council',
		'Valley Council',
		'sheltered',
		'Valley Council',
		[
			['2022', 170_000, 'about'],
			['2023', 510_000],
			['2024', 930_000, 'more than'],
			['2026', 1_844_100],
			['2028', 1_380_000],
		],
		{ place: 'upper-torv' },
	),
	series(
		'fled-line',
		'Fled the water',
		'fled',
		'River Survey',
		[
			['2028-02-12', 36_000, 'at least'],
			['2028-02-19', 284_000],
			['2028-02-26', 350_000, 'about'],
			['2028-03-05', 689_000, 'more than'],
			['2028-03-12', 890_000, 'almost'],
			['2028-03-30', 961_000],
		],
		{ countedFrom: '2028-02-01' },
	),
	series(
		'went-back',
		'Went back',
		'fled',
		'River Survey',
		yearly(2020, [0, 4_100, 55_300, 38_000, 94_600, 51_400, 1_302_000]),
	),
	chart('line', 'line', 'Two counts of the same shelters part and meet', {
		series: ['upper', 'upper-council'],
		difference: true,
		annotations: [
			{ date: '2027-12-08', label: 'The dam breaks, 8 December 2027' },
			{ series: 'upper', date: '2025', label: 'The shelters open' },
		],
	}),
	chart('cumulative', 'cumulative', 'Most fled after the calm had failed', {
		series: ['fled-line'],
		from: '2028-02',
		to: '2028-03',
		annotations: [{ ceasefire: 'calm', label: 'The calm' }],
	}),
	chart('bars', 'bars', 'Most went back in the last year', {
		series: ['went-back'],
		annotations: [
			{ date: '2025-12-08', label: 'The dam stands' },
			{ series: 'went-back', date: '2026', label: 'after the dam' },
		],
	}),
	chart('multiples', 'small multiples', 'Shelters emptied nearly everywhere', {
		series: sheltered.map(([id]) => id),
		annotations: [{ series: 'isle', date: '2027', label: '2027 dip: cause unknown' }],
	}),
	chart('lines', 'line', 'Upper Torv sheltered more than all others', { series: sheltered.map(([id]) => id) }),
	chart('accounts', 'accounts', 'How many drowned depends on who counted', { about: 'flood', measure: 'drowned' }),
	chart('windows', 'windows', 'The figures cover different periods', {
		claims: ['fled-year', 'fled-spring', 'fled-week'],
	}),
	chart('sides', 'sides', 'On both rivers the wardens and the council stood on opposite banks', {
		sides: ['wardens', 'council'],
		rows: [
			{
				name: 'Torv',
				backed: [
					{ words: 'the mills', claim: 'drowned-wardens' },
					{ words: 'the town on the other bank', claim: 'drowned-council' },
				],
				deal: 'peace by the wardens and the council',
				from: 'bank-first',
				to: 'bank-last',
			},
			{
				name: 'The upper and the lower Vell',
				backed: [
					{ words: 'shepherds', claim: 'drowned-wardens' },
					{ words: 'foresters', claim: 'drowned-council' },
				],
				deal: 'peace by others',
				from: 'bank-second',
				to: 'bank-last',
				stands: true,
			},
		],
	}),
	entry('page', 'front', { title: 'Front', dek: 'All of it.', asOf: '2030-01-01', updated: '2030-01-01' }),
];

export const chartFixture = (): Ledger => buildLedger({ entries, seeds: new Map() });
