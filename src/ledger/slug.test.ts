import { describe, expect, it } from 'vitest';
import { slug } from './slug.ts';

describe('slug', () => {
	it.each([
		['What fell', 'what-fell'],
		['How many died?', 'how-many-died'],
		['“Quoted”, and Türkiye’s part', 'quoted-and-türkiyes-part'],
		['2020 – 2021', '2020--2021'],
	])('of %j is %j', (heading, id) => {
		expect(slug(heading)).toBe(id);
	});
});
