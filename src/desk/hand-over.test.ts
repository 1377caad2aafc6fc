import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { checkedIn, handOver, readContent, textIn } from './read.ts';

const root = join(import.meta.dirname, '../../tests/desk/fixture');
const page = 'content/explainers/the-bridge.mdx';
afterEach(() => handOver(undefined));

it('gives what was checked until the build ends, and to nobody who asks for another folder', () => {
	const read = readContent(root);
	const content = { ...read, files: read.files.map((file) => ({ ...file, text: `checked: ${file.path}` })) };
	expect(textIn(root, page)).not.toContain('checked');
	handOver(content);
	expect(checkedIn(root).entries).toBe(content.entries);
	expect(checkedIn(root).released).toBe(content.released);
	expect(textIn(root, page)).toBe(`checked: ${page}`);
	expect(textIn(root, 'content/explainers/new.mdx')).toBeUndefined();
	expect(checkedIn(join(root, 'elsewhere')).entries.entries).toEqual([]);
	handOver(undefined);
	expect(checkedIn(root).entries).not.toBe(content.entries);
	expect(textIn(root, page)).not.toContain('checked');
});
