import { expect, it } from 'vitest';
import { ownEntries } from '../support/own-content.ts';

/** What others wrote keeps the marks they used. */
const VERBATIM = new Set(['quote', 'text', 'title', 'url']);

/** Every string of a record that is in our own words. */
function ownWords(value: unknown, key = ''): readonly string[] {
	if (typeof value === 'string') return VERBATIM.has(key) ? [] : [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, item]) => ownWords(item, Array.isArray(value) ? key : name));
}

it('our own words use curly quotation marks throughout', () => {
	const straight = ownEntries().entries.flatMap(({ kind, id, data, rows = [] }) =>
		[data, ...rows]
			.flatMap((one) => ownWords(one))
			.filter((words) => words.replace(/<[A-Z][^>]*>/g, '').includes('"'))
			.map((words) => `${kind} ${id}: ${words}`),
	);
	expect(straight).toEqual([]);
});
