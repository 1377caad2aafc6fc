import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { check } from '../../src/desk/check.ts';
import { fixture, textOf } from './tree.ts';

/**
 * How long the desk takes for a site much larger than this one, and with how much memory:
 * 5,000 explainers of some 600 words and 20,000 claims. Run it on a quiet machine: node tests/desk/bench.ts
 */
const EXPLAINERS = 5000;
const CLAIMS = 20_000;
/** Limits: seconds, and GiB of memory held by the process at its largest. */
const MOST_SECONDS = 30;
const MOST_GIB = 1;

const root = mkdtempSync(join(tmpdir(), 'bench-desk-'));
const put = (path: string, text: string | Uint8Array): void => {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
};
for (const [path, text] of fixture()) put(path, text);
const page = textOf('content/explainers/the-bridge.mdx');
const paragraph =
	'The bridge was built of stone and stood for many years; those who crossed it each day knew every crack, and the <Actor id="torv">mayor</Actor> had it looked at in the spring, when the river was high and the market was held on the other bank. ';
/** A name that no other page has: a number in letters, since a figure in a title would ask for its source. */
const letters = (index: number): string =>
	[...index.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('');
for (let index = 0; index < EXPLAINERS; index++) {
	const text = page
		.replace('title: The bridge', `title: The bridge at Vell-${letters(index)}`)
		.replace('order: 1', `order: ${index + 10}`)
		.replace('### What was said', () => `${`${paragraph}\n\n`.repeat(12)}### What was said`);
	put(`content/explainers/page-${index}.mdx`, text);
}
const claim = textOf('content/claims/bridge.yaml').split('- id: watchman')[1] ?? '';
for (let file = 0; file < CLAIMS / 100; file++) {
	const list = Array.from(
		{ length: 100 },
		(_, at) => `- id: claim-${file}-${at}${claim.replace('cracks', () => `crack ${file * 100 + at}`)}`,
	);
	put(`content/claims/more-${file}.yaml`, list.join(''));
}

const before = process.cpuUsage().user;
const start = performance.now();
const report = check(root);
const seconds = (performance.now() - start) / 1000;
const cpu = (process.cpuUsage().user - before) / 1e6;
const gib = process.resourceUsage().maxRSS / 1024 / 1024;
rmSync(root, { recursive: true });
const counted = report.summary.records.map(([kind, count]) => `${count} ${kind}`).join(', ');
console.log(`${counted}: ${report.findings.length} problems`);
for (const { path, line, rule, message } of report.findings.slice(0, 5))
	console.log(`  ${path}:${line} ${rule} ${message}`);
console.log(
	`${seconds.toFixed(1)} s (at most ${MOST_SECONDS}) with ${cpu.toFixed(1)} s of one core, ${gib.toFixed(2)} GiB (at most ${MOST_GIB})`,
);
if (seconds > MOST_SECONDS || gib > MOST_GIB) process.exitCode = 1;
