import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { listFiles } from '../../src/ship/files.ts';
import type { Server } from '../../src/ship/server.ts';
import { contentType } from '../../src/ship/types.ts';

/** What a page can weigh at least: a heading and a paragraph, about 1 kB with its markup. */
const sentence = 'A page with nothing on it but text, which is what every other page is measured against. ';
const bare = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bare</title><meta name="description" content="Bare"></head><body><main><h1>Bare</h1><p>${sentence.repeat(9)}</p></main></body></html>`;
export const barePath = 'bare.html';

export interface Bench extends Server {
	/** Bytes of an answer without its headers, which HTTP/2 shortens. */
	readonly size: (path: string) => number;
}

/**
 * Serves a folder from memory as a good static host does: text compressed by brotli, everything else as it is.
 * @param headers of a path, for example the site's own policy
 */
export async function serveCompressed(
	folder: string,
	port: number,
	headers: (path: string) => Readonly<Record<string, string>>,
): Promise<Bench> {
	const files = new Set(listFiles(folder));
	const answers = new Map<string, { readonly body: Buffer; readonly headers: Readonly<Record<string, string>> }>();
	const add = (path: string, file: string, data: Buffer) => {
		// The site brings its text compressed; small files only as they are.
		const brought = files.has(`${file}.br`) ? readFileSync(join(folder, `${file}.br`)) : undefined;
		const compressed = brought ?? (/\.(?:woff2|png)$/.test(file) ? undefined : brotliCompressSync(data));
		const encoding = compressed ? { 'content-encoding': 'br' } : {};
		answers.set(path, {
			body: compressed ?? data,
			headers: { ...headers(path), 'content-type': contentType(file), ...encoding },
		});
	};
	for (const file of files) {
		if ((file.startsWith('_') && !file.startsWith('_astro/')) || /\.(?:br|gz)$/.test(file)) continue;
		add(`/${file.replace(/(^|\/)index\.html$/, '$1')}`, file, readFileSync(join(folder, file)));
	}
	answers.set(`/${barePath}`, {
		body: brotliCompressSync(bare),
		headers: { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' },
	});
	const server = createServer(({ url = '/' }, response) => {
		const answer = answers.get(decodeURIComponent(new URL(url, 'http://localhost').pathname));
		if (answer) response.writeHead(200, { ...answer.headers, 'content-length': answer.body.length }).end(answer.body);
		else response.writeHead(404).end();
	});
	await new Promise<void>((done, failed) => {
		server.once('error', failed);
		server.listen(port, '127.0.0.1', done);
	});
	return {
		url: `http://127.0.0.1:${port}/`,
		size: (path) => answers.get(path)?.body.length ?? 0,
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
}
