import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addressOf, unsaid } from './address.ts';

let root = '';
const say = (text: string) => writeFileSync(join(root, 'content', 'site.yaml'), text);
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'address-'));
	mkdirSync(join(root, 'content'));
});
afterEach(() => rmSync(root, { recursive: true }));

it('takes SITE_URL first, then the address of content/site.yaml, and else none', () => {
	expect(addressOf(root, undefined)).toBe('');
	say('address: https://b.example/x\n');
	expect(addressOf(root, ' ')).toBe('https://b.example/x/');
	expect(addressOf(root, 'https://a.example')).toBe('https://a.example/');
	say('address: [');
	expect(addressOf(root, undefined)).toBe('');
});

it('takes no address from what is no plain file, or larger than any that is read', () => {
	const file = join(root, 'content', 'site.yaml');
	execFileSync('mkfifo', [file]);
	expect(addressOf(root, undefined)).toBe('');
	rmSync(file);
	symlinkSync('/dev/zero', file);
	expect(addressOf(root, undefined)).toBe('');
	rmSync(file);
	say(`address: https://b.example/x\n${'#'.repeat(5_000_000)}`);
	expect(addressOf(root, undefined)).toBe('');
});

it('asks before a release for what the site does not say of itself, and for nothing else', () => {
	say('title: X\n');
	expect(unsaid(root, undefined).map((one) => /"(\w+)" in content/.exec(one)?.[1])).toEqual([
		'address',
		'publisher',
		'contact',
	]);
	say('publisher: Somebody\ncontact: mailto:a@b.example\n');
	expect(unsaid(root, undefined)).toHaveLength(1);
	expect(unsaid(root, 'https://a.example/')).toEqual([]);
});
