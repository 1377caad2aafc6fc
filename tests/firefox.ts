import puppeteer, { type Browser } from 'puppeteer-core';
import { PATIENCE } from './chromium.ts';
import { executable, findOrInstall } from './install.ts';

/**
 * Path of a Firefox: the environment's FIREFOX, one on the PATH, or Debian's package, installed if need be.
 * @returns undefined when it cannot be had
 */
export function findFirefox(): string | undefined {
	const given = process.env['FIREFOX'];
	if (given) return executable(given) ? given : undefined;
	return findOrInstall(['firefox-esr', 'firefox'], 'firefox-esr');
}

/**
 * Starts Firefox, driven over WebDriver BiDi.
 * @throws Error that says what to do
 */
export async function launchFirefox(): Promise<Browser> {
	const executablePath = findFirefox();
	if (!executablePath)
		throw new Error(
			'These tests need Firefox, and none is on the PATH.\n' +
				'Install it (Debian: apt-get install firefox-esr), or set FIREFOX to the path of one.',
		);
	return puppeteer.launch({
		browser: 'firefox',
		executablePath,
		headless: true,
		timeout: PATIENCE,
		protocolTimeout: PATIENCE,
	});
}
