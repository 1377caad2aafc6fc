import { check } from '../../src/desk/check.ts';
import { diskOf } from '../../src/desk/disk.ts';
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

const files = new Map<string, string | Uint8Array>(fixture());
const page = textOf('content/explainers/the-bridge.mdx');
const paragraph =
	'The bridge was built of stone and stood for many years; those who crossed it each day knew every crack, and the <Actor id="torv">mayor</Actor> had it looked at in the spring, when the river was high and the market was held on the other bank. ';
for (let index = 0; index < EXPLAINERS; index++) {
	const text = page
		.replace('order: 1', `order: ${index + 10}`)
		.replace('### What was said', () => `${`${paragraph}\n\n`.repeat(12)}### What was said`);
	files.set(`content/explainers/page-${index}.mdx`, text);
}
const claim = textOf('content/claims/bridge.yaml').split('- id: watchman')[1] ?? '';
for (let file = 0; file < CLAIMS / 100; file++) {
	const list = Array.from(
		{ length: 100 },
		(_, at) => `- id: claim-${file}-${at}${claim.replace('cracks', () => `crack ${file * 100 + at}`)}`,
	);
	files.set(`content/claims/more-${file}.yaml`, list.join(''));
}

const start = performance.now();
const report = check('/', diskOf(files));
const seconds = (performance.now() - start) / 1000;
const cpu = process.cpuUsage().user / 1e6;
const gib = process.resourceUsage().maxRSS / 1024 / 1024;
const counted = report.summary.records.map(([kind, count]) => `${count} ${kind}`).join(', ');
console.log(`${counted}: ${report.findings.length} problems`);
for (const { path, line, rule, message } of report.findings.slice(0, 5))
	console.log(`  ${path}:${line} ${rule} ${message}`);
console.log(
	`${seconds.toFixed(1)} s (at most ${MOST_SECONDS}) with ${cpu.toFixed(1)} s of one core, ${gib.toFixed(2)} GiB (at most ${MOST_GIB})`,
);
if (seconds > MOST_SECONDS || gib > MOST_GIB) process.exitCode = 1;
