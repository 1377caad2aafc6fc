import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differing } from './differing.ts';

const marked = (text: string, other: string) =>
	differing(text, other).flatMap(({ text: words, only }) => (only ? [words] : []));

test('marks the words that the other text does not have, in its order', () => {
	expect(marked('targeted a training camp', 'hit training camps in the north')).toEqual(['targeted', 'camp']);
	expect(marked('hit training camps in the north', 'targeted a training camp')).toEqual(['camps', 'north']);
	expect(marked('78 dead', '78 dead')).toEqual([]);
	expect(marked('78 dead', '50 dead')).toEqual(['78']);
});

test('gives every word back, whatever the texts', () => {
	const text = fc
		.array(fc.constantFrom('a', 'jets', 'Russian', '50', 'killed'), { minLength: 1 })
		.map((words) => words.join(' '));
	fc.assert(
		fc.property(text, text, (a, b) => {
			expect(
				differing(a, b)
					.map((piece) => piece.text)
					.join(''),
			).toBe(a);
			expect(marked(a, a)).toEqual([]);
		}),
	);
});
