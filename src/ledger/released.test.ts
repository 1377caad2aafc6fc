import { describe, expect, it } from 'vitest';
import { example } from '../../tests/support/example-ledger.ts';
import type { Explainer, Ledger } from './ledger.ts';
import { movedSchema, publishedValues, silentChanges } from './released.ts';
import { buildLedger } from './verify.ts';

const ledger = buildLedger(example());
const [[id, value] = ['', '']] = Object.entries(publishedValues(ledger).claims);
const published = (claims: Readonly<Record<string, string>>) => ({ addresses: [], claims });

/** The ledger with a correction on each of its explainers. */
function corrected(old: string, draft: boolean): Ledger {
	const entry = { date: '2026-12-01', what: 'w', why: 'y', claim: id, old, new: value };
	const explainers = [...ledger.explainers].map(
		([key, one]) => [key, { ...one, draft, corrections: [entry] } satisfies Explainer] as const,
	);
	return { ...ledger, explainers: new Map(explainers) };
}

describe('a published value', () => {
	it('that has not changed is nothing to speak of', () => {
		expect(id).not.toBe('');
		expect(silentChanges(ledger, { addresses: [], ...publishedValues(ledger) })).toEqual([]);
	});

	it('that changed is told with both values', () => {
		expect(silentChanges(ledger, published({ [id]: '77 fighters' }))).toEqual([
			{ by: { claim: id }, old: '77 fighters', now: value, pages: [] },
		]);
	});

	it('passes with a correction of a published page that names both values', () => {
		expect(silentChanges(corrected('77 fighters', false), published({ [id]: '77 fighters' }))).toEqual([]);
		expect(silentChanges(corrected('76 fighters', false), published({ [id]: '77 fighters' }))).toHaveLength(1);
		expect(silentChanges(corrected('77 fighters', true), published({ [id]: '77 fighters' }))).toHaveLength(1);
	});

	it('is asked for on each page that shows it', () => {
		const [page = ''] = ledger.explainers.keys();
		const shown = () => [`explainer/${page}`, 'ceasefire/spring'];
		const old = published({ [id]: '77 fighters' });
		expect(silentChanges(ledger, old, [], shown)).toMatchObject([{ pages: shown() }]);
		expect(silentChanges(corrected('77 fighters', false), old, [], shown)).toMatchObject([
			{ pages: ['ceasefire/spring'] },
		]);
	});

	it('is followed to the claim that it moved to', () => {
		const moved = [{ from: '/claims/gone/', to: `/claims/${id}/`, why: 'renamed' }];
		expect(silentChanges(ledger, published({ gone: value }), moved)).toEqual([]);
		expect(silentChanges(ledger, published({ gone: '1 person' }), moved)).toMatchObject([{ by: { claim: id } }]);
	});

	it('of a row, and the source of a claim, are held too', () => {
		const now = publishedValues(ledger);
		const [[row] = ['']] = Object.entries(now.rows);
		const changed = {
			...now,
			addresses: [],
			rows: { ...now.rows, [row]: '1 people' },
			sources: { ...now.sources, [id]: 'other' },
		};
		expect(silentChanges(ledger, changed).map(({ old }) => old)).toEqual(['source other', '1 people']);
	});

	it('of a claim that is gone is left to the rule on addresses', () => {
		expect(silentChanges(ledger, published({ gone: '1' }))).toEqual([]);
	});
});

it.each(['claims/a/', '/a/../b/', '//a/', '/.git/a.txt', '/a/.well-known/', 'https://a.example/'])(
	'%j is no address of this site',
	(from) => {
		expect(movedSchema.safeParse([{ from, to: '/b/', why: 'renamed' }]).success).toBe(false);
	},
);
