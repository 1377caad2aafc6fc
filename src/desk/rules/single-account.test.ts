import { describe, expect, it } from 'vitest';
import { checkWith, spots, textOf } from '../../../tests/desk/tree.ts';

const PAGE = 'content/explainers/the-town.mdx';
const told = (words: string) => {
	const text = textOf(PAGE).replace('More will stand here.', () => words);
	return spots('single-account', checkWith({ [PAGE]: text }).findings, new Map([[PAGE, text]]));
};

describe('single-account', () => {
	it('finds one account where there are several', () => {
		expect(told('The Service counted <Claim id="injured-rescue"/>.')).toHaveLength(1);
	});

	it.each([
		'The Service counted <Claim id="injured-rescue"/>, a spokesman said <Claim id="injured-spokesman"/>.',
		'The Service counted <Claim id="injured-rescue"/>.\n\n<Accounts about="bridge" measure="injured"/>',
		'The Service counted <Claim id="injured-rescue"/>.\n\n<Chart id="injured"/>',
		'The Service counted <Claim id="injured-rescue"/>; in all <Value of="range" about="bridge" measure="injured"/>.',
		'Of them <Claim id="hospital"/> went to hospital.',
	])('is content with %j', (words) => {
		expect(told(words)).toEqual([]);
	});
});
