import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { buildSite } from '../../src/ship/build.ts';
import { listFiles } from '../../src/ship/files.ts';
import { findChromium } from '../chromium.ts';
import { readHeadersFile } from '../support/headers.ts';
import { measureApplied } from './applied.ts';
import { type Bench, barePath, serveCompressed } from './server.ts';

/**
 * `npm run bench`: builds the site and measures each kind of page with Lighthouse (mobile, simulated network), beside a
 * bare page of 1 kB in the same run. Downloads Lighthouse by npx the first time. Ends with status 1 when a goal is missed.
 * `npm run bench -- explainers/the-strike/` measures the pages named; `--applied` paints them with network and processor
 * slowed in truth, in Chromium and without Lighthouse's simulation.
 */
const LIGHTHOUSE = 'lighthouse@13.5.0';
const PORT = 4391;
const goals = { ratio: 1.1, score: 100, first: 14_600, page: 60_000, script: 12_000, requests: 6 } as const;

const root = join(import.meta.dirname, '../..');
const folder = join(root, '.work', 'bench-site');
const reports = join(root, '.work', 'bench');
const chromium = await findChromium();
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

interface Report {
	readonly environment: { readonly benchmarkIndex: number };
	readonly categories: Readonly<
		Record<
			string,
			{ readonly score: number | null; readonly auditRefs: readonly { readonly id: string; readonly weight: number }[] }
		>
	>;
	readonly audits: Readonly<
		Record<
			string,
			{
				readonly title: string;
				readonly score: number | null;
				readonly numericValue?: number;
				readonly details?: { readonly items?: readonly Readonly<Record<string, unknown>>[] };
			}
		>
	>;
}

const run = promisify(execFile);

/**
 * How much to slow the processor to stand for a phone of the middle class, which scores about 400 in Lighthouse's own
 * measure; Lighthouse's 4 is meant for a machine that scores 1,600 or more (its docs/throttling.md). Half steps.
 */
const slowdownFor = (index: number): number => Math.min(4, Math.max(1, Math.round(index / 200) / 2));

async function measure(address: string, name: string, slowdown: number): Promise<Report> {
	const file = join(reports, `${name.replaceAll('/', '-') || 'front'}.json`);
	const flags = [
		'--headless=new',
		'--disable-gpu',
		'--disable-quic',
		...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	];
	const arguments_ = [
		'-y',
		LIGHTHOUSE,
		address,
		'--quiet',
		'--output=json',
		`--output-path=${file}`,
		`--throttling.cpuSlowdownMultiplier=${slowdown}`,
	];
	const once = () =>
		run('npx', [...arguments_, `--only-categories=${categories.join(',')}`, `--chrome-flags=${flags.join(' ')}`], {
			// Outside the project: npx must not look for it among the project's own packages.
			cwd: reports,
			env: { ...process.env, CHROME_PATH: chromium },
		});
	// Now and then Lighthouse loses the beginning of its own recording and asks to be run again.
	await once().catch(once).catch(once);
	return JSON.parse(await readFile(file, 'utf8')) as Report;
}

/** One page of each kind: those whose addresses differ in more than a name. */
async function kinds(): Promise<readonly string[]> {
	const of = new Map<string, string>();
	for (const file of listFiles(folder)) {
		if (!file.endsWith('index.html') || file.startsWith('embed/')) continue;
		const [top = '', inner = ''] = file.replace(/index\.html$/, '').split('/');
		const kind = `${top}/${inner && '*'}`;
		if (!of.has(kind)) of.set(kind, file.replace(/index\.html$/, ''));
	}
	return [...of.values()].sort();
}

interface Row {
	readonly path: string;
	readonly lcp: number;
	readonly ratio: number;
	readonly scores: readonly number[];
	readonly first: number;
	readonly page: number;
	readonly script: number;
	readonly requests: number;
}

function rowOf(path: string, report: Report, bareLcp: number, html: string, server: Bench): Row {
	const items = report.audits['network-requests']?.details?.items ?? [];
	const size = (type?: string) =>
		items
			.filter((item) => type === undefined || item['resourceType'] === type)
			.reduce((sum, item) => sum + server.size(new URL(String(item['url'])).pathname), 0);
	const lcp = report.audits['largest-contentful-paint']?.numericValue ?? Number.NaN;
	const figure = html.search(/<figure[\s>]/);
	return {
		path: `/${path}`,
		lcp,
		ratio: lcp / bareLcp,
		scores: categories.map((name) => Math.round((report.categories[name]?.score ?? 0) * 100)),
		first: brotliCompressSync(html.slice(0, figure === -1 ? undefined : figure)).length,
		page: size(),
		script: size('Script'),
		requests: items.length,
	};
}

function missed(row: Row, report: Report): readonly string[] {
	// Lists have no first figure: their budget is that of the whole page.
	const article = row.path === '/' || row.path.startsWith('/explainers/');
	const over = (['ratio', 'first', 'page', 'script', 'requests'] as const)
		.filter((key) => row[key] > goals[key] && (key !== 'first' || article))
		.map((key) => `${key} ${Math.round(row[key] * 100) / 100} > ${goals[key]}`);
	const low = categories.flatMap((name, at) => {
		if ((row.scores[at] ?? 0) >= goals.score) return [];
		const audits = (report.categories[name]?.auditRefs ?? [])
			.filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 1)
			.map(({ id }) => `${id}: ${report.audits[id]?.title}`);
		return [`${name} ${row.scores[at]} (${audits.join('; ')})`];
	});
	return [...over, ...low];
}

/** Measures each page once, the bare one three times. @returns what misses its goal, in words */
async function measureSimulated(server: Bench, paths: readonly string[], slowdown: number): Promise<readonly string[]> {
	// The middle of three: all else is measured by it.
	const bareLcps: number[] = [];
	for (const name of ['bare-1', 'bare-2', 'bare-3']) {
		const { audits } = await measure(server.url + barePath, name, slowdown);
		bareLcps.push(audits['largest-contentful-paint']?.numericValue ?? Number.NaN);
	}
	const bareLcp = bareLcps.toSorted((a, b) => a - b)[1] ?? Number.NaN;
	console.log(
		`Bare page: LCP ${Math.round(bareLcp)} ms (${bareLcps.map(Math.round).join(', ')}). Goals: ratio ≤ ${goals.ratio}, scores ${goals.score}, first view ≤ ${goals.first} B, page ≤ ${goals.page} B, script ≤ ${goals.script} B, requests ≤ ${goals.requests}.`,
	);
	console.log('page'.padEnd(44), 'LCP ms  ratio  perf a11y  bp  seo   first    page  script  req');
	const faults: string[] = [];
	for (const path of paths) {
		const report = await measure(server.url + path, path, slowdown);
		const html = await readFile(join(folder, path, 'index.html'), 'utf8');
		const row = rowOf(path, report, bareLcp, html, server);
		const cells = [
			Math.round(row.lcp),
			row.ratio.toFixed(2),
			...row.scores,
			row.first,
			row.page,
			row.script,
			row.requests,
		];
		const widths = [6, 6, 5, 4, 4, 4, 7, 7, 7, 4];
		console.log(row.path.padEnd(44), cells.map((cell, at) => String(cell).padStart(widths[at] ?? 6)).join(' '));
		faults.push(...missed(row, report).map((what) => `${row.path}: ${what}`));
	}
	return faults;
}

await mkdir(reports, { recursive: true });
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
if (!process.env['BENCH_KEEP']) await buildSite({ root, outDir: folder, siteUrl: `http://127.0.0.1:${PORT}/` });

const headers = readHeadersFile(await readFile(join(folder, '_headers'), 'utf8'));
const server = await serveCompressed(folder, PORT, headers);
try {
	const named = process.argv.slice(2).filter((word) => word !== '--applied');
	const paths = named.length > 0 ? named : await kinds();
	const built = new Set(listFiles(folder));
	for (const path of paths)
		if (!built.has(`${path}index.html`))
			throw new Error(`The site has no page "${path}": name it as in explainers/the-strike/`);
	const trial = await measure(server.url + barePath, 'trial', 4);
	const slowdown = slowdownFor(trial.environment.benchmarkIndex);
	console.log(
		`This machine scores ${Math.round(trial.environment.benchmarkIndex)}; its processor is slowed ${slowdown} times to stand for a phone.`,
	);
	const faults = await (process.argv.includes('--applied') ? measureApplied : measureSimulated)(
		server,
		paths,
		slowdown,
	);
	console.log(faults.length === 0 ? 'Every goal is met.' : `Missed:\n${faults.join('\n')}`);
	if (faults.length > 0) process.exitCode = 1;
} finally {
	await server.close();
}
