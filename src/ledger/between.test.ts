import { describe, expect, it } from 'vitest';
import { example } from '../../tests/support/example-ledger.ts';
import { resolveValue } from './values.ts';
import { buildLedger } from './verify.ts';

describe('a length of time between two records', () => {
	const ledger = buildLedger(example());
	const [ceasefire] = [...ledger.ceasefires.values()].filter(({ ended }) => ended !== undefined);

	it('names both records, and rests on them', () => {
		const id = ceasefire?.id ?? '';
		const result = resolveValue(ledger, { of: 'between', from: id, to: `${id}/ended` });
		expect(result).toMatchObject({ ok: true, value: { unit: 'days', ceasefires: [id] } });
		expect(resolveValue(ledger, { of: 'between', from: `${id}/ended`, to: id })).toMatchObject({ attribute: 'to' });
		expect(resolveValue(ledger, { of: 'between', from: 'nothing', to: id })).toMatchObject({ attribute: 'from' });
	});
});
