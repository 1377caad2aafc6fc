import type { Entries, Entry } from '../../src/ledger/ledger.ts';

/** A small content that holds, for tests: change one thing and see what is said of it. */

export const exampleSeed = `A spokesman said more than 50 fighters were killed. Another 50 were injured.

The Observatory spoke of 78 dead and
almost 90 injured after nine years of war. Neither side gave its own count.`;

const entry = (kind: Entry['kind'], id: string, data: object, more: Partial<Entry> = {}): Entry => ({
	kind,
	id,
	data,
	...more,
});
const sure = { level: 'high', reason: 'The words stand in the report.' };

export const exampleEntries: readonly Entry[] = [
	entry('source', 'seed-000', {
		title: 'A report',
		publisher: 'Unknown',
		kind: 'article',
		language: 'en',
		accessed: '2026-11-01',
		seed: 'report.txt',
		sha256: 'a'.repeat(64),
		setAside: [{ text: 'nine years of war', reason: 'Told elsewhere.' }],
	}),
	entry('source', 'outside', {
		title: 'Another report',
		publisher: 'An agency',
		kind: 'article',
		language: 'en',
		url: 'https://example.org/report',
		accessed: '2026-11-01',
	}),
	entry('actor', 'spokesman', {
		name: 'A spokesman',
		kind: 'person',
		gloss: 'who speaks',
		role: 'He speaks.',
		sources: ['seed-000'],
	}),
	entry('actor', 'observatory', {
		name: 'The Observatory',
		kind: 'monitor',
		gloss: 'a monitor',
		role: 'It counts.',
		sources: ['outside'],
	}),
	entry('place', 'harem', { name: 'Harem', kind: 'town', role: 'A town.', sources: ['outside'] }),
	entry('measure', 'killed', { label: 'Killed', kind: 'event count', unit: 'people', definition: 'People killed.' }),
	entry('measure', 'injured', { label: 'Injured', kind: 'event count', unit: 'people', definition: 'People injured.' }),
	entry('measure', 'refugees', { label: 'Refugees', kind: 'stock', unit: 'people', definition: 'People registered.' }),
	entry('measure', 'displaced', { label: 'Displaced', kind: 'flow', unit: 'people', definition: 'People displaced.' }),
	entry('measure', 'position', { label: 'What was said', kind: 'statement', definition: 'Words.' }),
	entry('topic', 'strike', { title: 'The strike', description: 'What happened.', date: '2020-10-26' }),
	entry('topic', 'flight', { title: 'The flight', description: 'Who fled.' }),
	entry('term', 'stock', { term: 'stock', definition: 'How many there are on a day.' }),
	entry('claim', 'killed-spokesman', {
		about: 'strike',
		measure: 'killed',
		statement: 'A spokesman said that more than 50 fighters were killed.',
		quantity: { value: 50, qualifier: 'more than' },
		said: '2020-10-26',
		saidBy: 'spokesman',
		source: 'seed-000',
		quote: 'more than 50 fighters were killed',
		confidence: sure,
	}),
	entry('claim', 'injured-spokesman', {
		about: 'strike',
		measure: 'injured',
		statement: 'A spokesman said that 50 were injured.',
		quantity: { value: 50 },
		saidBy: 'spokesman',
		source: 'seed-000',
		quote: 'Another 50 were injured',
		confidence: sure,
	}),
	entry('claim', 'killed-observatory', {
		about: 'strike',
		measure: 'killed',
		statement: 'The Observatory counted 78 dead.',
		quantity: { value: 78 },
		said: '2020-10-26',
		saidTime: 'midday',
		saidBy: 'observatory',
		source: 'seed-000',
		quote: '78 dead and almost 90 injured',
		supersedes: 'killed-observatory-early',
		confidence: sure,
	}),
	entry('claim', 'killed-observatory-early', {
		about: 'strike',
		measure: 'killed',
		statement: 'The Observatory first counted 21 dead.',
		quantity: { value: 21 },
		said: '2020-10-26',
		saidTime: '10:18 CET',
		saidBy: 'observatory',
		source: 'outside',
		locator: 'first paragraph',
		confidence: sure,
	}),
	entry('claim', 'killed-declined', {
		about: 'strike',
		measure: 'killed',
		statement: 'Neither side gave a count of its own.',
		quantity: { qualifier: 'not given' },
		source: 'seed-000',
		quote: 'Neither side gave its own count',
		confidence: sure,
	}),
	entry('claim', 'fled-winter', {
		about: 'flight',
		measure: 'displaced',
		statement: 'Between 800,000 and 1 million people fled over the winter.',
		quantity: { value: 800_000, qualifier: 'between', upper: 1_000_000 },
		date: '2019-12/2020-03',
		source: 'outside',
		locator: 'page 3',
		confidence: sure,
	}),
	entry('claim', 'silence', {
		about: 'strike',
		measure: 'position',
		statement: 'The ministry did not comment.',
		source: 'outside',
		locator: 'last paragraph',
		confidence: sure,
	}),
	entry(
		'series',
		'refugees-here',
		{
			title: 'Refugees here',
			label: 'Here',
			measure: 'refugees',
			unit: 'people',
			provider: 'A counter',
			source: 'outside',
			licence: 'CC BY 4.0',
			definition: 'People registered.',
			method: 'Taken over.',
			columns: [
				{ name: 'date', type: 'date', description: 'End of the year.' },
				{ name: 'value', type: 'number', description: 'People.' },
				{ name: 'qualifier', type: 'text', description: 'Limit.' },
			],
		},
		{
			rows: [
				{ date: '2018', value: '3622366', qualifier: '' },
				{ date: '2019', value: '3576370', qualifier: 'almost' },
				{ date: '2020', value: '3641370', qualifier: '' },
			],
		},
	),
	entry(
		'series',
		'fled-winter-line',
		{
			title: 'Displaced since 1 December',
			label: 'Displaced',
			measure: 'displaced',
			unit: 'people',
			provider: 'A counter',
			source: 'outside',
			licence: 'CC BY 4.0',
			definition: 'People displaced.',
			method: 'Taken over.',
			countedFrom: '2019-12-01',
			columns: [
				{ name: 'date', type: 'date', description: 'Day.' },
				{ name: 'value', type: 'number', description: 'People.' },
			],
		},
		{
			rows: [
				{ date: '2019-12-29', value: '284000' },
				{ date: '2020-01-14', value: '350000' },
				{ date: '2020-03-05', value: '961000' },
			],
		},
	),
	entry('ceasefire', 'spring', {
		name: 'The spring ceasefire',
		short: 'Spring',
		agreed: '2020-03-05',
		inForce: '2020-03-06',
		time: '00:01',
		ended: '2020-03-16',
		endedCertainty: 'day',
		endedBecause: 'it was given up',
		endedNote: 'It was declared over.',
		scope: 'All of it.',
		covers: 'yes',
		type: 'bilateral',
		brokers: ['spokesman'],
		parties: [],
		terms: ['No fire.'],
		outcome: 'It ended after <Claim id="killed-observatory"/> deaths.',
		sources: ['outside'],
		events: [
			{ date: '2020-02-27', kind: 'trigger', what: 'An attack.', sources: ['outside'], before: true },
			{ date: '2020-03-05', kind: 'agreed', what: 'Agreed.', sources: ['outside'] },
			{ date: '2020-03-10', kind: 'violation', what: 'Shells.', sources: ['outside'] },
		],
	}),
	entry('ceasefire', 'autumn', {
		name: 'The autumn truce',
		short: 'Autumn',
		agreed: '2019-08-30',
		inForce: '2019-08-31',
		ended: '2019-12',
		endedCertainty: 'about',
		endedNote: 'It faded.',
		scope: 'Part of it.',
		covers: 'partly',
		type: 'unilateral',
		brokers: [],
		parties: [],
		terms: [],
		outcome: 'It faded.',
		sources: ['outside'],
		events: [],
	}),
	entry('ceasefire', 'quiet', {
		name: 'The quiet truce',
		short: 'Quiet',
		agreed: '2019-01-10',
		inForce: '2019-01-10',
		endedCertainty: 'unknown',
		endedNote: 'No end was found.',
		scope: 'Part of it.',
		covers: 'no',
		type: 'bilateral',
		brokers: [],
		parties: [],
		terms: [],
		outcome: 'It held.',
		sources: ['seed-000'],
		events: [],
	}),
	entry('chart', 'here', {
		kind: 'line',
		title: 'The number stayed',
		summary: 'It was <Value series="refugees-here" date="2020"/> in the end.',
		series: ['refugees-here'],
		annotations: [{ series: 'refugees-here', date: '2019', label: 'Fewer' }],
	}),
	entry('chart', 'winter', {
		kind: 'cumulative',
		title: 'They fled',
		summary: 'In a winter.',
		series: ['fled-winter-line'],
	}),
	entry('chart', 'killed', {
		kind: 'accounts',
		title: 'Who says what',
		summary: 'Two counts.',
		about: 'strike',
		measure: 'killed',
	}),
	entry('chart', 'windows', { kind: 'windows', title: 'When', summary: 'One window.', claims: ['fled-winter'] }),
	entry(
		'explainer',
		'the-strike',
		{
			title: 'The strike',
			short: 'Strike',
			dek: 'What happened.',
			summary: [
				'<Claim id="killed-spokesman"/> killed.',
				'Or <Claim id="killed-observatory"/>.',
				'<Actor id="observatory"/> counts.',
			],
			asOf: '2020-10-31',
			updated: '2026-11-01',
			order: 1,
		},
		{ body: 'About <Value of="range" about="strike" measure="killed"/>. <Term id="stock">Stocks</Term> differ.\n' },
	),
	entry(
		'page',
		'front',
		{ title: 'Front', dek: 'All of it.', asOf: '2020-10-31', updated: '2026-11-01' },
		{ body: '' },
	),
];

/** The example with some entries changed, left out (undefined) or added. */
export function example(
	change: (entry: Entry) => Entry | undefined = (same) => same,
	added: readonly Entry[] = [],
	seed: { readonly text?: string; readonly sha256?: string } = {},
): Entries {
	return {
		entries: [...exampleEntries.flatMap((one) => change(one) ?? []), ...added],
		seeds: new Map([['report.txt', { text: seed.text ?? exampleSeed, sha256: seed.sha256 ?? 'a'.repeat(64) }]]),
	};
}

/** The example with some keys of one entry changed; `undefined` takes a key out. */
export function exampleWith(
	kind: Entry['kind'],
	id: string,
	keys: Readonly<Record<string, unknown>>,
	more: Partial<Entry> = {},
): Entries {
	return example((one) => {
		if (one.kind !== kind || one.id !== id) return one;
		const data = Object.entries({ ...(one.data as object), ...keys }).filter(([, value]) => value !== undefined);
		return { ...one, data: Object.fromEntries(data), ...more };
	});
}
