import { join, resolve } from 'node:path';
import { buildSite } from '../../src/ship/build.ts';
import { serveFolder } from '../../src/ship/server.ts';
import { writeWhole } from '../support/whole-file.ts';
import { type Desktop, startDesktop } from './desktop.ts';
import { aloud, datesNotSaidOnce, type Heard, unheard } from './heard.ts';

/**
 * `npm run screen-reader`: builds the site, has Orca read some of it in Firefox, and keeps what it said in
 * docs/screen-reader.md. `npm run screen-reader -- dist` reads a site that is built. Ends with status 1 when a figure, a
 * dispute or a date is not heard as it stands on the page.
 */
const root = join(import.meta.dirname, '../..');
const MAIN_END = 'leaving main content.';

/** Opens a page, which Orca begins to read by itself unless the address names a place in it. */
async function open({ page, press, hear }: Desktop, address: string, key?: string): Promise<void> {
	// Silences what is still being read.
	press('Control_L');
	await hear();
	await page.goto(address);
	// A place that is gone would be read from the head of the page.
	const { hash } = new URL(address);
	if (hash) await page.$eval(hash, () => undefined);
	await hear((words) => words.startsWith('Finished loading'));
	if (!key) return;
	await hear();
	press(key);
	// The name of the key.
	await hear(() => true);
}

/** The whole page, to the end of its main part. */
async function readPage(desktop: Desktop, address: string): Promise<Heard> {
	await open(desktop, address);
	return { said: await desktop.hear((words) => words === MAIN_END), within: 'main' };
}

/** From a heading to the next. */
async function readSection(desktop: Desktop, address: string): Promise<Heard> {
	await open(desktop, address, 'KP_Add');
	const next = await desktop.page.$eval(`${new URL(address).hash} ~ h2`, (heading) => heading.textContent.trim());
	const said = await desktop.hear((words) => words === next);
	return { said: said.slice(0, -1) };
}

/** From a figure's first words to its last. */
async function readFigure(desktop: Desktop, address: string): Promise<Heard> {
	await open(desktop, address, 'KP_Add');
	return { said: await desktop.hear((words) => words === 'leaving figure.') };
}

/** To the next table, and through its cells. */
async function walkTable(desktop: Desktop, address: string): Promise<Heard> {
	const { press, hear } = desktop;
	await open(desktop, address);
	const step = (to: string) => `alt+shift+${to}`;
	const keys = [step('Down'), step('Right'), step('Right'), step('Down'), step('Left'), step('Left')];
	const said: string[] = [];
	for (const key of ['Control_L', 't', ...keys]) {
		press(key);
		const heard = await hear();
		// Orca repeats the keys.
		if (key !== 'Control_L')
			said.push(...heard.filter((words) => !/^(?:t|left (?:alt|shift)|right|down|left)$/.test(words)));
	}
	return { said };
}

const parts = [
	{ title: 'The front page', path: '', read: readPage },
	{ title: 'A section', path: 'explainers/the-strike/#how-many-died', read: readSection },
	{ title: 'A chart', path: 'explainers/the-refugees/#refugee-returns', read: readFigure },
	{ title: 'A table, by the keys for tables', path: 'charts/strike-killed/', read: walkTable },
	{ title: 'The list of ceasefires', path: 'ceasefires/', read: readPage },
] as const;

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const [given] = process.argv.slice(2);
const folder = given ? resolve(given) : join(root, '.work', 'screen-reader-site');
if (!given) await buildSite({ root, outDir: folder, siteUrl: 'http://127.0.0.1/' });
const server = await serveFolder({ folder, port: 0 });
try {
	const desktop = await startDesktop();
	try {
		const texts: string[] = [];
		const faults: string[] = [];
		for (const { title, path, read } of parts) {
			const heard = await read(desktop, server.url + path);
			texts.push(`## ${title}\n\n\`/${path}\`\n\n\`\`\`text\n${aloud(heard.said)}\n\`\`\`\n`);
			const found = [...(await unheard(desktop.page, heard)), ...(await datesNotSaidOnce(desktop.page, heard))];
			console.log(`${title}: ${heard.said.length} utterances, ${found.length} faults`);
			faults.push(...found.map((fault) => `${title}: ${fault}`));
		}
		const intro = `# What a screen reader says\n\n${desktop.programs} on Debian, with Orca’s own settings, read these parts of the site; \`npm run screen-reader\` writes this page. A voice that writes takes the place of the one that speaks ([voice.py](../tests/screen-reader/voice.py)). A stroke is where one utterance ends and the next begins: a control in a sentence is always one of its own.\n`;
		await writeWhole(join(root, 'docs/screen-reader.md'), [intro, ...texts].join('\n'));
		console.log(faults.length === 0 ? 'Every figure, dispute and date was heard.' : faults.join('\n'));
		if (faults.length > 0) process.exitCode = 1;
	} finally {
		await desktop.close();
	}
} finally {
	await server.close();
}
