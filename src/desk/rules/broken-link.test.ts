import { describe, expect, it } from 'vitest';
import { said } from '../../../tests/desk/tree.ts';

const broken = (words: string) => said('broken-link', words);

describe('broken-link', () => {
	it.each([
		'[a](/claims/nothing/)',
		'[a](/claims/bad-day)',
		'[a](#nothing)',
		'[a](/actors/#nobody)',
		'[a](the-truce.mdx)',
		'[a](../claims/bridge.yaml)',
		'[a][b]\n\n[b]: /nowhere/\n',
	])('finds %j', (words) => {
		expect(broken(words)).toHaveLength(1);
	});

	it.each([
		'[a](/)',
		'[a](/claims/)',
		'[a](/claims/bad-day/)',
		'[a](#what-was-said)',
		'[a](/explainers/the-bridge/#what-fell)',
		'[a](/actors/#torv)',
		'[a](/glossary/#term-stock)',
		'[a](/data/#residents)',
		'[a](https://a.example/)',
		'[a](/charts/residents.csv)',
	])('lets %j pass', (words) => {
		expect(broken(words)).toEqual([]);
	});
});
