import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import send from 'send';
import { attempt } from '../ledger/attempt.ts';
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

/**
 * Serves a folder as a plain static host does: index files, a slash added to folders, 404.html for what is not there.
 * @throws when the port is taken
 */
export async function serveFolder(options: ServeOptions): Promise<Server> {
	const { port, base = '/', headers = () => ({}) } = options;
	const folder = resolve(options.folder);

	const answer = (request: IncomingMessage, response: ServerResponse): unknown => {
		const { method = 'GET', url = '/' } = request;
		const end = (status: number, sent: OutgoingHttpHeaders, body?: string | Buffer) =>
			response.writeHead(status, sent).end(method === 'HEAD' ? undefined : body);
		if (!isForUs(request))
			return end(421, { 'content-type': 'text/plain' }, 'This preview answers to this machine only.\n');
		if (method !== 'GET' && method !== 'HEAD') return end(405, { allow: 'GET, HEAD' });
		const missing = () => {
			const body = attempt(() => readFileSync(join(folder, '404.html')), Buffer.from('Not found'));
			return end(404, { ...headers('/404.html'), 'content-type': contentType('404.html') }, body);
		};
		const { pathname = '', search = '' } = URL.parse(url, 'http://localhost') ?? {};
		// "//", written out or not, would make an address of another host of where a folder leads.
		if (!pathname.startsWith(base) || /\/\/|%2f|%5c/i.test(pathname)) return missing();
		const path = pathname.slice(base.length - 1);
		return send(request, path, { root: folder, dotfiles: 'allow', cacheControl: false, lastModified: false })
			.on('headers', (_, file: string) => {
				const sent = { ...headers(decodeURIComponent(path)), 'content-type': contentType(file) };
				response.setHeaders(new Map(Object.entries(sent)));
			})
			.on('directory', () => end(308, { location: `${pathname}/${search}` }))
			.on('error', ({ status }: { readonly status: number }) =>
				status === 416 ? end(416, { 'content-range': String(response.getHeader('content-range')) }) : missing(),
			)
			.pipe(response);
	};

	const server = createServer(answer);
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
