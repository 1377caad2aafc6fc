import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../desk/system-fault.ts';
import { endQuietly } from '../desk/terminal.ts';
import { BuildError, describe } from './failure.ts';
import { previousOf, recover, waits } from './folder.ts';
import { lockOf, withLock } from './lock.ts';
import { portFrom, whenAlone } from './port.ts';
import { type Server, serveFolder } from './server.ts';

const DEFAULT_PORT = 4321;
/** How many ports after the default are tried when it is taken. */
const TRIES = 20;

async function start(folder: string, port: number | undefined): Promise<Server> {
	for (let next = port ?? DEFAULT_PORT; ; next++) {
		try {
			return await serveFolder({ folder, port: next });
		} catch (error) {
			if (codeOf(error) === 'EADDRINUSE' && port === undefined && next - DEFAULT_PORT < TRIES) continue;
			throw error;
		}
	}
}

endQuietly();
const folder = join(process.cwd(), 'dist');
try {
	const port = portFrom(process.argv.slice(2), process.env['PORT']);
	// A build that was ended at the wrong moment has put the last site away.
	const root = process.cwd();
	if (!existsSync(folder) && existsSync(previousOf(root, folder)))
		await withLock(
			lockOf(root),
			() => recover(root, folder),
			() => console.error('A build is running; waiting for it to end.'),
		);
	if (!existsSync(join(folder, 'index.html')) && existsSync(previousOf(root, folder)))
		throw new BuildError(waits(root, folder));
	if (!existsSync(join(folder, 'index.html'))) throw new BuildError('There is no site in dist/. Run: npm run build');
	const server = await start(folder, port);
	console.log(`The site is at ${server.url}\nStop with Ctrl+C.`);
	const stop = () => {
		void server.close().then(() => process.exit(0));
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
	whenAlone(stop);
} catch (error) {
	console.error(describe(error));
	process.exitCode = 1;
}
