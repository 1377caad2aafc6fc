import { describe, expect, it } from 'vitest';
import { example, exampleEntries, exampleWith } from '../../tests/support/example-ledger.ts';
import { exampleSite } from '../../tests/support/example-site.ts';
import { accounts } from './accounts.ts';
import { bySpeaker, isDisputed, relayedWords, speakerOf } from './speaker.ts';
import { buildLedger } from './verify.ts';

const early = exampleEntries.find(({ id }) => id === 'killed-observatory-early');
/** The example with one more claim, which says what `killed-observatory-early` says but for the changes. */
const withReport = (id: string, change: object) => {
	const { entries, seeds } = example();
	return buildLedger({
		seeds,
		entries: [...entries, { kind: 'claim', id, data: { ...(early?.data as object), ...change } }],
	});
};
const words = (ledger: ReturnType<typeof buildLedger>) =>
	bySpeaker(ledger, accounts(ledger, 'strike', 'killed')).map(({ id, accounts: figures }) => [
		id,
		figures.map(({ reports, superseded }) => `${reports.length}${superseded ? ' replaced' : ''}`),
	]);

describe('bySpeaker', () => {
	it('puts each figure under whoever gave it, in the order of the first word', () => {
		expect(words(buildLedger(example()))).toEqual([
			['observatory', ['1 replaced', '1']],
			['spokesman', ['1']],
			['seed-000', ['1']],
		]);
	});

	it('holds a figure that two outlets carry for one account', () => {
		const ledger = withReport('killed-observatory-again', { statement: 'The Observatory first counted 21 dead.' });
		expect(words(ledger)[0]).toEqual(['observatory', ['2', '1']]);
	});

	it('counts somebody unnamed as the one who he probably is', () => {
		const ledger = buildLedger(exampleWith('actor', 'spokesman', { probably: 'observatory' }));
		expect(words(ledger).map(([id]) => id)).toEqual(['observatory', 'seed-000']);
		expect(bySpeaker(ledger, accounts(ledger, 'strike', 'killed'))[0]?.name).toBe('The Observatory');
	});
});

describe('relayedWords', () => {
	const of = (change: Readonly<Record<string, unknown>>) => {
		const ledger = buildLedger(exampleWith('claim', 'killed-observatory-early', change));
		const claim = ledger.claims.get('killed-observatory-early');
		return claim && relayedWords(ledger, claim);
	};

	it('says who counted and who passed it on', () => {
		expect(of({})).toBeUndefined();
		expect(of({ relayedBy: 'spokesman' })).toBe('the Observatory’s count, in a spokesman’s report');
		expect(of({ relayedBy: 'spokesman', quantity: undefined, statement: 'The Observatory spoke.' })).toBe(
			'the Observatory, as a spokesman reports',
		);
	});

	it('is of two, never of one', () => {
		expect(() => of({ relayedBy: 'observatory' })).toThrow(/who counted or spoke, and who passed it on/);
	});
});

describe('isDisputed', () => {
	const disputed = (ledger: ReturnType<typeof buildLedger>, id: string) => {
		const claim = ledger.claims.get(id);
		return claim && isDisputed(ledger, claim);
	};

	it('marks counts of one event on which others differ', () => {
		const ledger = buildLedger(example());
		expect(disputed(ledger, 'killed-spokesman')).toBe(true);
		expect(disputed(ledger, 'injured-spokesman')).toBe(false);
		expect(disputed(ledger, 'fled-winter')).toBe(false);
		expect(disputed(ledger, 'killed-declined')).toBe(false);
	});

	it('takes nobody for disputing oneself, whatever they said before', () => {
		const { entries, seeds } = example((entry) => (entry.id === 'killed-spokesman' ? undefined : entry));
		const alone = buildLedger({
			seeds,
			entries: entries
				.map((entry) =>
					entry.id === 'seed-000'
						? {
								...entry,
								data: {
									...(entry.data as object),
									setAside: [
										{ text: 'more than 50', reason: 'Left out.' },
										{ text: 'nine years of war', reason: 'Told elsewhere.' },
									],
								},
							}
						: entry,
				)
				.filter(({ kind, body }) => kind !== 'explainer' || body === undefined),
		});
		expect(disputed(alone, 'killed-observatory')).toBe(false);
		expect(disputed(alone, 'killed-observatory-early')).toBe(false);
	});
});

it('names a seed that speaks for itself as the site calls it', () => {
	const sites = new Map([['site', { ...exampleSite, seeds: { 'seed-000': 'first report' } }]]);
	const ledger = { ...buildLedger(example()), sites };
	const claim = ledger.claims.get('killed-declined');
	expect(claim && speakerOf(ledger, claim)).toBe('The first report');
	const silence = ledger.claims.get('silence');
	expect(silence && speakerOf(ledger, silence)).toBe('An agency');
});
