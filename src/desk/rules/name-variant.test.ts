import { describe, expect, it } from 'vitest';
import { checkWith, said, spots, textOf } from '../../../tests/desk/tree.ts';

const variants = (words: string) => said('name-variant', words);

describe('name-variant', () => {
	it('finds other spellings of people and places', () => {
		expect(variants('Anna Torf came from Wehl.')).toEqual(['Anna Torf', 'Wehl']);
	});

	it.each(['The Gazette wrote “Anna Torf”.', 'Ana Torv came from Vell.', 'Annabel Torfberg, Wehlen.'])(
		'lets %j stand',
		(words) => {
			expect(variants(words)).toEqual([]);
		},
	);

	it('takes no description or other name for a spelling, and lets a record speak of itself', () => {
		const path = 'content/actors/torv.yaml';
		const text = textOf(path)
			.replace(
				'  - text: Anna Torf',
				'  - { text: the town leaders, where: x }\n  - { text: City Hall, where: x }\n  - text: Anna Torf',
			)
			.replace('She was mayor', 'Anna Torf was mayor');
		const page = 'content/explainers/the-town.mdx';
		const { findings } = checkWith({
			[path]: text,
			[page]: textOf(page).replace('More will', 'City Hall and the town leaders will'),
		});
		expect(spots('name-variant', findings, new Map())).toEqual([]);
	});
});
