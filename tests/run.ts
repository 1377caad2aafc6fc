import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findChromium } from './chromium.ts';
import { findFirefox } from './firefox.ts';

/**
 * `npm test`: format and lint, types, then every test (unit, built site, real browser).
 * `npm test -- --all` adds what needs more machine: builds broken off, compared and spoilt, and real servers
 * (`npm run test:hosts`), and counts them too.
 * Prints everything; the last line is "N passed, N failed". Nothing found to run counts as a failure.
 */
interface Count {
	readonly passed: number;
	readonly failed: number;
}

const all = process.argv.includes('--all');
const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules', '.bin');
const report = join(root, '.work', 'tests.json');
const hostsReport = join(root, '.work', 'hosts.json');
const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', PATH: `${bin}:${process.env['PATH'] ?? ''}` };

function run(command: string, args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<number> {
	return new Promise((done) => {
		const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...env, ...more } });
		child.on('error', (error) => {
			console.error(`${command} cannot be started: ${error.message}`);
			done(1);
		});
		child.on('close', (code) => done(code ?? 1));
	});
}

/** A check without tests of its own: it counts as one. */
async function step(name: string, command: string, args: readonly string[]): Promise<Count> {
	console.log(`\n== ${name}`);
	const code = await run(command, args);
	console.log(code === 0 ? `passed: ${name}` : `failed: ${name} (exit status ${code})`);
	return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

interface Report {
	readonly numPassedTests: number;
	readonly numFailedTests: number;
	readonly numPendingTests: number;
	readonly numTodoTests: number;
	readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** Tests that are left out count as failed, and so do files that hold none or cannot be loaded. */
function count(result: Report): Count {
	const empty = result.testResults.filter((file) => file.assertionResults.length === 0).length;
	return {
		passed: result.numPassedTests,
		failed: result.numFailedTests + result.numPendingTests + result.numTodoTests + empty,
	};
}

async function tests(): Promise<Count> {
	console.log('\n== unit, site and browser tests');
	let chromium: string;
	try {
		chromium = await findChromium();
		console.log(`Browser: ${chromium}`);
	} catch (error) {
		// The other tests still run; those in the browser fail and say why.
		console.error(error instanceof Error ? error.message : String(error));
		chromium = '';
	}
	const firefox = findFirefox();
	if (firefox) console.log(`And Firefox: ${firefox}`);
	await mkdir(join(root, '.work'), { recursive: true });
	await rm(report, { force: true });
	const projects = ['unit', 'content', 'site', 'browser', ...(all ? ['whole'] : [])].flatMap((name) => [
		'--project',
		name,
	]);
	const args = ['run', ...projects, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	const found = { ...(chromium ? { CHROMIUM: chromium } : {}), ...(firefox ? { FIREFOX: firefox } : {}) };
	const code = await run('vitest', args, found);
	try {
		const counted = count(JSON.parse(await readFile(report, 'utf8')) as Report);
		if (counted.passed + counted.failed === 0) {
			console.error('No test was found.');
			return { passed: 0, failed: 1 };
		}
		// An error outside every test (a broken set-up, an unhandled rejection) must not pass.
		return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
	} catch {
		console.error('The tests ended without a report.');
		return { passed: 0, failed: 1 };
	}
}

/** The servers write their own counts; without them something went wrong before anything was tried. */
async function hosts(): Promise<Count> {
	console.log('\n== the site on real servers');
	await rm(hostsReport, { force: true });
	const code = await run('node', [join('tests', 'hosts', 'run.ts')]);
	try {
		const counted = JSON.parse(await readFile(hostsReport, 'utf8')) as Count;
		return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
	} catch {
		return { passed: 0, failed: 1 };
	}
}

const counts = [
	await step('format and lint', 'biome', ['check', '--error-on-warnings', '.']),
	await step('types for content', 'astro', ['sync', '--silent']),
	await step('types', 'astro', ['check', '--minimumSeverity', 'warning', '--minimumFailingSeverity', 'warning']),
	await tests(),
	...(all ? [await hosts()] : []),
];
const sum = (key: keyof Count): number => counts.reduce((total, one) => total + one[key], 0);
if (sum('failed') > 0) process.exitCode = 1;
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
