import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function executable(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

function onPath(): string | undefined {
	const folders = (process.env['PATH'] ?? '').split(delimiter);
	return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(executable);
}

function run(command: string, args: readonly string[]): boolean {
	console.log(`$ ${command} ${args.join(' ')}`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	return spawnSync(command, args, { stdio: 'inherit', env }).status === 0;
}

/** Installs Debian's package where this may: as root, with apt-get. */
function install(): string | undefined {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
	console.log('No Chromium found; installing the package of the distribution.');
	const done =
		run('apt-get', ['update', '-q']) && run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']);
	return done ? onPath() : undefined;
}

/**
 * Path of a Chromium: the environment's CHROMIUM, one on the PATH, or Debian's package, installed if need be.
 * @throws Error that says what to do
 */
export async function findChromium(): Promise<string> {
	const given = process.env['CHROMIUM'];
	if (given) {
		if (executable(given)) return given;
		throw new Error(`CHROMIUM is ${given}, and no program is there.`);
	}
	const found = onPath() ?? install();
	if (found) return found;
	throw new Error(
		`The browser tests need Chromium, and none is on the PATH (${NAMES.join(', ')}).\n` +
			'Install it (Debian, Ubuntu: apt-get install chromium), or set CHROMIUM to the path of one.',
	);
}

/** Starts the browser without anything that reaches out to a network; `more` are settings of its command line. */
export async function launch(more: readonly string[] = []): Promise<Browser> {
	return puppeteer.launch({
		executablePath: await findChromium(),
		headless: true,
		args: [
			...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			...more,
		],
	});
}
