import { resolve } from 'node:path';
import { dev } from 'astro';
import { takeBackEnded } from '../desk/turns.ts';
import { run } from './failure.ts';
import { portFrom, whenAlone } from './port.ts';

// Without this, astro may put itself into the background.
process.env['ASTRO_DEV_BACKGROUND'] = '0';

await run(async () => {
	const port = portFrom(process.argv.slice(2), process.env['PORT']) ?? 4321;
	const root = resolve(process.cwd());
	for (const line of takeBackEnded(root)) console.error(line);
	// What the desk says at the start and on each save comes from the integration that shows it on the page too.
	const server = await dev({ root, server: { port } });
	whenAlone(() => void server.stop().then(() => process.exit(0)));
});
