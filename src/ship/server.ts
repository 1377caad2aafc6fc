import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
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

type Found =
	| {
			readonly kind: 'file';
			readonly file: string;
			readonly path: string;
			readonly size: number;
			readonly etag: string;
	  }
	| { readonly kind: 'redirect'; readonly to: string }
	| { readonly kind: 'missing' };

/** Finds what a path from the site's root stands for; never leaves the folder. */
async function find(folder: string, path: string): Promise<Found> {
	// One "//" would make an address of another host of the answer below.
	if (path.includes('//') || path.includes('\\')) return { kind: 'missing' };
	const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
	if (!file.startsWith(folder + sep) || path.includes('\0')) return { kind: 'missing' };
	const info = await stat(file).catch(() => undefined);
	if (info?.isDirectory()) return { kind: 'redirect', to: `/${relative(folder, file).split(sep).join('/')}/` };
	if (!info?.isFile()) return { kind: 'missing' };
	return { kind: 'file', file, path, size: info.size, etag: `W/"${info.size}-${Math.round(info.mtimeMs)}"` };
}

function decode(url: string): string | undefined {
	try {
		return decodeURIComponent(new URL(url, 'http://localhost').pathname);
	} catch {
		return undefined;
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
		if (!isForUs(request)) {
			response.writeHead(421, { 'content-type': 'text/plain' }).end('This preview answers to this machine only.\n');
			return;
		}
		if (method !== 'GET' && method !== 'HEAD') {
			response.writeHead(405, { allow: 'GET, HEAD' }).end();
			return;
		}
		const path = decode(url);
		const inside = path?.startsWith(base) ? path.slice(base.length - 1) : undefined;
		const found: Found = inside === undefined ? { kind: 'missing' } : await find(folder, inside);
		if (found.kind === 'redirect') {
			const [, query] = url.split('?', 2);
			response
				.writeHead(308, { location: `${encodeURI(base.slice(0, -1) + found.to)}${query ? `?${query}` : ''}` })
				.end();
		} else if (found.kind === 'missing') {
			const body = await readFile(join(folder, '404.html')).catch(() => Buffer.from('Not found'));
			response.writeHead(404, { ...headers('/404.html'), 'content-type': contentType('404.html') });
			response.end(method === 'HEAD' ? undefined : body);
		} else if (names(request.headers['if-none-match'], found.etag)) {
			response.writeHead(304, { ...headers(found.path), etag: found.etag }).end();
		} else {
			const type = contentType(found.file);
			const range = method === 'GET' ? rangeOf(request, found.size) : undefined;
			if (range === 'none') {
				response.writeHead(416, { 'content-range': `bytes */${found.size}` }).end();
				return;
			}
			response.writeHead(range ? 206 : 200, {
				...headers(found.path),
				'content-type': type,
				'content-length': range ? range.end - range.start + 1 : found.size,
				'accept-ranges': 'bytes',
				...(range ? { 'content-range': `bytes ${range.start}-${range.end}/${found.size}` } : {}),
				etag: found.etag,
			});
			if (method === 'HEAD') response.end();
			else
				createReadStream(found.file, range ?? {})
					.on('error', () => response.destroy())
					.pipe(response);
		}
	}

	const server = createServer((request, response) => {
		answer(request, response).catch(() => response.destroy());
	});
	const listening = Promise.withResolvers<void>();
	server.once('error', listening.reject);
	server.listen(port, HOST, listening.resolve);
	await listening.promise;
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
