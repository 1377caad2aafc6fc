import { describe, expect, it } from 'vitest';
import { example } from '../../tests/support/example-ledger.ts';
import { buildLedger } from '../ledger/verify.ts';
import { plainText } from './words.ts';

const ledger = buildLedger(example());

describe('plainText', () => {
	it.each([
		['Some <Claim id="killed-spokesman"/> died.', 'Some more than 50 died.'],
		['<Claim id="silence">No comment</Claim>.', 'No comment.'],
		['<Value series="refugees-here" date="2020"/> people', '3.64 million people'],
		['<Value series="refugees-here" date="2020" as="exact"/> people', '3,641,370 people'],
		['<Actor id="observatory"/> and a <Term id="stock"/>', 'The Observatory and a stock'],
		['no reference', 'no reference'],
	])('reads %j', (prose, text) => {
		expect(plainText(ledger, prose)).toBe(text);
	});

	it('throws on a reference that leads nowhere, which a built ledger rules out', () => {
		expect(() => plainText(ledger, '<Claim id="gone"/>')).toThrow('gone');
	});
});
