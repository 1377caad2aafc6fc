import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRefused } from './integration.ts';

let root = '';
beforeAll(() => {
	root = realpathSync(mkdtempSync(join(tmpdir(), 'linked-')));
	for (const folder of ['content', 'seeds', 'public']) {
		mkdirSync(join(root, folder, 'images'), { recursive: true });
		writeFileSync(join(root, folder, 'images/own.txt'), 'own');
		symlinkSync('/etc/hostname', join(root, folder, 'lnk.txt'));
		symlinkSync('/etc', join(root, folder, 'etc'));
	}
});
afterAll(() => rmSync(root, { recursive: true }));

const forms = (path: string): readonly string[] => [
	`/${path}`,
	`//${path}`,
	`/./${path}?raw`,
	`/${path}?url`,
	`/%63${path.slice(1)}`.replace('%63', `%${path.charCodeAt(0).toString(16)}`),
	`/@fs${root}/${path}`,
	`/@fs/${root}/${path}?raw`,
	`/@id/${path}`,
	`/@id//@fs${root}/${path}?import&raw`,
	`/src/../${path}`,
];

it('reads an address in every way in which another part of the server may', () => {
	writeFileSync(join(root, 'public/a%26.html'), '<script>');
	symlinkSync('/etc/hostname', join(root, 'public/p%26.txt'));
	symlinkSync('/etc/hostname', join(root, 'content/l%2Bx.txt'));
	for (const address of [
		'/a%26.html',
		'/a%2526.html',
		'/p%26.txt',
		'/p%2526.txt',
		'/content/l%2Bx.txt',
		`/@fs${root}/content/l%2Bx.txt`,
	])
		expect(isRefused(root, address), address).toBe(true);
	for (const address of ['/__Open-in-editor?file=x', '/_image/?href=x', '//_IMAGE?href=x', '/%5Fimage/'])
		expect(isRefused(root, address), address).toBe(true);
	for (const address of ['/', '/claims/x/', '/src/pages/%5Bid%5D.astro?astro&type=style', '/images/own.txt'])
		expect(isRefused(root, address), address).toBe(false);
});

it.each(['content', 'seeds', 'public'])(
	'refuses what %s/ reaches by a link, in every form of its address',
	(folder) => {
		for (const address of [...forms(`${folder}/lnk.txt`), ...forms(`${folder}/etc/hostname`)])
			expect(isRefused(root, address), address).toBe(true);
		for (const address of forms(`${folder}/images/own.txt`)) expect(isRefused(root, address), address).toBe(false);
	},
);

it('refuses a link of public/ by the address it has on the site, and an address that says nothing', () => {
	expect(isRefused(root, '/lnk.txt')).toBe(true);
	expect(isRefused(root, '/etc/hostname?x')).toBe(true);
	expect(isRefused(root, '/%E0%A4')).toBe(true);
	expect(isRefused(root, '/images/own.txt')).toBe(false);
	expect(isRefused(root, '/ceasefires/')).toBe(false);
});

it('refuses what public/ holds and the site does not publish', () => {
	for (const name of ['evil.html', '.x.html', '~evil.html', 'images/run.js']) {
		writeFileSync(join(root, 'public', name), '<script>1</script>');
		for (const address of [`/${name}`, `/public/${name}?raw`, `/@fs${root}/public/${name}`])
			expect(isRefused(root, address), address).toBe(true);
	}
});
