import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from '../formats/hash.ts';
import { hashFiles, readManifest, revisionOf, writeManifest } from './manifest.ts';
import { serveFolder } from './server.ts';
import { verifyAddress, verifyFolder } from './verify.ts';

let folder = '';
const manifest = async () => ({
	revision: 'r',
	site: 'https://example.org/',
	tools: {},
	files: hashFiles(folder),
});

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'verify-'));
	await mkdir(join(folder, 'claims', 'a'), { recursive: true });
	await writeFile(join(folder, 'index.html'), 'front');
	await writeFile(join(folder, '404.html'), 'none');
	await writeFile(join(folder, 'claims', 'a', 'index.html'), 'a');
	await writeFile(join(folder, '_headers'), '/*\n');
});
afterAll(() => rm(folder, { recursive: true }));

test('a whole copy has no difference, in a folder and at an address, also under a sub-path', async () => {
	const own = await manifest();
	const none = { compared: 4, missing: [], changed: [], added: [], notServed: [] };
	expect(verifyFolder(folder, own)).toEqual(none);
	for (const base of ['/', '/a/b/']) {
		const server = await serveFolder({ folder, port: 0, base });
		try {
			expect(await verifyAddress(server.url, own)).toEqual(none);
		} finally {
			await server.close();
		}
	}
});

test('missing, changed and added files are named', async () => {
	const own = await manifest();
	const other = { ...own, files: { ...own.files, 'index.html': 'x', 'gone.html': 'y' } };
	await writeFile(join(folder, 'new.txt'), 'n');
	expect(verifyFolder(folder, other)).toMatchObject({
		missing: ['gone.html'],
		changed: ['index.html'],
		added: ['new.txt'],
	});
	const server = await serveFolder({ folder, port: 0 });
	try {
		expect(await verifyAddress(server.url, other)).toMatchObject({ missing: ['gone.html'], changed: ['index.html'] });
	} finally {
		await server.close();
		await rm(join(folder, 'new.txt'));
	}
});

test('a manifest reads back as it was written, and rubbish is refused', async () => {
	const own = await manifest();
	expect(readManifest(writeManifest(own))).toEqual(own);
	expect(() => readManifest('{')).toThrow('not JSON');
	expect(() => readManifest('{"files":[]}')).toThrow('not one of ours');
});

test('the revision changes with a byte and with a name', async () => {
	const before = revisionOf(folder, ['claims', 'none']);
	await writeFile(join(folder, 'claims', 'a', 'index.html'), 'b');
	const after = revisionOf(folder, ['claims', 'none']);
	await writeFile(join(folder, 'claims', 'a', 'index.html'), 'a');
	expect(after).not.toBe(before);
	expect(revisionOf(folder, ['claims', 'none'])).toBe(before);
});

test('a packed copy that a server unpacks in transit is the file it was packed from', async () => {
	const packed = gzipSync('front');
	const server = createServer((request, response) => {
		if (request.url?.endsWith('.gz')) response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
		else response.end('front');
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
	const files = { 'index.html': sha256('front'), 'index.html.gz': sha256(packed) };
	try {
		const own = { revision: 'r', site: address, tools: {}, files };
		expect((await verifyAddress(address, own)).changed).toEqual([]);
		const other = { ...own, files: { ...files, 'index.html': sha256('another') } };
		expect((await verifyAddress(address, other)).changed).toEqual(['index.html', 'index.html.gz']);
	} finally {
		server.close();
	}
});
