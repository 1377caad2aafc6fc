import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isForUs, isFromUs } from './guard.ts';
import { portFrom } from './port.ts';
import { type Server, serveFolder } from './server.ts';

let folder = '';
let server: Server;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'serve-'));
	mkdirSync(join(folder, 'claims'));
	writeFileSync(join(folder, 'index.html'), '0123456789');
	writeFileSync(join(folder, '404.html'), 'none');
	writeFileSync(join(folder, 'claims', 'index.html'), 'claims');
	server = await serveFolder({ folder, port: 0 });
});
afterAll(async () => {
	await server.close();
	rmSync(folder, { recursive: true });
});

interface Answer {
	readonly status: number | undefined;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

/** The path goes out as it is written: no library mends it on the way. */
const ask = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
	new Promise((done, fail) => {
		const { hostname, port } = new URL(server.url);
		request({ hostname, port, path, headers }, (response) => {
			let body = '';
			response.on('data', (data: Buffer) => {
				body += data.toString();
			});
			response.on('end', () => done({ status: response.statusCode, headers: response.headers, body }));
		})
			.on('error', fail)
			.end();
	});

describe('the server', () => {
	it.each([
		'/%2Fevil.example/..%2Fclaims',
		'//evil.example/..%2Fclaims',
		'/%5Cevil.example/..%5Cclaims',
		'/.//evil.example/%2E%2E/claims',
	])('sends nobody to another host: %s', async (path) => {
		const { status, headers } = await ask(path);
		expect(headers.location ?? '/claims/').toBe('/claims/');
		expect(status).toBeOneOf([200, 308, 404]);
	});

	it('leads to the address with a slash', async () => {
		expect((await ask('/claims?a=b')).headers.location).toBe('/claims/?a=b');
	});

	it.each([
		['bytes=2-4', 206, '234', 'bytes 2-4/10'],
		['bytes=8-', 206, '89', 'bytes 8-9/10'],
		['bytes=-3', 206, '789', 'bytes 7-9/10'],
		['bytes=0-99', 206, '0123456789', 'bytes 0-9/10'],
		['bytes=10-', 416, '', 'bytes */10'],
		['bytes=5-2', 416, '', 'bytes */10'],
		['bytes=0-1,3-4', 200, '0123456789', undefined],
		['lines=1-2', 200, '0123456789', undefined],
	])('answers to %s', async (range, status, body, part) => {
		const answer = await ask('/', { range });
		expect([answer.status, answer.body, answer.headers['content-range']]).toEqual([status, body, part]);
	});

	it('knows its tag in a list', async () => {
		const { etag = '' } = (await ask('/')).headers;
		for (const list of [etag, `"x", ${etag}`, '*', etag.replace('W/', '')])
			expect((await ask('/', { 'if-none-match': list })).status).toBe(304);
		expect((await ask('/', { 'if-none-match': '"x"' })).status).toBe(200);
	});

	it.each(['evil.example', 'evil.example:4321', '127.0.0.1.evil.example'])(
		'does not answer to the name "%s"',
		async (host) => {
			expect((await ask('/', { host })).status).toBe(421);
		},
	);
});

const from = (headers: IncomingHttpHeaders) => ({ headers: { host: 'localhost:4321', ...headers } }) as IncomingMessage;

describe('the preview', () => {
	it('answers its own pages, and a person', () => {
		expect(isFromUs(from({}))).toBe(true);
		expect(isFromUs(from({ origin: 'http://localhost:4321' }))).toBe(true);
		expect(isFromUs(from({ 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }))).toBe(true);
		expect(
			isFromUs(from({ 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' })),
		).toBe(true);
		const followed = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
		expect(isFromUs(from({ ...followed, referer: 'https://a.example/' }))).toBe(true);
	});

	it.each<IncomingHttpHeaders>([
		{ origin: 'http://localhost:5555' },
		{ origin: 'http://127.0.0.1:4321' },
		{ origin: 'null' },
		{ referer: 'http://localhost:5555/' },
		{ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' },
		{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', origin: 'https://evil.example' },
		{ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
	])('does not answer to %j', (headers) => {
		expect(isFromUs(from(headers))).toBe(false);
	});

	it('is known by its names', () => {
		expect(isForUs(from({}))).toBe(true);
		expect(isForUs(from({ host: '[::1]:80' }))).toBe(true);
		expect(isForUs(from({ host: 'localhost.evil.example' }))).toBe(false);
	});
});

describe('a port', () => {
	it('is a decimal number, from --port before PORT', () => {
		expect(portFrom([], undefined)).toBeUndefined();
		expect(portFrom([], '')).toBeUndefined();
		expect(portFrom([], '8080')).toBe(8080);
		expect(portFrom(['--port', '81'], '8080')).toBe(81);
	});

	it.each(['0x50', 'abc', '99999', '-1', '1e3', '80.5', '4321abc'])('is not %s', (text) => {
		expect(() => portFrom([], text)).toThrow('which is not a port');
		expect(() => portFrom([`--port=${text}`], undefined)).toThrow('which is not a port');
	});
});
