import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { fixture } from '../../tests/desk/tree.ts';
import { checkContent } from './check.ts';
import { diskOf } from './disk.ts';
import { AGENT, askOnline, withCopy } from './online.ts';
import { readContent } from './read.ts';

type Reply = readonly [status: number, headers?: Readonly<Record<string, string>>, body?: string];

const COPY = 'http://web.archive.org/web/20261101000000/https://gone.example/page';
const NOW = 'Fri, 27 Nov 2026 12:00:00 GMT';
/** What each address answers; `HEAD` before an address is for that method alone. */
const replies: Readonly<Record<string, Reply>> = {
	'there.example/page': [200],
	'get.example/page': [200],
	'HEAD get.example/page': [405],
	'gone.example/page': [404],
	'soft.example/page': [302, { location: 'https://soft.example/' }],
	'soft.example/': [200],
	'moved.example/page': [301, { location: '/new' }],
	'moved.example/new': [200],
	'detour.example/page': [302, { location: '/for-now' }],
	'detour.example/for-now': [200],
	'circle.example/page': [301, { location: '/page' }],
	'changed.example/page': [200, { date: NOW, 'last-modified': 'Fri, 20 Nov 2026 12:00:00 GMT' }],
	'made.example/page': [200, { date: NOW, 'last-modified': NOW }],
	'closed.example/page': [403],
	'busy.example/page': [429],
	'busy.example/next': [200],
};

let server: Server;
const asked: string[] = [];
const agents = new Set<string | undefined>();
let open = new Map<string, number>();
let most = 0;

/** A server on this machine that stands for every host. */
beforeAll(async () => {
	server = createServer((request, response) => {
		const address = (request.url ?? '').slice(1);
		asked.push(`${request.method} ${address}`);
		agents.add(request.headers['user-agent']);
		const snapshots = address.includes('gone.example') ? { closest: { status: '200', url: COPY } } : {};
		const [status, headers = {}, body = ''] = address.startsWith('archive.org/')
			? ([200, {}, JSON.stringify({ archived_snapshots: snapshots })] as const)
			: (replies[`${request.method} ${address}`] ?? replies[address] ?? [500]);
		response.writeHead(status, headers).end(body);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => new Promise((done) => server.close(done)));
beforeEach(() => {
	asked.length = 0;
	open = new Map();
	most = 0;
});

const source = (url: string) => `title: The bridge
publisher: Orla Gazette
kind: article
language: en
url: ${url}
accessed: 2026-11-01
`;
/** Content with a source for each address, and none else. */
const content = (...urls: readonly string[]) => {
	const files = [...fixture()].filter(([path]) => !path.startsWith('content/sources/'));
	const own = urls.map((url, at) => [`content/sources/s${at}.yaml`, source(url)] as const);
	return readContent('/', diskOf(new Map([...files, ...own])));
};

const nothing = { pause: () => Promise.resolve(), progress: () => {} };
const local = async (url: string, init: RequestInit): Promise<Response> => {
	const { host } = new URL(url);
	open.set(host, (open.get(host) ?? 0) + 1);
	most = Math.max(most, open.get(host) ?? 0);
	expect(init.signal).toBeInstanceOf(AbortSignal);
	const { port } = server.address() as AddressInfo;
	const response = await fetch(`http://127.0.0.1:${port}/${url.replace('https://', '')}`, init);
	open.set(host, (open.get(host) ?? 0) - 1);
	return response;
};

const fate = async (address: string) =>
	(await askOnline(content(`https://${address}`), { ...nothing, fetch: local })).out.split('\n')[0];

it.each([
	['there.example/page', '1 asked: 1 there'],
	['get.example/page', '1 asked: 1 there'],
	['detour.example/page', '1 asked: 1 there'],
	['made.example/page', '1 asked: 1 there'],
	['gone.example/page', 'content/sources/s0.yaml:5:6  gone  https://gone.example/page: it answers 404'],
	['soft.example/page', 'gone  https://soft.example/page: it leads to the front page of soft.example'],
	['moved.example/page', 'moved  https://moved.example/page: it has moved to https://moved.example/new'],
	[
		'changed.example/page',
		'changed  https://changed.example/page: it changed on 2026-11-20, and was read on 2026-11-01',
	],
	['closed.example/page', 'closed  https://closed.example/page: it answers 403'],
	['circle.example/page', 'silent  https://circle.example/page: it leads in circles'],
	['other.example/page', 'silent  https://other.example/page: it answers 500'],
])('tells what has become of %s', async (address, told) => {
	expect(await fate(address)).toContain(told);
});

it('asks an address once whoever cites it, HEAD first, by name, and one at a time for each host', async () => {
	const pages = ['https://there.example/page', 'https://there.example/page', 'https://get.example/page'];
	const told: string[] = [];
	const progress = (done: number, all: number, host: string) => void told.push(`${done} of ${all} ${host}`);
	await askOnline(content(...pages), { ...nothing, progress, fetch: local });
	expect(asked.filter((one) => one.includes('there.example/page') && !one.includes('archive.org'))).toEqual([
		'HEAD there.example/page',
	]);
	const others = asked.filter((one) => / get\./.test(one));
	expect(others).toEqual(['HEAD get.example/page', 'GET get.example/page']);
	expect([...agents]).toEqual([AGENT]);
	expect(most).toBe(1);
	expect(told).toHaveLength(5);
	expect(told.at(-1)).toBe('5 of 5 archive.org');
});

it('leaves a host alone that asks for it', async () => {
	const { out } = await askOnline(content('https://busy.example/page', 'https://busy.example/next'), {
		...nothing,
		fetch: local,
	});
	expect(asked.filter((one) => / busy/.test(one))).toEqual(['HEAD busy.example/page']);
	expect(out).toContain('busy.example/next: busy.example asks to be left alone for now');
});

it('looks archived copies up, and writes them only when asked to', async () => {
	const held = content('https://gone.example/page', 'https://there.example/page');
	const { out, status } = await askOnline(held, { ...nothing, fetch: local });
	const copy = COPY.replace('http:', 'https:');
	expect(out).toContain(`archived copy: ${copy}\n`);
	expect(out).toContain('Of 2 without an archived copy on record the archive has 1: --online --fix writes');
	expect(status).toBe(0);
	expect(asked).toContain('GET archive.org/wayback/available?url=https%3A%2F%2Fgone.example%2Fpage&timestamp=20261101');
	const saved: (readonly [string, string])[] = [];
	const written = await askOnline(held, {
		...nothing,
		fetch: local,
		save: ({ entry }, at) => saved.push([entry.id, at]),
	});
	expect(saved).toEqual([['s0', copy]]);
	expect(written.out).toContain('has 1, written into archived');
	expect((await askOnline(content('https://soft.example/page'), { ...nothing, fetch: local })).status).toBe(1);
});

it('writes a copy behind the day the source was read, and the desk takes it', () => {
	const text = withCopy(`${source('https://gone.example/page')}note: Read there.\n`, COPY);
	expect(text).toContain(`accessed: 2026-11-01\narchived: "${COPY}"\nnote:`);
	expect(withCopy('accessed: 2026-11-01', COPY)).toBe(`accessed: 2026-11-01\narchived: "${COPY}"\n`);
	expect(withCopy('accessed: 2026-11-01\r\nnote: x\r\n', COPY)).toBe(
		`accessed: 2026-11-01\r\narchived: "${COPY}"\r\nnote: x\r\n`,
	);
	const files = new Map([...fixture(), ['content/sources/gone.yaml', text]]);
	const { findings } = checkContent(readContent('/', diskOf(files)));
	expect(findings.filter(({ rule }) => rule !== 'unused-record')).toEqual([]);
});

it('says in one sentence that there is no network, and gives up after a few hosts', async () => {
	const urls = Array.from({ length: 40 }, (_, at) => `https://host-${at}.example/page`);
	let tries = 0;
	const fetch = () => {
		tries++;
		return Promise.reject(new TypeError('fetch failed'));
	};
	expect(await askOnline(content(...urls), { ...nothing, fetch })).toEqual({
		out: 'No host answers: there is no network here, so nothing was found out or written.\n',
		status: 1,
	});
	expect(tries).toBeLessThan(40);
});

it('is reached by its own command alone, so no build asks the network', () => {
	const src = join(import.meta.dirname, '..');
	const users = readdirSync(src, { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(?:ts|astro|mjs)$/.test(file) && !file.endsWith('.test.ts'))
		.filter((file) => readFileSync(join(src, file), 'utf8').includes('/online.ts'));
	expect(users).toEqual([join('desk', 'command.ts')]);
});
