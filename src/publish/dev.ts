import { resolve } from 'node:path';
import { dev } from 'astro';
import { describe } from './build.ts';
import { gate } from './gate.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
// Without this, astro may put itself into the background.
process.env['ASTRO_DEV_BACKGROUND'] = '0';

const root = resolve(process.cwd());
const port = Number(process.env['PORT']) || 4321;

/** Says what is wrong with the content; whatever that is, the preview goes on. */
function report(): void {
	try {
		const { report: text, ok } = gate(root);
		if (text) console.error(text);
		console.log(ok ? 'The desk finds no error.' : 'The desk finds errors; npm run build would refuse.');
	} catch (error) {
		console.error(describe(error));
	}
}

const server = await dev({ root, server: { port } });
report();
let timer: NodeJS.Timeout | undefined;
server.watcher.on('all', (_event, path) => {
	if (!path.startsWith(`${root}/content`) && !path.startsWith(`${root}/seeds`)) return;
	clearTimeout(timer);
	timer = setTimeout(report, 200);
});
