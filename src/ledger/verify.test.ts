import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { example, exampleEntries, exampleSeed, exampleWith } from '../../tests/support/example-ledger.ts';
import { kinds } from './kinds.ts';
import type { Entries, Entry } from './ledger.ts';
import { LedgerError, type Path } from './problem.ts';
import { buildLedger, verify } from './verify.ts';

const sole = (entries: Entries) =>
	verify(entries).map(({ rule, kind, id, path, message, fix }) => ({
		rule,
		where: `${kind} ${id} ${path.join('.')}`,
		message,
		fix,
	}));

describe('verify', () => {
	it('finds nothing in a content that holds', () => {
		expect(sole(example())).toEqual([]);
	});

	it.each<[string, Entries, string, string, string | RegExp, string | RegExp]>([
		[
			'an unknown key',
			exampleWith('claim', 'silence', { saidby: 'spokesman' }),
			'unknown-key',
			'claim silence saidby',
			'"saidby" is not a key of a claim',
			'Did you mean "saidBy"?',
		],
		[
			'an unknown key inside',
			exampleWith('claim', 'injured-spokesman', { quantity: { value: 50, qualifer: 'exactly' } }),
			'unknown-key',
			'claim injured-spokesman quantity.qualifer',
			'"qualifer" is not a key of quantity',
			'Did you mean "qualifier"?',
		],
		[
			'an unknown key of a chart',
			exampleWith('chart', 'here', { serie: ['x'] }),
			'unknown-key',
			'chart here serie',
			/not a key/,
			/Keys: kind, title/,
		],
		[
			'a missing key',
			exampleWith('claim', 'silence', { statement: undefined }),
			'schema',
			'claim silence statement',
			'statement is missing',
			/own words/,
		],
		[
			'an empty record',
			example((one) => (one.id === 'harem' ? { ...one, data: null } : one)),
			'schema',
			'place harem ',
			'this place is empty',
			/./,
		],
		[
			'a wrong type',
			exampleWith('explainer', 'the-strike', { order: 'first' }),
			'schema',
			'explainer the-strike order',
			'order must be a number, and here is text',
			/reading order/,
		],
		[
			'a wrong word',
			exampleWith('source', 'outside', { kind: 'artcle' }),
			'schema',
			'source outside kind',
			'kind cannot be "artcle"',
			'Did you mean "article"?',
		],
		[
			'keys where a word belongs, one of them a name that every object has',
			exampleWith('source', 'outside', { kind: { toString: 'article' } }),
			'schema',
			'source outside kind',
			'kind cannot be a group of keys',
			/^Use one of: .*article/,
		],
		[
			'a wrong kind of chart',
			exampleWith('chart', 'here', { kind: 'lines' }),
			'schema',
			'chart here kind',
			'kind cannot be "lines"',
			'Did you mean "line"?',
		],
		[
			'an empty text',
			exampleWith('term', 'stock', { definition: ' ' }),
			'schema',
			'term stock definition',
			/empty/,
			/./,
		],
		[
			'too few points',
			exampleWith('explainer', 'the-strike', { summary: ['One.'] }),
			'schema',
			'explainer the-strike summary',
			'summary needs at least 3 entries',
			/./,
		],
		[
			'no day of the calendar',
			exampleWith('topic', 'strike', { date: '2020-02-30' }),
			'schema',
			'topic strike date',
			'"2020-02-30" is not a day in the calendar',
			'Correct the day, the month or the order.',
		],
		[
			'an address that is none',
			exampleWith('source', 'outside', { url: 'javascript:alert(1)' }),
			'schema',
			'source outside url',
			/http/,
			/./,
		],
		[
			'a quote and a locator',
			exampleWith('claim', 'silence', { quote: 'x' }),
			'schema',
			'claim silence quote',
			/not both/,
			/./,
		],
		[
			'words with a value',
			exampleWith('claim', 'killed-declined', { quantity: { value: 3, qualifier: 'not given' } }),
			'schema',
			'claim killed-declined quantity.value',
			/stands in place of a number/,
			/./,
		],
		[
			'an unknown source',
			exampleWith('claim', 'silence', { source: 'outsid' }),
			'unknown-reference',
			'claim silence source',
			'there is no source "outsid"',
			'Did you mean "outside" (Another report)?',
		],
		[
			'an unknown actor in a list',
			exampleWith('ceasefire', 'spring', { brokers: ['spokesman', 'nobody'] }),
			'unknown-reference',
			'ceasefire spring brokers.1',
			'there is no actor "nobody"',
			/Use the id/,
		],
		[
			'an unknown source of an event',
			exampleWith('ceasefire', 'spring', {
				events: [{ date: '2020-03-10', kind: 'violation', what: 'x', sources: ['gone'] }],
			}),
			'unknown-reference',
			'ceasefire spring events.0.sources.0',
			'there is no source "gone"',
			/./,
		],
		[
			'a record that names itself',
			exampleWith('ceasefire', 'spring', { replaces: 'spring' }),
			'unknown-reference',
			'ceasefire spring replaces',
			'this ceasefire names itself',
			/./,
		],
		[
			'a digit changed in a quantity',
			exampleWith('claim', 'killed-spokesman', { quantity: { value: 60, qualifier: 'more than' } }),
			'quote-quantity',
			'claim killed-spokesman quantity.value',
			'quantity says “more than 60”, and the quote says “more than 50”',
			/those of the source/,
		],
		[
			'another limit',
			exampleWith('claim', 'killed-spokesman', { quantity: { value: 50 } }),
			'quote-quantity',
			'claim killed-spokesman quantity.qualifier',
			'quantity says “50”, and the quote limits the number otherwise: “more than 50”',
			/./,
		],
		[
			'a letter changed in a quote',
			exampleWith('claim', 'killed-declined', { quote: 'Neither side gave its own coumt' }),
			'quote',
			'claim killed-declined quote',
			'this quote does not stand in the seed of seed-000',
			'It is right up to “side gave its own”. Copy the words from the seed exactly; only white space may differ.',
		],
		[
			'a quote found twice',
			exampleWith('claim', 'injured-spokesman', { quote: '50' }),
			'quote',
			'claim injured-spokesman quote',
			'this quote stands in the seed 2 times (lines 1, 1)',
			/found once/,
		],
		[
			'a quote from no seed',
			exampleWith('claim', 'silence', { locator: undefined, quote: 'x' }),
			'quote',
			'claim silence quote',
			/no seed/,
			/locator/,
		],
		[
			'no quote from a seed',
			exampleWith('claim', 'silence', { source: 'seed-000' }),
			'quote',
			'claim silence locator',
			/needs a quote/,
			/./,
		],
		[
			'another figure in the statement',
			exampleWith('claim', 'killed-observatory-early', { statement: 'The Observatory first counted 12 dead.' }),
			'statement-quantity',
			'claim killed-observatory-early statement',
			'quantity says “21”, and the statement says “12”',
			/./,
		],
		[
			'a figure in the statement only',
			exampleWith('claim', 'killed-observatory', { statement: 'It counted 78 dead in 7 hours.' }),
			'statement-quantity',
			'claim killed-observatory statement',
			'“7” in the statement stands neither in the quote nor in quantity',
			/./,
		],
		[
			'a statement with a quantity',
			exampleWith('claim', 'silence', { quantity: { value: 3 } }),
			'claim',
			'claim silence quantity',
			/counts nothing/,
			/./,
		],
		[
			'a claim replaced for another matter',
			exampleWith('claim', 'injured-spokesman', { supersedes: 'killed-spokesman' }),
			'claim',
			'claim injured-spokesman supersedes',
			/something else/,
			/./,
		],
		[
			'a byte changed in a seed',
			example((same) => same, [], { sha256: 'b'.repeat(64) }),
			'seed-changed',
			'source seed-000 sha256',
			/was changed since it was read/,
			/Bring back the received file/,
		],
		[
			'a seed that is gone',
			{ entries: exampleEntries, seeds: new Map() },
			'seed-missing',
			'source seed-000 seed',
			'seeds/report.txt is not there',
			/./,
		],
		[
			'a figure in a seed that nobody uses',
			example((same) => same, [], { text: `${exampleSeed} They fired 12 rockets.` }),
			'seed-coverage',
			'source seed-000 seed',
			'“12” in line 4 of the seed is not accounted for: “They fired 12 rockets.”',
			/setAside/,
		],
		[
			'a number word that nobody uses',
			exampleWith('source', 'seed-000', { setAside: undefined }),
			'seed-coverage',
			'source seed-000 seed',
			/“nine” in line 4/,
			/./,
		],
		[
			'set-aside words that do not stand there',
			exampleWith('source', 'seed-000', {
				setAside: [
					{ text: 'nine years of war', reason: 'x' },
					{ text: 'ten years', reason: 'x' },
				],
			}),
			'set-aside',
			'source seed-000 setAside.1.text',
			/does not stand/,
			/exactly/,
		],
		[
			'two records of a seed',
			example((same) => same, [{ kind: 'source', id: 'again', data: exampleEntries[0]?.data }]),
			'seed-twice',
			'source seed-000 seed',
			/already belongs/,
			/./,
		],
		[
			'a time without its day',
			exampleWith('ceasefire', 'spring', { inForce: '2020-03' }),
			'ceasefire',
			'ceasefire spring time',
			/does not name the day/,
			/./,
		],
		[
			'an end before the start',
			exampleWith('ceasefire', 'quiet', { ended: '2018-12-31', endedCertainty: 'day' }),
			'ceasefire',
			'ceasefire quiet ended',
			/before it was in force/,
			/./,
		],
		[
			'a start before the agreement',
			exampleWith('ceasefire', 'quiet', { inForce: '2019-01-09' }),
			'ceasefire',
			'ceasefire quiet inForce',
			/before it was agreed/,
			/earlyStart/,
		],
		[
			'an early start that is none',
			exampleWith('ceasefire', 'quiet', { earlyStart: 'x' }),
			'ceasefire',
			'ceasefire quiet earlyStart',
			/there is none/,
			/./,
		],
		[
			'a known end that is not given',
			exampleWith('ceasefire', 'quiet', { endedCertainty: 'day' }),
			'ceasefire',
			'ceasefire quiet endedCertainty',
			/no end is given/,
			/./,
		],
		[
			'an end known to the month only',
			exampleWith('ceasefire', 'autumn', { endedCertainty: 'day' }),
			'ceasefire',
			'ceasefire autumn ended',
			/not known to the day/,
			/about/,
		],
		[
			'an event before its deal',
			exampleWith('ceasefire', 'spring', {
				events: [{ date: '2020-01-01', kind: 'violation', what: 'x', sources: ['outside'] }],
			}),
			'ceasefire',
			'ceasefire spring events.0.date',
			/before the deal/,
			/before: true/,
		],
		[
			'an event after its end',
			exampleWith('ceasefire', 'spring', {
				events: [{ date: '2021-01-01', kind: 'violation', what: 'x', sources: ['outside'] }],
			}),
			'ceasefire',
			'ceasefire spring events.0.date',
			/after the end/,
			/after: true/,
		],
		[
			'events out of order',
			exampleWith('ceasefire', 'spring', {
				events: [
					{ date: '2020-03-10', kind: 'violation', what: 'x', sources: ['outside'] },
					{ date: '2020-03-06', kind: 'in force', what: 'x', sources: ['outside'] },
				],
			}),
			'ceasefire',
			'ceasefire spring events.1.date',
			/before it in time/,
			/order/,
		],
		[
			'flow and stock on one axis',
			exampleWith('chart', 'here', { series: ['refugees-here', 'fled-winter-line'] }),
			'chart',
			'chart here series.1',
			'fled-winter-line is a flow and refugees-here a stock; they cannot share an axis',
			/two charts/,
		],
		[
			'a stock counted up',
			exampleWith('chart', 'winter', { series: ['refugees-here'] }),
			'chart',
			'chart winter series.0',
			/not counted up/,
			/./,
		],
		[
			'an annotation on no point',
			exampleWith('chart', 'here', { annotations: [{ series: 'refugees-here', date: '2017', label: 'x' }] }),
			'chart',
			'chart here annotations.0.date',
			'refugees-here has no row for 2017',
			/2018/,
		],
		[
			'an annotation outside',
			exampleWith('chart', 'here', { annotations: [{ date: '2030', label: 'x' }] }),
			'chart',
			'chart here annotations.0.date',
			/outside/,
			/./,
		],
		[
			'an annotation without a place',
			exampleWith('chart', 'here', { annotations: [{ label: 'x' }] }),
			'chart',
			'chart here annotations.0',
			/no place/,
			/./,
		],
		[
			'a chart that starts after its data',
			exampleWith('chart', 'winter', { from: '2021' }),
			'chart',
			'chart winter series.0',
			/no rows between/,
			/./,
		],
		[
			'a window without a period',
			exampleWith('chart', 'windows', { claims: ['killed-observatory'] }),
			'chart',
			'chart windows claims.0',
			/no period/,
			/./,
		],
		[
			'a deal between sides without a day',
			exampleWith('chart', 'windows', {
				kind: 'sides',
				claims: undefined,
				sides: ['spokesman', 'observatory'],
				rows: [
					{
						name: 'The war',
						backed: [
							{ words: 'one', claim: 'killed-observatory' },
							{ words: 'another', claim: 'killed-observatory' },
						],
						deal: 'a truce',
						from: 'killed-observatory',
						to: 'fled-winter',
					},
				],
			}),
			'chart',
			'chart windows rows.0.from',
			/has no date/,
			/./,
		],
	])('finds %s', (_, entries, rule, where, message, fix) => {
		const found = sole(entries);
		const match = typeof message === 'string' ? message : expect.stringMatching(message);
		const remedy = typeof fix === 'string' ? fix : expect.stringMatching(fix);
		expect(found).toContainEqual({ rule, where, message: match, fix: remedy });
	});

	it.each<[string, Record<string, string>[], number, string, RegExp]>([
		['a word for a number', [{ date: '2018', value: 'many' }], 0, 'value', /“?many”?.* is not a plain number/],
		['a number with commas', [{ date: '2018', value: '3,641,370' }], 0, 'value', /3,641,370/],
		['an empty value', [{ date: '2018', value: '' }], 0, 'value', /no value/],
		['no date', [{ date: '', value: '1' }], 0, 'date', /no date/],
		['a date that is none', [{ date: '18', value: '1' }], 0, 'date', /not a date/],
		['a period', [{ date: '2018/2019', value: '1' }], 0, 'date', /period/],
		[
			'a date twice',
			[
				{ date: '2018', value: '1' },
				{ date: '2018', value: '2' },
			],
			1,
			'date',
			/there twice/,
		],
		[
			'rows out of order',
			[
				{ date: '2019', value: '1' },
				{ date: '2018', value: '2' },
			],
			1,
			'date',
			/before it in time/,
		],
		[
			'a date inside another',
			[
				{ date: '2019', value: '1' },
				{ date: '2019-06', value: '2' },
			],
			1,
			'date',
			/lies inside/,
		],
		['fewer than none', [{ date: '2018', value: '-4' }], 0, 'value', /cannot be/],
		['half a person', [{ date: '2018', value: '4.5' }], 0, 'value', /cannot be/],
		['a digit too many', [{ date: '2018', value: '36413700000000' }], 0, 'value', /more than there can be/],
		['an unknown limit', [{ date: '2018', value: '4', qualifier: 'over' }], 0, 'qualifier', /not a qualifier/],
		['an unknown source', [{ date: '2018', value: '4', source: 'gone' }], 0, 'source', /no source "gone"/],
	])('finds in a CSV %s', (_, rows, row, column, message) => {
		const entries = exampleWith('series', 'refugees-here', {}, { rows });
		expect(verify(entries)).toContainEqual(
			expect.objectContaining({ row, column, message: expect.stringMatching(message) }),
		);
	});

	it('reports a broken record once, not also as unknown', () => {
		for (const [kind, id] of [
			['source', 'outside'],
			['series', 'refugees-here'],
			['topic', 'strike'],
			['measure', 'refugees'],
			['claim', 'killed-spokesman'],
		] as const) {
			const found = sole(exampleWith(kind, id, { note: 4 }));
			expect(found.filter(({ rule }) => !['schema', 'unknown-key', 'seed-coverage'].includes(rule))).toEqual([]);
		}
	});

	it('reports seeds that nobody registered', () => {
		const { entries, seeds } = example();
		const more = new Map([...seeds, ['other.txt', { text: 'x', sha256: 'c'.repeat(64) }]]);
		expect(sole({ entries, seeds: more })).toMatchObject([
			{ rule: 'seed-unknown', message: 'no source belongs to seeds/other.txt' },
		]);
	});

	it('never throws and always gives places as text and numbers, whatever stands in the records', () => {
		const anything = fc.anything({ withNullPrototype: false, maxDepth: 3 });
		fc.assert(
			fc.property(
				fc.constantFrom(...kinds),
				fc.string(),
				anything,
				fc.option(fc.array(fc.dictionary(fc.string(), fc.string()))),
				(kind, id, data, rows) => {
					const added: Entry = { kind, id, data, ...(rows ? { rows } : {}) };
					for (const { message, fix, path } of verify(example((same) => same, [added]))) {
						expect(`${message}${fix}`).not.toMatch(/\[object Object\]|undefined$/);
						expect((path as Path).every((key) => typeof key === 'string' || typeof key === 'number')).toBe(true);
					}
				},
			),
			{ numRuns: 200 },
		);
	});

	it('never throws when one value of a record is replaced by something else', () => {
		const value = fc.oneof(
			fc.string(),
			fc.double(),
			fc.constant(null),
			fc.array(fc.string()),
			fc.object({ maxDepth: 1 }),
			// Keys that every object has already: what is made of them has no text of its own.
			fc.dictionary(fc.constantFrom('toString', 'valueOf', 'constructor', 'toJSON'), fc.string(), { minKeys: 1 }),
		);
		fc.assert(
			fc.property(fc.nat({ max: exampleEntries.length - 1 }), fc.nat(), value, (at, key, replacement) => {
				const chosen = exampleEntries[at];
				const keys = Object.keys((chosen?.data ?? {}) as object);
				const name = keys[key % keys.length] ?? '';
				if (chosen)
					expect(Array.isArray(verify(exampleWith(chosen.kind, chosen.id, { [name]: replacement })))).toBe(true);
			}),
			{ numRuns: 300 },
		);
	});

	it('takes 20,000 claims', () => {
		const template = exampleEntries.find((one) => one.id === 'killed-observatory-early');
		const many = Array.from(
			{ length: 20_000 },
			(_, at): Entry => ({
				kind: 'claim',
				id: `extra-${at}`,
				data: { ...(template?.data as object), about: 'flight', source: at % 2 ? 'gone' : 'outside' },
			}),
		);
		expect(verify(example((same) => same, many))).toHaveLength(10_000);
	});
});

describe('buildLedger', () => {
	it('orders what pages list', () => {
		const ledger = buildLedger(example());
		expect([...ledger.ceasefires.keys()]).toEqual(['quiet', 'autumn', 'spring']);
		expect([...ledger.topics.keys()]).toEqual(['strike', 'flight']);
		expect([...ledger.sources.keys()]).toEqual(['outside', 'seed-000']);
		expect([...ledger.claims.keys()].slice(0, 2)).toEqual(['killed-spokesman', 'injured-spokesman']);
		expect(ledger.seeds.get('seed-000')).toBe(exampleSeed);
		expect(ledger.series.get('refugees-here')?.rows[1]).toEqual({
			date: '2019',
			value: 3_576_370,
			qualifier: 'almost',
		});
		expect(ledger.claims.get('injured-spokesman')?.quantity).toEqual({ value: 50, qualifier: 'exactly' });
	});

	it('is the same whatever the order of files', () => {
		const turned = { ...example(), entries: [...exampleEntries].reverse() };
		const keys = (entries: Entries) => {
			const { sources, actors, places, series, ceasefires, charts, explainers, pages } = buildLedger(entries);
			return [sources, actors, places, series, ceasefires, charts, explainers, pages].map((map) => [...map.keys()]);
		};
		expect(keys(turned)).toEqual(keys(example()));
	});

	it('throws every problem at once', () => {
		const broken = example((one) =>
			one.id === 'outside' ? undefined : one.id === 'silence' ? { ...one, data: {} } : one,
		);
		try {
			buildLedger(broken);
			expect.unreachable();
		} catch (error) {
			expect(error).toBeInstanceOf(LedgerError);
			if (error instanceof LedgerError) expect(error.problems.length).toBeGreaterThan(10);
		}
	});
});
