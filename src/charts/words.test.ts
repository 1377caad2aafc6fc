import { expect, test } from 'vitest';
import { bindFigures } from './words.ts';

test('a figure stays with the words around it', () => {
	expect(bindFigures('Gone back: more than 1.4 million people')).toBe(
		'Gone back: more\u00a0than\u00a01.4\u00a0million people',
	);
	expect(bindFigures('REACH: about 959,000')).toBe('REACH: about\u00a0959,000');
	expect(bindFigures('about a strike in 2020')).toBe('about a strike in 2020');
});
