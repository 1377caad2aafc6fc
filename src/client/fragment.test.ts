import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readFragment, writeFragment } from './fragment.ts';

it('writes addresses that people can read', () => {
	const state = { figure: 'a-b', point: 'x@2019-04/2020-03', hidden: ['y'], only: '' };
	expect(writeFragment(state)).toBe('a-b:x@2019-04/2020-03;hide=y');
	expect(writeFragment({ ...state, point: '', hidden: [] })).toBe('');
});

it('reads back what it writes', () => {
	const id = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/);
	const words = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.isWellFormed());
	const state = fc.record({
		figure: id,
		point: words,
		hidden: fc.array(words),
		only: fc.oneof(words, fc.constant('')),
	});
	fc.assert(
		fc.property(state, (given) => {
			expect(readFragment(`#${writeFragment(given)}`)).toEqual(given);
		}),
	);
});

it('takes any fragment, and other headings for none of its own', () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			expect(() => readFragment(text)).not.toThrow();
		}),
	);
	for (const fragment of ['', '#', '#data', '#:x', '#%E0%A4%A']) expect(readFragment(fragment)).toBeUndefined();
});
