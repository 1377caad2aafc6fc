import { describe, expect, it } from 'vitest';
import { fixture, textOf } from '../../tests/desk/tree.ts';
import { checkContent } from './check.ts';
import { diskOf } from './disk.ts';
import { type Content, readContent } from './read.ts';
import { stub, stubKinds } from './stub.ts';

const today = '2026-11-22';
/** Each kind of figure: what is told of it, and what becomes of it. */
const KINDS = [
	['Two-thirds of the houses fell.', 'Two-thirds', 'value: 0.666666666666667'],
	['Prices rose by 0.65 points.', '0.65', 'value: 0.65'],
	['A 2.5-year-old girl was found.', '2.5', 'value: 2.5, unit: years'],
	['Then 23 to 25 were hurt.', '23 to 25', 'value: 23, qualifier: between, upper: 25'],
	['Some say between 33 to 35 were hurt.', '33 to 35', 'value: 33, qualifier: between, upper: 35'],
	['Nearly 1m stayed.', '1m', 'value: 1000000, qualifier: almost'],
	['More than $3bn is needed.', '3bn', 'value: 3000000000, qualifier: more than, unit: dollars'],
	['It was 1.5-2 million before.', '1.5-2 million', 'value: 1500000, qualifier: between, upper: 2000000'],
	['The road is 3½ km long.', '3½', 'value: 3.5, unit: km'],
	['Another 1 500 left.', '1 500', 'value: 1500'],
	['Almost half were children.', 'half', 'value: 0.5, qualifier: almost'],
	['Tens of thousands fled.', 'Tens of thousands', 'qualifier: not given'],
	['Scores were treated.', 'Scores', 'qualifier: not given'],
	['It froze at -5C.', '-5', ''],
	['The 46th Infantry Regiment fired.', '46th', 'Part of a name.'],
	['Resolution 2533 said so.', '2533', 'The number of a document.'],
	['It was 12.30 p.m. then.', '12.30', 'A time of day.'],
	['At 7:45 it began.', '7:45', 'A time of day.'],
	['They signed on 6 March 2020 at noon.', '6 March 2020', 'A date.'],
] as const;

const SEED = `On Monday 12 people came, and 12 people left again. A second report says about 1.4 million came.
Dozens stayed. On Tuesday 12 people came as well; several thousand were “displaced” by then.
`;

const contentWith = (changes: ReadonlyMap<string, string> = new Map()): Content =>
	readContent('/', diskOf(new Map([...fixture(), ...changes])));

/** What the desk says of the fixture with the files of a stub in it. */
function checked(files: ReadonlyMap<string, string>, changes: ReadonlyMap<string, string> = new Map()) {
	return checkContent(contentWith(new Map([...changes, ...files])));
}

describe('stub', () => {
	it.each(stubKinds)('of a new %s has no other fault than what is still to be written', (kind) => {
		const made = stub(contentWith(), kind, 'new-one', today);
		if (!made.ok) throw new Error(made.message);
		const { findings, ok } = checked(made.files);
		expect(findings.filter(({ severity, rule }) => severity === 'error' && rule !== 'stub')).toEqual([]);
		expect(findings.map(({ rule }) => rule)).toContain('stub');
		// It stays out of the published site, so it stops nothing.
		expect(ok).toBe(true);
	});

	it('of a second claim goes behind the first', () => {
		const one = stub(contentWith(), 'claim', 'one', today);
		if (!one.ok) throw new Error(one.message);
		const two = stub(contentWith(one.files), 'claim', 'two', today);
		if (!two.ok) throw new Error(two.message);
		expect(new Set(checked(two.files).findings.map(({ rule }) => rule))).toEqual(new Set(['stub']));
		expect(two.files.get('content/claims/new.yaml')).toMatch(/- id: one[\s\S]*- id: two/);
	});

	it('refuses an id that is none, is taken, or a seed for what has none', () => {
		expect(stub(contentWith(), 'actor', 'Not An Id', today)).toMatchObject({ ok: false });
		expect(stub(contentWith(), 'actor', 'torv', today)).toMatchObject({
			ok: false,
			message: expect.stringContaining('content/actors/torv.yaml'),
		});
		expect(stub(contentWith(), 'actor', 'new-one', today, 'report.txt')).toMatchObject({ ok: false });
	});

	it('says what must be there first', () => {
		const empty = readContent('/', diskOf(new Map([['content/terms.yaml', '']])));
		expect(stub(empty, 'claim', 'x', today)).toMatchObject({
			ok: false,
			message: expect.stringContaining('source'),
		});
		expect(stub(empty, 'chart', 'x', today)).toMatchObject({
			ok: false,
			message: expect.stringContaining('series'),
		});
	});
});

describe('stub of a seed', () => {
	const put = new Map([['seeds/other.txt', SEED]]);

	it('lists every figure with its line, and a claim for each that waits to be written', () => {
		const made = stub(contentWith(put), 'source', 'other', today, 'seeds/other.txt');
		if (!made.ok) throw new Error(made.message);
		const { findings, summary } = checked(made.files, put);
		expect(findings.filter(({ severity, rule }) => severity === 'error' && rule !== 'stub')).toEqual([]);
		const words = summary.notes.find((note) => note.startsWith('seed other: '));
		// What is no figure is set aside with its reason; each figure waits in a claim.
		expect(made.files.get('content/sources/other.yaml')).toMatch(/setAside:\n {2}- text: ".*"\n {4}reason: /);
		const figures = Number(/ of (\d+) figures/.exec(words ?? '')?.[1]);
		expect(words).toContain(
			`1 of ${figures} figures accounted for; ${figures - 1} stubs wait in content/claims/other.yaml`,
		);
		expect(made.notes.join('\n')).toContain('line 1: 1.4 million');
		expect(made.notes.join('\n')).toMatch(/line 2: Dozens: “Dozens stayed\.”/);
	});

	it.each(KINDS)('reads “%s” once and whole', (sentence, told, becomes) => {
		const seeds = new Map([['seeds/other.txt', sentence]]);
		const made = stub(contentWith(seeds), 'source', 'other', today, 'other.txt');
		if (!made.ok) throw new Error(made.message);
		expect(made.notes.filter((line) => line.startsWith('  line '))).toEqual([`  line 1: ${told}: “${sentence}”`]);
		const { findings, ok } = checked(made.files, seeds);
		expect([ok, new Set(findings.map(({ rule }) => rule))]).toEqual([true, new Set(['stub'])]);
		const source = made.files.get('content/sources/other.yaml');
		const claims = made.files.get('content/claims/other.yaml');
		if (/\.$/.test(becomes))
			expect([claims, source]).toEqual([undefined, expect.stringContaining(`reason: ${becomes}`)]);
		else if (becomes === '') expect(claims).not.toContain('quantity:');
		else expect(claims).toContain(`quantity: { ${becomes} }`);
	});

	it('guesses measure and speaker from the words beside the figure', () => {
		const seeds = new Map([['seeds/other.txt', 'Ana Torv said that 12 people were hurt.']]);
		const made = stub(contentWith(seeds), 'source', 'other', today, 'other.txt');
		if (!made.ok) throw new Error(made.message);
		expect(made.files.get('content/claims/other.yaml')).toMatch(
			/measure: injured {2}# To be written[\s\S]*quantity: \{ value: 12 \}\n {2}saidBy: torv {2}# To be written/,
		);
	});

	it('stops only what uses it', () => {
		const page = 'content/explainers/the-bridge.mdx';
		const made = stub(contentWith(put), 'source', 'other', today, 'other.txt');
		if (!made.ok) throw new Error(made.message);
		const [, id = ''] = /- id: (\S+)/.exec(made.files.get('content/claims/other.yaml') ?? '') ?? [];
		const use = (words: string) => new Map([...put, [page, `${textOf(page)}\n${words}\n`]]);
		expect(checked(made.files, put).ok).toBe(true);
		const report = checked(made.files, use(`It held <Claim id="${id}"/> people.`));
		expect(report.ok).toBe(false);
		expect(report.findings.filter(({ severity }) => severity === 'error')).toMatchObject([
			{ rule: 'stub', path: page, message: `the claim "${id}" is still to be written` },
		]);
		// The cause comes first, with how much waits for it.
		expect(report.findings[0]).toMatchObject({
			path: 'content/claims/other.yaml',
			message: expect.stringMatching(/; places elsewhere that wait for it: 1$/),
		});
		// And the site is made without it.
		const { entries, seeds } = contentWith(new Map([...put, ...made.files])).entries;
		expect(entries.some((entry) => entry.id === id || entry.id === 'other')).toBe(false);
		expect([...seeds.keys()]).toEqual(['report.txt']);
	});

	it('refuses a file that is not there or has its source', () => {
		expect(stub(contentWith(), 'source', 'x', today, 'gone.txt')).toMatchObject({
			ok: false,
			message: expect.stringContaining('report.txt'),
		});
		expect(stub(contentWith(), 'source', 'x', today, 'report.txt')).toMatchObject({
			ok: false,
			message: expect.stringContaining('"report"'),
		});
	});
});
