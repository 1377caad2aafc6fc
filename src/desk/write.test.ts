import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFiles } from './write.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'write-'));
const one = (path: string, text: string) => new Map([[path, text]]);

describe('writeFiles', () => {
	it('writes new files, and lets one that is there grow', () => {
		const root = folder();
		expect(writeFiles(root, one('content/claims/new.yaml', '- id: a\n'), 'grow')).toBeUndefined();
		expect(writeFiles(root, one('content/claims/new.yaml', '- id: a\n- id: b\n'), 'grow')).toBeUndefined();
		expect(readFileSync(join(root, 'content/claims/new.yaml'), 'utf8')).toBe('- id: a\n- id: b\n');
	});

	it.each([
		['other words', '- id: kept\n'],
		['bytes that are no text', Buffer.from([0x2d, 0xff, 0x0a])],
	])('writes nothing at all where %s would be lost', (_, before) => {
		const root = folder();
		writeFileSync(join(root, 'a.yaml'), before);
		const files = new Map([
			['b.yaml', 'b\n'],
			['a.yaml', '- id: new\n'],
		]);
		expect(writeFiles(root, files, 'grow')).toMatch(/^a\.yaml is there already.*nothing was written$/);
		expect(readFileSync(join(root, 'a.yaml'))).toEqual(Buffer.from(before));
		expect(() => readFileSync(join(root, 'b.yaml'))).toThrow('ENOENT');
	});

	it.each(['grow', 'replace'] as const)('writes through no link, of a file or of a folder (%s)', (manner) => {
		const [root, elsewhere] = [folder(), folder()];
		writeFileSync(join(elsewhere, 'mine'), 'mine');
		symlinkSync(join(elsewhere, 'mine'), join(root, 'a.yaml'));
		symlinkSync(elsewhere, join(root, 'content'));
		mkdirSync(join(root, 'seeds'));
		expect(writeFiles(root, one('a.yaml', 'mine too'), manner)).toContain('reached by a link');
		expect(writeFiles(root, one('content/mine', 'x'), manner)).toContain('reached by a link');
		expect(writeFiles(root, one('seeds', 'x'), manner)).toContain('is no file');
		expect(readFileSync(join(elsewhere, 'mine'), 'utf8')).toBe('mine');
	});
});
