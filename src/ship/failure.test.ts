import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BuildError, describe as say } from './failure.ts';

const system = (code: string, more: object = {}) => Object.assign(new Error(`${code}: x`), { code, ...more });

it.each([
	[system('ENOSPC', { path: '/a/b' }), 'The disk is full: make room and try again. (/a/b)'],
	[system('ENOSPC', { path: '/a/b', dest: '/c/d' }), 'The disk is full: make room and try again. (/c/d)'],
	[system('EACCES'), 'The right to read or write there is missing'],
	[system('EROFS'), 'The folder is read-only'],
	[new Error('It can be caused by many things.', { cause: system('ENOSPC') }), 'The disk is full'],
	[new Error('write failed: ENOSPC, write'), 'The disk is full'],
	[new Error('Failed to write x\n\nCaused by:\n    No space left on device (os error 28)'), 'The disk is full'],
	[new Error('\u001b[31mwrong\u001b[0m\n\nStack backtrace:\n   0: <unknown>'), 'wrong\nWith DEBUG=1'],
	[new BuildError('The content has errors.'), 'The content has errors.'],
])('%s is told as what it is', (error, words) => {
	expect(say(error)).toContain(words);
});

it('names the file of content that led there, and shows no stack', () => {
	const error = Object.assign(new Error('Unexpected token\n    at parse (x.js:1:1)\n    at y'), {
		loc: { file: '/home/a/content/explainers/the-strike.mdx', line: 12 },
	});
	expect(say(error)).toBe(
		'Unexpected token\nIt comes from content/explainers/the-strike.mdx:12: take back its last change.\nWith DEBUG=1 in front, the build says more.',
	);
	expect(say(new Error('x', { cause: error }))).toContain('content/explainers/the-strike.mdx:12');
});

it('says in a sentence that what it says cannot be written', () => {
	const full = openSync('/dev/full', 'w');
	const cli = join(import.meta.dirname, '../desk/cli.ts');
	const { status, stderr } = spawnSync(process.execPath, [cli, 'help'], { stdio: ['ignore', full, 'pipe'] });
	closeSync(full);
	expect(status).toBe(1);
	expect(String(stderr)).toBe('What this command says cannot be written: The disk is full: make room and try again.\n');
});
