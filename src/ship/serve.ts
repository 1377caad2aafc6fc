import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Server, serveFolder } from './server.ts';

const DEFAULT_PORT = 4321;
/** How many ports after the default are tried when it is taken. */
const TRIES = 20;

function portFrom(given: string | undefined): number | undefined {
	if (!given) return undefined;
	const port = Number(given);
	if (!Number.isInteger(port) || port < 0 || port > 65_535)
		throw new RangeError(`PORT is "${given}", which is not a port`);
	return port;
}

async function start(folder: string, port: number | undefined): Promise<Server> {
	if (port !== undefined) return serveFolder({ folder, port });
	for (let next = DEFAULT_PORT; ; next++) {
		try {
			return await serveFolder({ folder, port: next });
		} catch (error) {
			const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
			if (!taken || next - DEFAULT_PORT >= TRIES) throw error;
		}
	}
}

const folder = join(process.cwd(), 'dist');
try {
	if (!existsSync(join(folder, 'index.html'))) throw new Error('There is no site in dist/. Run: npm run build');
	const server = await start(folder, portFrom(process.env['PORT']));
	console.log(`The site is at ${server.url}\nStop with Ctrl+C.`);
	const stop = () => {
		void server.close().then(() => process.exit(0));
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
}
