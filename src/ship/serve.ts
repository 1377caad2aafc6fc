import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inTurn, lockOf } from '../desk/lock.ts';
import { codeOf } from '../desk/system-fault.ts';
import { BuildError, run } from './failure.ts';
import { recover, waits } from './folder.ts';
import { outputOf, previousOf } from './output.ts';
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

await run(async () => {
	const port = portFrom(process.argv.slice(2), process.env['PORT']);
	const root = process.cwd();
	const folder = outputOf(root, join(root, 'dist'));
	const isAway = () => existsSync(previousOf(root, folder));
	// A build that was ended at the wrong moment has put the last site away.
	if (!existsSync(folder) && isAway())
		await inTurn(
			lockOf(root, 'building'),
			async () => {
				for (const line of recover(root, folder)) console.error(line);
			},
			(who) => console.error(`${who}; waiting for it to end.`),
		);
	if (!existsSync(join(folder, 'index.html')))
		throw new BuildError(isAway() ? waits(root, folder) : 'There is no site in dist/. Run: npm run build');
	const server = await start(folder, port);
	console.log(`The site is at ${server.url}\nStop with Ctrl+C.`);
	const stop = () => void server.close().then(() => process.exit(0));
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
	whenAlone(stop);
});
