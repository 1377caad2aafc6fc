import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Report } from '../../src/desk/check.ts';
import type { Held } from '../../src/desk/disk.ts';
import { rulesTold } from './names.ts';
import { checkWith, textOf } from './tree.ts';

const folder = join(import.meta.dirname, 'mistakes');

const BRIDGE = 'content/explainers/the-bridge.mdx';
const SPOT = 'was mayor of Vell.';

/** One mistake: a change to one file of the correct tree, and what the desk must say about it. */
interface Mistake {
	readonly what: string;
	/** Words put into the text of a page: then file, at and line are known. */
	readonly say?: string;
	readonly file: string;
	readonly from?: string;
	readonly to?: string;
	readonly write?: string;
	readonly hex?: string;
	/** What stands there in place of a file: a link, a device. */
	readonly is?: string;
	/** The text is written so many times. */
	readonly times?: number;
	readonly remove?: boolean;
	readonly rule: string;
	/** Rules that rightly speak too; without them the mistake is told once and nothing else is. */
	readonly also?: readonly string[];
	readonly severity?: 'warning';
	readonly at: string;
	/** Words of the line that must be named. */
	readonly line: string;
	/** Words of the remedy, never empty. */
	readonly fix: string;
}

/** As it is written: a mistake of words needs no more than them, the rule and the remedy. */
type Given = Omit<Mistake, 'what' | 'file' | 'at' | 'line'> & Partial<Mistake>;

/** What the file holds once the mistake is in it; null when the mistake is that it is gone. */
function changed({ file, say, from = '', to = '', write, hex, is, times = 1, remove }: Mistake): Held | null {
	if (is !== undefined) return { is };
	if (remove) return null;
	if (hex !== undefined) return Buffer.from(hex, 'hex');
	if (write !== undefined) return write.repeat(times);
	const text = textOf(file);
	if (say !== undefined) return text.replace(SPOT, () => `${SPOT}\n\n${say}`);
	if (!text.includes(from)) throw new Error(`“${from}” does not stand in ${file}`);
	return text.replace(from, () => to.repeat(times));
}

/** A file of mistakes/ holds one mistake, or a list of them. */
const mistakes: readonly (readonly [name: string, mistake: Mistake])[] = readdirSync(folder)
	.sort()
	.flatMap((name) => {
		const held = parse(readFileSync(join(folder, name), 'utf8')) as Given | readonly Given[];
		return [held].flat().map((mistake) => {
			const { say = '' } = mistake;
			const line = say.trim().split('\n')[0] ?? '';
			const whole: Mistake = { what: line, file: BRIDGE, at: BRIDGE, line, ...mistake };
			return [`${name}: ${whole.what}`, whole] as const;
		});
	});

describe('seeded mistakes', () => {
	it('leave nothing to say about the correct tree', () => {
		expect(checkWith({}).findings).toEqual([]);
	});

	it('are many, and touch every rule that a file can break', () => {
		expect(mistakes.length).toBeGreaterThanOrEqual(260);
		const touched = new Set(mistakes.map(([, { rule }]) => rule));
		// An empty content/ has a test of its own, spelling a list (spelling.yaml).
		const untouched = [...rulesTold().keys()].filter((name) => !touched.has(name));
		expect(untouched).toEqual(['empty-content', 'spelling']);
	});

	it.each(mistakes)('%s', (_name, mistake) => {
		const text = changed(mistake);
		const report: Report = checkWith({ [mistake.file]: text });
		const file = report.content.files.find(({ path }) => path === mistake.at);
		const lineAt = (line: number) => file?.lines.text(line) ?? rawLine(mistake, text, line);
		const found = report.findings.filter((finding) => finding.rule === mistake.rule && finding.path === mistake.at);
		expect(found.length, JSON.stringify(report.findings, null, 1)).toBeGreaterThan(0);
		const right = found.filter(({ line }) => lineAt(line).includes(mistake.line));
		expect(right.length, JSON.stringify(found, null, 1)).toBeGreaterThan(0);
		expect(right.map(({ severity }) => severity)).toContain(mistake.severity ?? 'error');
		expect(mistake.fix).not.toBe('');
		expect(right.map(({ fix }) => fix).join('\n')).toContain(mistake.fix);
		const rulesSpoken = new Set(report.findings.map(({ rule }) => rule));
		expect([...rulesTold().keys()]).toEqual(expect.arrayContaining([...rulesSpoken]));
		expect([...rulesSpoken].sort()).toEqual([mistake.rule, ...(mistake.also ?? [])].sort());
		if (!mistake.also) expect(report.findings.length, JSON.stringify(report.findings, null, 1)).toBe(1);
		expect(report.ok).toBe(!report.findings.some(({ severity }) => severity === 'error'));
	});
});

/** A line of a file that is not among those read: a seed, a stray file, one that is no text. */
function rawLine({ at, file }: Mistake, text: Held | null, line: number): string {
	const whole = at === file && text !== null ? text : textOf(at);
	if (typeof whole !== 'string' && !(whole instanceof Uint8Array)) return '';
	return (typeof whole === 'string' ? whole : new TextDecoder().decode(whole)).split('\n')[line - 1] ?? '';
}
