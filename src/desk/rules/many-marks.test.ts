import { describe, expect, it } from 'vitest';
import { said } from '../../../tests/desk/tree.ts';

const marked = (words: string) => said('many-marks', words);
const PLAIN = 'The bridge stood for many years over the river and nobody had thought that it could fall so soon';

describe('many-marks', () => {
	it('finds a paragraph of which more than one word in ten is underlined', () => {
		const names =
			'said <Actor id="rescue-service"/>, which had counted <Claim id="injured-rescue"/> people in the town';
		expect(marked(`${PLAIN}, ${names}.`)).toHaveLength(1);
	});

	it.each([
		'<Actor id="rescue-service"/> has <Claim id="injured-rescue"/>.',
		`${PLAIN}, and that ${PLAIN}, and that ${PLAIN}, said <Actor id="rescue-service"/> of <Claim id="injured-rescue"/>.`,
	])('is content with %j', (words) => {
		expect(marked(words)).toEqual([]);
	});
});
