import { describe, expect, it } from 'vitest';
import { example, exampleEntries, exampleWith } from '../../tests/support/example-ledger.ts';
import { accounts } from './accounts.ts';
import { buildLedger } from './build.ts';
import { bySpeaker, relayedWords } from './speaker.ts';

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
