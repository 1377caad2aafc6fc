import { describe, expect, it } from 'vitest';
import { said } from '../../../tests/desk/tree.ts';

const unnamed = (words: string) => said('attribution', words);

describe('attribution', () => {
	it('finds a disputed figure that nobody is named for', () => {
		expect(unnamed('The fall hurt <Claim id="injured-rescue"/> people.')).toHaveLength(1);
		expect(unnamed('The Service spoke. Then <Claim id="injured-rescue"/> were hurt.')).toHaveLength(1);
	});

	it.each([
		'The Service counted <Claim id="injured-rescue"/> people.',
		'<Actor id="rescue-service"/> has <Claim id="injured-rescue"/>.',
		'According to the county, <Claim id="injured-spokesman"/> were hurt.',
		'It was <Claim id="injured-rescue"/> in the first report.',
		'Of them <Claim id="hospital"/> went to hospital.',
	])('is content with %j', (words) => {
		expect(unnamed(words)).toEqual([]);
	});
});
