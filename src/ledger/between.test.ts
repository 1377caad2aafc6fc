import { describe, expect, it } from 'vitest';
import { example } from '../../tests/support/example-ledger.ts';
import { roundedLength } from './between.ts';
import { buildLedger } from './build.ts';
import { resolveValue } from './values.ts';

describe('a length of time between two records', () => {
	it.each([
		[1, '1\u00a0day'],
		[12, '12\u00a0days'],
		[21, '3\u00a0weeks'],
		[26, 'almost 4\u00a0weeks'],
		[30, 'more than 4\u00a0weeks'],
		[120, 'almost 4\u00a0months'],
		[136, 'more than 4\u00a0months'],
		[3280, 'almost 9\u00a0years'],
		[3287, '9\u00a0years'],
		[3500, 'more than 9\u00a0years'],
	])('of %i days is %s', (days, words) => {
		expect(roundedLength(days, true)).toBe(words);
	});

	it('is about so much where a date is not known to the day', () => {
		expect(roundedLength(3280, false)).toBe('about 9\u00a0years');
	});

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
