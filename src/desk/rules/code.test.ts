import { describe, expect, it } from 'vitest';
import { said } from '../../../tests/desk/tree.ts';

describe('code', () => {
	it.each([
		['{1 + 1}', ['{1 + 1}']],
		['{/* a */} and {b}', ['{/* a */}', '{b}']],
		['\n\nimport x from "y"\n\nWords.', ['import x from "y"']],
		['\n\nexport const a = 1\n\nWords.', ['export const a = 1']],
		['An import of goods; export too.', []],
	])('in %j is %j', (words, found) => {
		expect(said('code', words)).toEqual(found);
	});
});
