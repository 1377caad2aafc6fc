import puppeteer, { type Browser } from 'puppeteer-core';
import { executable, findOrInstall } from './install.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

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
	const found = findOrInstall(NAMES, 'chromium');
	if (found) return found;
	throw new Error(
		`The browser tests need Chromium, and none is on the PATH (${NAMES.join(', ')}).\n` +
			'Install it (Debian, Ubuntu: apt-get install chromium), or set CHROMIUM to the path of one.',
	);
}

/** Time in milliseconds that a browser, a page or what it does may take: a slow machine is no fault of the site. */
export const PATIENCE = 1_100_000;

/** Starts the browser without anything that reaches out to a network; `more` are settings of its command line. */
export async function launch(more: readonly string[] = []): Promise<Browser> {
	return puppeteer.launch({
		executablePath: await findChromium(),
		headless: true,
		timeout: PATIENCE,
		protocolTimeout: PATIENCE,
		args: [
			...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			// Else each new context draws the suggestions of an address bar: a process more, which works while a page is measured.
			'--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
			...more,
		],
	});
}
