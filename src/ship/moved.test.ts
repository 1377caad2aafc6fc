import { describe, expect, it } from 'vitest';
import type { MovedEntry } from '../ledger/released.ts';
import { standings } from './moved.ts';
import { writePublished } from './release.ts';

it('the record is sorted, and each address stands once', () => {
	const text = writePublished({ addresses: ['/b/', '/a/', '/b/'], claims: { b: '2', a: '1' } });
	expect(JSON.parse(text)).toEqual({ addresses: ['/a/', '/b/'], claims: { a: '1', b: '2' } });
	expect(text.indexOf('"a": "1"')).toBeLessThan(text.indexOf('"b": "2"'));
});

describe('a moved address', () => {
	const files = new Set(['claims/new/index.html', 'claims/new.json', 'claims/new.md', 'feed.xml']);
	const entry = (from: string, to: string): MovedEntry => ({ from, to, why: 'renamed' });
	it('takes the files that belong to its page along, where they were published', () => {
		expect(
			standings([entry('/claims/old/', '/claims/new/')], new Set(['/claims/old/', '/claims/old.json']), files),
		).toEqual([
			{ from: '/claims/old/', to: '/claims/new/', as: 'stub' },
			{ from: '/claims/old.json', to: '/claims/new.json', as: 'copy' },
		]);
	});

	it.each([
		[[entry('/claims/old/', '/claims/none/')], 'where there is nothing'],
		[[entry('/claims/new/', '/claims/old/')], 'there is a page or file at it'],
		[[entry('/a/', '/b/'), entry('/b/', '/claims/new/')], 'has moved itself; name /claims/new/'],
		[[entry('/a/', '/claims/new/'), entry('/a/', '/claims/new/')], 'twice'],
	])('that cannot be served is refused: %j', (moved, message) => {
		expect(() => standings(moved, new Set(), files)).toThrow(message);
	});
});
