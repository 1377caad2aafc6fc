import { describe, expect, it } from 'vitest';
import { said } from '../../../tests/desk/tree.ts';

const untraced = (words: string) => said('untraced-words', words);

describe('untraced-words', () => {
	it.each([
		'Ana Torv said that the bridge was closed.',
		'<Actor id="rescue-service"/> counted again. <Claim id="injured-rescue"/> were hurt, it found.',
		'Ana Torv’s deputy chief denied it.',
		'Nobody was there, wrote Ana Torv.',
	])('finds what no note shows in %j', (words) => {
		expect(untraced(words)).toHaveLength(1);
	});

	it.each([
		'Ana Torv <Claim id="injured-rescue">said so</Claim>.',
		'Ana Torv said that <Claim id="injured-rescue"/> were hurt.',
		'It was “Ana Torv said so” on the wall.',
		'Ana Torv was mayor. He said so again and again.',
	])('is content with %j', (words) => {
		expect(untraced(words)).toEqual([]);
	});
});
