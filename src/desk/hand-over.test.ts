import { join } from 'node:path';
import { expect, it } from 'vitest';
import { entriesIn, handOver, readContent } from './read.ts';

const root = join(import.meta.dirname, '../../tests/desk/fixture');

it('gives what was checked once, and to nobody who asks for another folder', () => {
	const content = readContent(root);
	handOver(content);
	expect(entriesIn(root)).toBe(content.entries);
	const again = entriesIn(root);
	expect(again).not.toBe(content.entries);
	expect(again).toEqual(content.entries);
	handOver(content);
	expect(entriesIn(join(root, 'elsewhere')).entries).toEqual([]);
	expect(entriesIn(root)).not.toBe(content.entries);
});
