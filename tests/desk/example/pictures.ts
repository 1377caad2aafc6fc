import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { serveFolder } from '../../../src/ship/server.ts';
import { launch, PATIENCE } from '../../chromium.ts';
import { writeWhole } from '../../support/whole-file.ts';
import { build, copyProject, freePort, ownEnvironment, root } from '../../whole/project.ts';
import { walk } from './steps.ts';

/** Takes the pictures of the worked example: node tests/desk/example/pictures.ts */
const docs = join(root, 'docs', 'worked-example');
const states = new Map<string, string>();
const kept = await mkdtemp(join(tmpdir(), 'states-'));

/** A project with the content of a step of the example. */
async function projectOf(state: string): Promise<string> {
	const folder = await copyProject();
	for (const part of ['content', 'seeds']) await rm(join(folder, part), { recursive: true });
	await cp(state, folder, { recursive: true });
	return folder;
}

async function shoot(page: Page, name: string, address: string, ready: string): Promise<void> {
	await page.setViewport({ width: 1000, height: 900, deviceScaleFactor: 1 });
	await page.goto(address, { timeout: PATIENCE, waitUntil: 'networkidle0' });
	await page.waitForFunction(ready, { timeout: PATIENCE });
	await page.evaluate(() => {
		const panel = document.querySelector('desk-overlay')?.shadowRoot?.querySelector('details');
		if (panel) panel.open = true;
	});
	await writeWhole(join(docs, `${name}.png`), await page.screenshot());
	console.log(`wrote docs/worked-example/${name}.png`);
}

walk(({ picture }, _out, folder) => {
	if (!picture) return;
	const [name] = picture;
	states.set(name, join(kept, name));
	// The folder is gone when the walk ends.
	cpSync(folder, join(kept, name), { recursive: true });
});

const browser = await launch();
let preview: ChildProcess | undefined;
try {
	const page = await browser.newPage();
	const draft = await projectOf(states.get('mistake') ?? '');
	const port = await freePort();
	preview = spawn(process.execPath, ['src/ship/dev.ts', '--port', String(port)], {
		cwd: draft,
		env: { ...ownEnvironment(), NO_COLOR: '1' },
		stdio: 'inherit',
	});
	const address = `http://localhost:${port}/explainers/the-ferry/`;
	for (;;) {
		const answer = await fetch(address).catch(() => undefined);
		if (answer?.ok) break;
		await new Promise((done) => setTimeout(done, 500));
	}
	await shoot(page, 'mistake', address, "document.querySelector('desk-overlay')?.shadowRoot?.querySelector('li')");
	preview.kill();
	const whole = await projectOf(states.get('published') ?? '');
	const { status, said } = await build(whole);
	if (status !== 0) throw new Error(said);
	const server = await serveFolder({ folder: join(whole, 'dist'), port: await freePort() });
	await shoot(page, 'published', new URL('/explainers/the-ferry/', server.url).href, "document.querySelector('h1')");
	await server.close();
	for (const folder of [draft, whole, kept]) await rm(folder, { recursive: true });
} finally {
	preview?.kill();
	await browser.close();
}
