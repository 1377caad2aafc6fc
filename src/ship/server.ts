import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import { join, relative, resolve, sep } from 'node:path';
import { isForUs } from './guard.ts';
import { contentType } from './types.ts';

export interface Server {
	/** Address of the site's front page, with the final slash. */
	readonly url: string;
	readonly close: () => Promise<void>;
}

/** Only this machine is answered: a preview is not published. */
const HOST = '127.0.0.1';

export interface ServeOptions {
	readonly folder: string;
	/** 0 takes any free port. */
	readonly port: number;
	/** Path under which the folder is served: `/` or, say, `/a/b/`. */
	readonly base?: string;
	/** Headers for a path from the site's root. */
	readonly headers?: (path: string) => Readonly<Record<string, string>>;
}

/** The file that a path from the site's root stands for; '' where that leaves the folder. */
function fileAt(folder: string, path: string): string {
	// One "//" would make an address of another host of the answer below.
	if (['//', '\\', '\0'].some((sign) => path.includes(sign))) return '';
	const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
	return file.startsWith(folder + sep) ? file : '';
}

/** The path in an address; '' where it cannot be read. */
function decode(url: string): string {
	try {
		return decodeURIComponent(new URL(url, 'http://localhost').pathname);
	} catch {
		return '';
	}
}

/** Whether a list of tags, as a browser sends it with what it has, names this one. */
const names = (list: string | undefined, etag: string): boolean =>
	(list ?? '')
		.split(',')
		.some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''));

/** The part of a file that is asked for; undefined for all of it, `none` where there is no such part. */
function rangeOf(
	{ headers }: IncomingMessage,
	size: number,
): { readonly start: number; readonly end: number } | 'none' | undefined {
	const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '') ?? [];
	// Several parts at once, and parts of what may have changed, are answered with all of it.
	if ((from === '' && to === '') || headers['if-range'] !== undefined) return undefined;
	const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
	const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
	return start > end || start >= size ? 'none' : { start, end };
}

/**
 * Serves a folder as a plain static host does: index files, a slash added to folders, 404.html for what is not there.
 * @throws when the port is taken
 */
export async function serveFolder(options: ServeOptions): Promise<Server> {
	const { port, base = '/', headers = () => ({}) } = options;
	const folder = resolve(options.folder);

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { method = 'GET', url = '/' } = request;
		const end = (status: number, sent: OutgoingHttpHeaders, body?: string | Buffer): void => {
			response.writeHead(status, sent).end(method === 'HEAD' ? undefined : body);
		};
		if (!isForUs(request))
			return end(421, { 'content-type': 'text/plain' }, 'This preview answers to this machine only.\n');
		if (method !== 'GET' && method !== 'HEAD') return end(405, { allow: 'GET, HEAD' });
		const asked = decode(url);
		const path = asked.startsWith(base) ? asked.slice(base.length - 1) : '//';
		const file = fileAt(folder, path);
		const info = file === '' ? undefined : await stat(file).catch(() => undefined);
		if (info?.isDirectory()) {
			const [, query] = url.split('?', 2);
			const to = `${base}${relative(folder, file).split(sep).join('/')}/`;
			return end(308, { location: `${encodeURI(to)}${query ? `?${query}` : ''}` });
		}
		if (!info?.isFile()) {
			const body = await readFile(join(folder, '404.html')).catch(() => Buffer.from('Not found'));
			return end(404, { ...headers('/404.html'), 'content-type': contentType('404.html') }, body);
		}
		const etag = `W/"${info.size}-${Math.round(info.mtimeMs)}"`;
		if (names(request.headers['if-none-match'], etag)) return end(304, { ...headers(path), etag });
		const range = method === 'GET' ? rangeOf(request, info.size) : undefined;
		if (range === 'none') return end(416, { 'content-range': `bytes */${info.size}` });
		response.writeHead(range ? 206 : 200, {
			...headers(path),
			'content-type': contentType(file),
			'content-length': range ? range.end - range.start + 1 : info.size,
			'accept-ranges': 'bytes',
			...(range ? { 'content-range': `bytes ${range.start}-${range.end}/${info.size}` } : {}),
			etag,
		});
		if (method === 'HEAD') response.end();
		else
			createReadStream(file, range ?? {})
				.on('error', () => response.destroy())
				.pipe(response);
	}

	const server = createServer((request, response) => {
		answer(request, response).catch(() => response.destroy());
	});
	await once(server.listen(port, HOST), 'listening');
	const address = server.address();
	const actual = typeof address === 'object' && address ? address.port : port;
	return {
		url: `http://${HOST}:${actual}${base}`,
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
}
