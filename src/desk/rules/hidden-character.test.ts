import { describe, expect, it } from 'vitest';
import { checkWith, said, textOf } from '../../../tests/desk/tree.ts';

const hidden = (words: string) => said('hidden-character', words);

describe('hidden-character', () => {
	it.each([
		'\u200b',
		'\u00ad',
		'\u202e',
		'\u2066',
		'\u200e',
		'\u2028',
		'\u0007',
		'\u0085',
		'\ufe0f',
		'\ue000',
		'\u{e0041}',
		'\ufffc',
		'\ufffd',
		'\ufeff',
		'\u3164',
	])('finds %j', (character) => {
		expect(hidden(`a${character}b`)).toHaveLength(1);
	});

	it('counts them, and lets letters of every script and no-break spaces stand', () => {
		const text = textOf('content/places/vell.yaml').replace('The town at', 'The\u200b town\u200b at');
		const [found] = checkWith({ 'content/places/vell.yaml': text }).findings;
		expect(found?.message).toContain('U+200B) (and 1 more in this file)');
		expect(hidden('إدلب, Erdoğan, 東京, 5\u00a0km, 1\u202f000, 😀')).toEqual([]);
	});
});
