import { type ChildProcess, execFileSync, type StdioOptions, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import puppeteer, { type Page } from 'puppeteer-core';
import { PATIENCE } from '../chromium.ts';
import { findFirefox } from '../firefox.ts';
import { findOrInstall } from '../install.ts';

/** Program, and Debian's package of it. */
const PROGRAMS = [
	['orca', 'orca'],
	['Xvfb', 'xvfb'],
	['openbox', 'openbox'],
	['xdotool', 'xdotool'],
	['dbus-daemon', 'dbus'],
	['dpkg-query', 'dpkg'],
] as const;

/** Orca with Firefox on a display that nobody sees. */
export interface Desktop {
	readonly page: Page;
	/** Versions of the programs, in words. */
	readonly programs: string;
	/** Presses a key, as a person does: Orca hears it before the page does. */
	readonly press: (key: string) => void;
	/** What was said since it was asked last, up to the words that `isLast` knows, or up to a silence. */
	readonly hear: (isLast?: (words: string) => boolean) => Promise<readonly string[]>;
	readonly close: () => Promise<void>;
}

/** Silence in milliseconds that ends an answer to a key. */
const SILENCE = 3000;

function find(): Readonly<Record<string, string>> {
	const found = PROGRAMS.map(([name, debian]) => [name, findOrInstall([name], debian), debian] as const);
	const missing: string[] = found.filter(([, path]) => !path).map(([, , debian]) => debian);
	const firefox = findFirefox();
	if (!firefox) missing.push('firefox-esr');
	if (missing.length > 0) throw new Error(`Not found. On Debian: apt-get install ${missing.join(' ')}`);
	return { ...Object.fromEntries(found.map(([name, path]) => [name, path ?? ''])), firefox: firefox ?? '' };
}

/** Words as they come, and whoever waits for them. */
function ear(stream: Readable): Desktop['hear'] {
	const said: string[] = [];
	let news = (): void => {};
	let ended = false;
	createInterface({ input: stream })
		.on('line', (line) => {
			said.push((JSON.parse(line) as string).replace(/\s+/g, ' ').trim());
			news();
		})
		.on('close', () => {
			ended = true;
			news();
		});
	return async (isLast) => {
		const heard: string[] = [];
		for (;;) {
			while (said.length > 0) {
				const words = said.shift() ?? '';
				heard.push(words);
				if (isLast?.(words)) return heard;
			}
			if (ended) throw new Error(`Orca ended, after: ${heard.slice(-3).join(' | ') || 'nothing'}`);
			const patience = heard.length > 0 && !isLast ? SILENCE : PATIENCE;
			const silent = await new Promise<boolean>((done) => {
				const timer = setTimeout(done, patience, true);
				news = () => {
					clearTimeout(timer);
					done(false);
				};
			});
			if (!silent) continue;
			if (heard.length > 0 && !isLast) return heard;
			throw new Error(`Orca fell silent, after: ${heard.slice(-3).join(' | ') || 'nothing'}`);
		}
	};
}

const firstLine = async (stream: Readable): Promise<string> => {
	for await (const line of createInterface({ input: stream })) return line;
	throw new Error('A program of the desktop ended before it had begun.');
};

/**
 * Starts a bus, a display, a window manager, Orca and Firefox, each for this run alone.
 * @throws Error that says what to install
 */
export async function startDesktop(): Promise<Desktop> {
	const at = find();
	const home = await mkdtemp(join(tmpdir(), 'screen-reader-'));
	const running: ChildProcess[] = [];
	const env: Record<string, string> = {
		PATH: process.env['PATH'] ?? '',
		HOME: home,
		XDG_CONFIG_HOME: join(home, 'config'),
		XDG_RUNTIME_DIR: join(home, 'run'),
		GSETTINGS_BACKEND: 'memory',
		GNOME_ACCESSIBILITY: '1',
		LANG: 'C.UTF-8',
	};
	await mkdir(join(home, 'run'), { mode: 0o700 });
	const start = (program: string, args: readonly string[]): Readable => {
		const stdio: StdioOptions = ['ignore', 'ignore', 'ignore', 'pipe'];
		const child = spawn(program, args, { env, stdio });
		running.push(child);
		return child.stdio[3] as Readable;
	};
	const close = async (): Promise<void> => {
		// Orca takes a softer word for something to do later.
		for (const child of running.reverse()) child.kill('SIGKILL');
		await rm(home, { recursive: true, force: true, maxRetries: 5 });
	};
	try {
		const bus = start(at['dbus-daemon'] ?? '', ['--session', '--nofork', '--print-address=3']);
		env['DBUS_SESSION_BUS_ADDRESS'] = await firstLine(bus);
		const display = start(at['Xvfb'] ?? '', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']);
		env['DISPLAY'] = `:${await firstLine(display)}`;
		// Without keys of its own: the keys that walk through a table are the reader's.
		const manager = join(home, 'openbox.xml');
		await writeFile(manager, '<openbox_config xmlns="http://openbox.org/3.4/rc"/>');
		start(at['openbox'] ?? '', ['--config-file', manager]);
		// Orca's first line names the Python that has what it needs.
		const [, python = 'python3'] = /^#!\s*(\S+)/.exec(readFileSync(at['orca'] ?? '', 'utf8')) ?? [];
		const voice = join(import.meta.dirname, 'voice.py');
		const hear = ear(start(python, [voice, at['orca'] ?? '', '--disable', 'braille']));
		await hear((words) => words === 'Screen reader on.');
		const browser = await puppeteer.launch({
			browser: 'firefox',
			executablePath: at['firefox'] ?? '',
			headless: false,
			timeout: PATIENCE,
			protocolTimeout: PATIENCE,
			env,
		});
		const [page = await browser.newPage()] = await browser.pages();
		await hear();
		const press = (key: string): void => void execFileSync(at['xdotool'] ?? '', ['key', key], { env });
		// From the field for addresses to the page.
		press('F6');
		await hear();
		const version = execFileSync(at['dpkg-query'] ?? '', ['-W', 'orca'], { encoding: 'utf8' });
		return {
			page,
			programs: `Orca ${/\d[\d.]*/.exec(version)?.[0]} and ${(await browser.version()).replace('firefox/', 'Firefox ')}`,
			press,
			hear,
			close: async () => {
				await browser.close();
				await close();
			},
		};
	} catch (error) {
		await close();
		throw error;
	}
}
