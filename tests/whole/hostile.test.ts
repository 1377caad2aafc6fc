import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { XMLValidator } from 'fast-xml-parser';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { type Content, readContent } from '../../src/desk/read.ts';
import type { Entry } from '../../src/ledger/ledger.ts';
import type { Path } from '../../src/ledger/problem.ts';
import { verify } from '../../src/ledger/verify.ts';
import { listFiles } from '../../src/ship/files.ts';
import { planted, strings } from '../support/own-content.ts';
import { copyProject, ownEnvironment, root } from './project.ts';

/** Said behind every text. No number in it, so that figures still agree; each format has something in it to stumble over. */
const HOSTILE =
	' hostile "><script>alert()</script><img src=x onerror=alert()> \' & ]]> --> {x} `y` \r\nBEGIN:VEVENT\r\nX-Hostile: a\n---\n# hostile\n=cmd()';

/** Plants the text everywhere the schemas and the ledger let it pass. */
function spoil(content: Content): { readonly entries: readonly Entry[]; readonly count: number } {
	const spared = new Set<string>();
	const key = (entry: Pick<Entry, 'kind' | 'id'>, path: Path) => `${entry.kind}/${entry.id}/${path.join('/')}`;
	for (;;) {
		let count = 0;
		const entries = content.entries.entries.map((entry) => {
			const result = planted(entry, (text, path) => (spared.has(key(entry, path)) ? text : `${text}${HOSTILE}`));
			count += result.count;
			return { ...entry, data: result.data };
		});
		const problems = verify({ ...content.entries, entries }).filter(({ severity }) => severity === 'error');
		if (problems.length === 0) return { entries, count: count - spared.size };
		const before = spared.size;
		for (const { kind, id, path } of problems) {
			// A problem may be said of the whole record; then its nearest texts are spared.
			for (const entry of entries)
				if (entry.kind === kind && entry.id === id)
					for (const text of strings(entry.data))
						if (path.every((step, index) => text.path[index] === step)) spared.add(key(entry, text.path));
		}
		if (spared.size === before) throw new Error(`${problems[0]?.kind} ${problems[0]?.id}: ${problems[0]?.message}`);
	}
}

/** Writes the records back to their files. */
async function writeContent(folder: string, content: Content, entries: readonly Entry[]): Promise<void> {
	const byFile = Map.groupBy(entries, (entry) => content.homes.get(`${entry.kind}/${entry.id}`)?.file.path ?? '');
	for (const [path, list] of byFile) {
		const [first] = list;
		if (!first) continue;
		const inList = (content.homes.get(`${first.kind}/${first.id}`)?.prefix.length ?? 0) > 0;
		const data = inList ? list.map(({ id, data: own }) => ({ id, ...(own as object) })) : first.data;
		// One line a text: a line of dashes inside one would end the front matter.
		const yaml = stringify(data, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 });
		await writeFile(join(folder, path), first.body === undefined ? yaml : `---\n${yaml}---\n${first.body}`);
	}
}

let folder = '';
let files: readonly string[] = [];
let count = 0;
beforeAll(async () => {
	folder = await copyProject();
	const content = readContent(folder);
	const spoilt = spoil(content);
	count = spoilt.count;
	await writeContent(folder, content, spoilt.entries);
	const script = join(folder, 'unchecked.ts');
	await writeFile(script, await readFile(join(import.meta.dirname, 'unchecked.ts')));
	const node = join(root, 'node_modules', '.bin', 'node');
	const { status, stderr, stdout } = spawnSync(node, [script, folder, join(folder, 'dist')], {
		cwd: folder,
		env: ownEnvironment(),
		encoding: 'utf8',
	});
	if (status !== 0) throw new Error(`${stdout}${stderr}`.slice(0, 4000));
	files = listFiles(join(folder, 'dist'));
});
afterAll(() => rm(folder, { recursive: true }));

const ending = (extension: string) =>
	files
		.filter((file) => file.endsWith(`.${extension}`))
		.map((file) => ({ file, text: readFileSync(join(folder, 'dist', file), 'utf8') }));

describe('a hostile text in every field, on the whole site', () => {
	it('was planted in most texts', () => {
		expect(count).toBeGreaterThan(1500);
	});

	it('stays text in every page', () => {
		const faults: string[] = [];
		let seen = 0;
		for (const { file, text } of ending('html')) {
			const { document } = parseHTML(text);
			if (document.body.textContent.includes('<script>alert()</script>')) seen += 1;
			for (const element of document.querySelectorAll('*')) {
				const name = element.tagName.toLowerCase();
				if (name === 'script' && !element.hasAttribute('src') && element.getAttribute('type') !== 'application/ld+json')
					faults.push(`${file}: a script`);
				if (name === 'img' && element.getAttribute('src') === 'x') faults.push(`${file}: the image`);
				for (const { name: attribute, value } of element.attributes)
					if (/^on|^style$/i.test(attribute) || /^\s*javascript:/i.test(value) || !/^[a-z][\w:-]*$/i.test(attribute))
						faults.push(`${file}: ${name} ${attribute}`);
			}
			for (const script of document.querySelectorAll('script[type="application/ld+json"]'))
				JSON.parse(script.textContent);
			if (
				document.querySelectorAll('title').length < 1 ||
				document.querySelectorAll('main, body.embed, figure').length < 1
			)
				faults.push(`${file}: no content`);
		}
		expect(faults).toEqual([]);
		expect(seen).toBeGreaterThan(300);
	});

	it('leaves XML and SVG well-formed', () => {
		const all = [...ending('xml'), ...ending('svg')];
		expect(all.length).toBeGreaterThan(5);
		for (const { file, text } of all) expect(XMLValidator.validate(text), file).toBe(true);
	});

	it('leaves JSON readable and CSV square', () => {
		for (const { file, text } of ending('json')) expect(() => JSON.parse(text), file).not.toThrow();
		for (const { file, text } of ending('csv')) {
			const rows = parseCsv(text) as string[][];
			for (const row of rows) for (const cell of row) expect(cell, file).not.toMatch(/^[=+@\t\r]/);
		}
	});

	it('starts no event and no property in the calendar', () => {
		for (const { file, text } of ending('ics')) {
			const lines = text.split('\r\n');
			expect(
				lines.some((line) => /[\n\r]/.test(line)),
				file,
			).toBe(false);
			expect(
				lines.filter((line) => /^X-Hostile/i.test(line)),
				file,
			).toEqual([]);
			const starts = lines.filter((line) => line === 'BEGIN:VEVENT').length;
			expect(lines.filter((line) => line.startsWith('UID')).length, file).toBe(starts);
		}
	});

	it('adds no line to the files that set up hosts', () => {
		for (const { file, text } of [
			...ending('conf'),
			...ending('txt'),
			{ file: '_headers', text: readFileSync(join(folder, 'dist', '_headers'), 'utf8') },
		])
			expect(text, file).not.toContain('hostile');
	});
});
