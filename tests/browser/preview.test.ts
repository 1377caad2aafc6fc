import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type JSHandle, type Page, TimeoutError } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, PATIENCE } from '../chromium.ts';
import { copyProject, freePort, root } from '../whole/project.ts';

/** A look at the page; one that finds nothing in time looks again (found, below). */
const LOOK = { timeout: 90_000 };
const PAGE = 'content/explainers/the-strike.mdx';

let folder = '';
let server: ChildProcess | undefined;
let said = '';
let browser: Browser | undefined;
let page: Page | undefined;
const faults: string[] = [];

/** Resolves when the terminal has said something, in what it says from now on or from `from`. */
const told = (pattern: RegExp, from: number): Promise<string> =>
	new Promise((done) => {
		const look = () => {
			const rest = said.slice(from);
			if (!pattern.test(rest)) return;
			server?.stdout?.off('data', look);
			server?.stderr?.off('data', look);
			done(rest);
		};
		server?.stdout?.on('data', look);
		server?.stderr?.on('data', look);
		look();
	});

interface Panel {
	readonly state: string;
	readonly summary: string;
	readonly items: readonly string[];
	readonly text: string;
}

/**
 * What `look` finds in the page once it finds something. A preview reloads its page when it likes,
 * also between the finding and the reading of what was found: then it is looked for again.
 */
async function found<Found>(look: (page: Page) => Promise<JSHandle>): Promise<Found> {
	if (!page) throw new Error('no page');
	const from = performance.now();
	for (;;) {
		try {
			return (await (await look(page)).jsonValue()) as Found;
		} catch (error) {
			const reloaded = error instanceof Error && /context was destroyed|context with|detached/i.test(error.message);
			const shown = await page.evaluate(() => document.body.textContent.slice(0, 1000)).catch(String);
			// On a busy machine the preview gives up on a module after a minute, and leaves an empty page to be loaded again.
			const isLate = error instanceof TimeoutError;
			if (isLate && shown === '') await page.reload({ timeout: PATIENCE });
			if ((reloaded || isLate) && performance.now() - from < PATIENCE) continue;
			throw new Error(`The page shows "${shown}". The terminal said "${said.slice(-1000)}".`, { cause: error });
		}
	}
}

/** The panel on the page once it says `summary`, through any reload; on the page that stands in, or on the site's. */
const panel = (summary: string, standIn = false): Promise<Panel> =>
	found<Panel>((shown) =>
		shown.waitForFunction(
			(wanted: string, stands: boolean) => {
				const inner = document.querySelector('desk-overlay')?.shadowRoot;
				const details = inner?.querySelector('details');
				const text = inner?.querySelector('summary')?.textContent ?? '';
				const standsIn = document.querySelector('meta[name="desk-stand-in"]') !== null;
				if (!inner || !details || text !== wanted || standsIn !== stands || document.readyState !== 'complete')
					return false;
				return {
					state: details.dataset['state'] ?? '',
					summary: text,
					items: [...inner.querySelectorAll('li')].map((item) => item.textContent ?? ''),
					text: document.body.textContent ?? '',
				};
			},
			LOOK,
			summary,
			standIn,
		),
	);

beforeAll(async () => {
	folder = await copyProject();
	const port = await freePort();
	server = spawn(join(root, 'node_modules', '.bin', 'node'), ['src/ship/dev.ts'], {
		cwd: folder,
		env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: String(port), NO_COLOR: '1' },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	for (const stream of [server.stdout, server.stderr])
		stream?.on('data', (data: Buffer) => {
			said += data.toString();
		});
	await told(/The desk finds/, 0);
	browser = await launch();
	page = await browser.newPage();
	page.on('console', (message) => {
		if (message.type() === 'error') faults.push(message.text());
	});
	await page.goto(`http://localhost:${port}/explainers/the-strike/`, { timeout: PATIENCE });
});

afterAll(async () => {
	await browser?.close();
	server?.kill();
	await rm(folder, { recursive: true, force: true });
});

/** Saves a file with a change, looks, and puts it back. */
async function whileSpoilt(
	changes: Readonly<Record<string, (text: string) => string>>,
	look: (from: number) => Promise<void>,
): Promise<void> {
	const paths = Object.keys(changes);
	const whole = await Promise.all(paths.map((path) => readFile(join(folder, path), 'utf8')));
	const from = said.length;
	await Promise.all(paths.map((path, at) => writeFile(join(folder, path), changes[path]?.(whole[at] ?? '') ?? '')));
	try {
		await look(from);
	} finally {
		await Promise.all(paths.map((path, at) => writeFile(join(folder, path), whole[at] ?? '')));
	}
}

const put = (words: string) => (text: string) => text.replace('\n## ', () => `\n${words}\n\n## `);

describe('the preview', () => {
	it('starts without a problem, and without an error in the browser', async () => {
		const { state, items } = await panel('No problems');
		expect(state).toBe('ok');
		expect(items).toEqual([]);
		expect(faults).toEqual([]);
	});

	it('shows on save what the terminal says, and lets it go when it is mended', async () => {
		await whileSpoilt({ [PAGE]: put('In all 812 houses fell.') }, async (from) => {
			const { items } = await panel('1 error, 0 warnings');
			const terminal = await told(/npm run build would refuse/, from);
			const [head = ''] = /^content\/explainers.*$/m.exec(terminal) ?? [];
			const [, place = '', words = ''] = /^(\S+) +error +bare-figure +(.*)$/.exec(head) ?? [];
			expect(place).not.toBe('');
			expect(items).toEqual([expect.stringContaining(`${place} error bare-figure${words}`)]);
		});
		await panel('No problems');
	});

	it('marks errors and warnings in the text of the page, where their words stand', async () => {
		const words = 'In all 812 houses fell. The baker admitted that on 3 March 1987 it rained.';
		await whileSpoilt({ [PAGE]: put(words) }, async () => {
			await panel('1 error, 2 warnings');
			const marked = await found<Readonly<Record<string, readonly string[]>>>((shown) =>
				shown.waitForFunction(() => {
					const inside = (name: string) =>
						[...(CSS.highlights.get(name) ?? [])].map((range) => String(range).replace(/\s/g, ' '));
					const all = { errors: inside('desk-error'), warnings: inside('desk-warning') };
					return all.errors.length > 0 && all;
				}, LOOK),
			);
			expect(marked).toEqual({ errors: ['812'], warnings: expect.arrayContaining(['admitted', '3 March 1987']) });
		});
		await panel('No problems');
	});

	it('stands in for a page that cannot be made, tells of all broken files, and brings it back', async () => {
		const changes = {
			[PAGE]: put('Words <b>x and {'),
			'content/series/refugees-jordan.csv': (text: string) => text.replace('\n2015,', '\nlate,'),
			'content/topics.yaml': (text: string) => text.replace('- id: ', '-id: '),
		};
		await whileSpoilt(changes, async (from) => {
			const { items, text } = await panel('3 errors, 0 warnings', true);
			expect(text).toContain('This page cannot be shown yet');
			const terminal = await told(/3 errors, 0 warnings/, from);
			for (const path of Object.keys(changes)) {
				expect(items.filter((item) => item.includes(`${path}:`))).toEqual([expect.not.stringMatching(/\n\s+at /)]);
				expect(terminal).toContain(`${path}:`);
			}
		});
		const { text } = await panel('No problems');
		expect(text).toContain('Harem');
	});

	it('outlines what has its evidence, and where accounts disagree', async () => {
		await panel('No problems');
		const outlined = await found<readonly string[]>((shown) =>
			shown.waitForFunction(() => {
				const box = document.querySelector('desk-overlay')?.shadowRoot?.querySelector('input');
				if (!box) return false;
				if (!box.checked) box.click();
				const style = (selector: string) => {
					const found = document.querySelector(selector);
					return found ? getComputedStyle(found).outlineStyle : '';
				};
				const lines = [style('.ref-claim:not(.disputed)'), style('.ref.disputed')];
				return lines.every((line) => line !== '') && lines;
			}, LOOK),
		);
		expect(outlined).toEqual(['solid', 'dashed']);
	});

	it('marks a draft', async () => {
		await whileSpoilt({ [PAGE]: (text) => text.replace('\norder:', '\ndraft: true\norder:') }, async () => {
			const drafted = await found<boolean>((shown) =>
				shown.waitForFunction(
					() =>
						document
							.querySelector('desk-overlay')
							?.shadowRoot?.querySelector('summary')
							?.textContent?.startsWith('Draft, not published.') === true,
					LOOK,
				),
			);
			expect(drafted).toBe(true);
		});
	});
});
