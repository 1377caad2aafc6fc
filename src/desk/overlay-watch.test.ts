import { EventEmitter } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fixtureRoot } from '../../tests/desk/tree.ts';
import { deskOverlay, type Overlay } from './overlay.ts';
import { OVERLAY_PATH } from './overlay-names.ts';

let root = '';
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'preview-'));
	cpSync(fixtureRoot, root, { recursive: true });
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	vi.spyOn(process.stdout, 'write').mockReturnValue(true);
	vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
	rmSync(root, { recursive: true });
});

it('outlives a hundred saves, deletions and renames, and tells of each state', () => {
	const watcher = new EventEmitter();
	let reloads = 0;
	let answer = (_request: unknown, _response: unknown): void => {};
	const server = {
		watcher,
		httpServer: new EventEmitter(),
		environments: {},
		ws: { send: () => reloads++ },
		middlewares: {
			use: (path: unknown, handle: typeof answer) => {
				if (path === OVERLAY_PATH) answer = handle;
			},
		},
	};
	const { hooks } = deskOverlay();
	const config = { root: pathToFileURL(`${root}/`) };
	Reflect.apply(hooks['astro:config:setup'] as () => void, undefined, [{ command: 'dev', config, injectScript() {} }]);
	Reflect.apply(hooks['astro:server:setup'] as () => void, undefined, [{ server }]);
	const page = join(root, 'content/explainers/the-bridge.mdx');
	const aside = join(root, 'content/explainers/aside.mdx');
	const text = readFileSync(page, 'utf8');
	/** One round: what is done, what the watcher calls it, and whether a problem must then be shown. */
	const rounds: readonly (readonly [event: string, act: () => void, faulty: boolean])[] = [
		['change', () => writeFileSync(page, `${text}\nIn all 52 came.\n`), true],
		['change', () => writeFileSync(page, Buffer.from([0xff, 0xfe, 0x00])), true],
		['unlink', () => rmSync(page), true],
		['addDir', () => mkdirSync(page), true],
		['unlinkDir', () => rmSync(page, { recursive: true }), true],
		['add', () => writeFileSync(page, text), false],
		['unlink', () => renameSync(page, aside), true],
		['add', () => renameSync(aside, page), false],
		['change', () => writeFileSync(page, ''), true],
		['change', () => writeFileSync(page, text), false],
	];
	for (let round = 0; round < 10; round++)
		for (const [event, act, faulty] of rounds) {
			act();
			watcher.emit('all', event, page);
			vi.advanceTimersByTime(1000);
			const end = vi.fn<(json: string) => void>();
			answer({}, { setHeader() {}, end });
			const { problems } = JSON.parse(end.mock.calls[0]?.[0] ?? '') as Overlay;
			expect([event, problems.length > 0]).toEqual([event, faulty]);
		}
	expect(reloads).toBe(100);
}, 120_000);
