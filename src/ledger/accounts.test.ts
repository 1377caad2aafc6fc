import { describe, expect, it } from 'vitest';
import { example, exampleWith } from '../../tests/support/example-ledger.ts';
import { accounts, formatRange, range, standing } from './accounts.ts';
import { buildLedger } from './verify.ts';

const ledger = buildLedger(example());

describe('accounts', () => {
	const all = accounts(ledger, 'strike', 'killed');

	it('stand in the order in which they were given, those without a time or a day last', () => {
		expect(all.map(({ claim }) => claim.id)).toEqual([
			'killed-observatory-early',
			'killed-observatory',
			'killed-spokesman',
			'killed-declined',
		]);
	});

	it('take the order within a day where it is given', () => {
		const ordered = buildLedger(exampleWith('claim', 'killed-spokesman', { order: 1 }));
		expect(accounts(ordered, 'strike', 'killed')[0]?.claim.id).toBe('killed-spokesman');
	});

	it('name what replaced them, and whether they stand in a seed', () => {
		expect(all[0]).toMatchObject({ superseded: true, supersededBy: 'killed-observatory', seed: false });
		expect(all[1]).toMatchObject({ superseded: false, seed: true });
	});

	it('are none where the measure counts various things', () => {
		const various = buildLedger(
			example((one) => {
				if (one.kind === 'chart' && one.id === 'killed') return undefined;
				if (one.kind === 'explainer') return { ...one, body: '' };
				return one.kind === 'measure' && one.id === 'killed'
					? { ...one, data: { ...(one.data as object), various: true } }
					: one;
			}),
		);
		expect(accounts(various, 'strike', 'killed')).toEqual([]);
	});
});

describe('range', () => {
	it('names the claim at each end, among those that stand or all', () => {
		const all = accounts(ledger, 'strike', 'killed');
		expect(range(standing(all))).toMatchObject({ low: { id: 'killed-spokesman' }, high: { id: 'killed-observatory' } });
		expect(range(all)).toMatchObject({ low: { id: 'killed-observatory-early' } });
		expect(range(all.filter(({ claim }) => claim.quantity?.value === undefined))).toBeUndefined();
	});

	it('holds a minimum for no lower end where two counts differ', () => {
		const { entries, seeds } = example();
		const early = entries.find(({ id }) => id === 'killed-observatory-early');
		const other = { ...(early?.data as object), statement: 'An agency counted 60 dead.', quantity: { value: 60 } };
		const more = buildLedger({
			seeds,
			entries: [...entries, { kind: 'claim', id: 'killed-agency', data: { ...other, saidBy: undefined } }],
		});
		expect(range(standing(accounts(more, 'strike', 'killed')))).toMatchObject({
			low: { id: 'killed-agency' },
			high: { id: 'killed-observatory' },
		});
	});

	it('in words', () => {
		const ends = range(standing(accounts(ledger, 'strike', 'killed')));
		expect(ends && formatRange(ends)).toBe('more than 50 to 78');
		const window = range(accounts(ledger, 'flight', 'displaced'));
		expect(window && formatRange(window)).toBe('800,000 to 1 million');
	});
});
