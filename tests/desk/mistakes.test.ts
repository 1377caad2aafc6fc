import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { check } from '../../src/desk/check.ts';
import { rules } from '../../src/desk/rules.ts';

const here = import.meta.dirname;
const fixture = join(here, 'fixture');
let work = '';

beforeAll(() => {
	work = mkdtempSync(join(tmpdir(), 'desk-mistakes-'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** One mistake: a change to one file of the correct tree, and what the desk must say about it. */
interface Mistake {
	readonly what: string;
	readonly file: string;
	readonly from?: string;
	readonly to?: string;
	readonly write?: string;
	readonly hex?: string;
	readonly remove?: boolean;
	readonly rule: string;
	readonly severity?: 'warning';
	readonly at: string;
	/** Words of the line that must be named. */
	readonly line: string;
	/** Words of the remedy. */
	readonly fix: string;
}

function plant(mistake: Mistake, name: string): string {
	const root = join(work, name);
	cpSync(fixture, root, { recursive: true });
	const path = join(root, mistake.file);
	if (mistake.remove) rmSync(path);
	else if (mistake.hex !== undefined) writeFileSync(path, Buffer.from(mistake.hex, 'hex'));
	else if (mistake.write !== undefined) {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, mistake.write);
	} else {
		const text = readFileSync(path, 'utf8');
		const { from = '', to = '' } = mistake;
		if (!text.includes(from)) throw new Error(`${name}: “${from}” does not stand in ${mistake.file}`);
		writeFileSync(
			path,
			text.replace(from, () => to),
		);
	}
	return root;
}

const names = readdirSync(join(here, 'mistakes')).sort();

describe('seeded mistakes', () => {
	it('leave nothing to say about the correct tree', () => {
		expect(check(fixture).findings).toEqual([]);
	});

	it('are many, and touch every rule that a file can break', () => {
		expect(names.length).toBeGreaterThanOrEqual(80);
		const touched = new Set(
			names.map((name) => (parse(readFileSync(join(here, 'mistakes', name), 'utf8')) as Mistake).rule),
		);
		// An empty content/ has a test of its own; the other two are nets below rules that find the same first.
		const untouched = rules.map(({ name }) => name).filter((name) => !touched.has(name));
		expect(untouched).toEqual(['empty-content', 'id', 'inline-reference']);
	});

	it.each(names)('%s', (name) => {
		const mistake = parse(readFileSync(join(here, 'mistakes', name), 'utf8')) as Mistake;
		const root = plant(mistake, name);
		const report = check(root);
		const lines = readFileSync(join(root, mistake.at))
			.toString('utf8')
			.split(/\r\n|\n|\r/);
		const found = report.findings.filter((finding) => finding.rule === mistake.rule && finding.path === mistake.at);
		expect(found.length, JSON.stringify(report.findings, null, 1)).toBeGreaterThan(0);
		const right = found.filter(({ line }) => (lines[line - 1] ?? '').includes(mistake.line));
		expect(right.length, JSON.stringify(found, null, 1)).toBeGreaterThan(0);
		expect(right.map(({ severity }) => severity)).toContain(mistake.severity ?? 'error');
		expect(right.map(({ fix }) => fix).join('\n')).toContain(mistake.fix);
		expect(report.ok).toBe(!report.findings.some(({ severity }) => severity === 'error'));
		rmSync(root, { recursive: true });
	});
});
