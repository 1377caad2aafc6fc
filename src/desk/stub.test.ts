import { describe, expect, it } from 'vitest';
import { fixture } from '../../tests/desk/tree.ts';
import { checkContent } from './check.ts';
import { diskOf } from './disk.ts';
import { type Content, readContent } from './read.ts';
import { stub, stubKinds } from './stub.ts';

const today = '2026-11-22';
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
		const made = stub(contentWith(), kind, 'new-one', { today });
		if (!made.ok) throw new Error(made.message);
		const { findings, ok } = checked(made.files);
		expect(findings.filter(({ severity, rule }) => severity === 'error' && rule !== 'stub')).toEqual([]);
		expect(findings.map(({ rule }) => rule)).toContain('stub');
		// A draft stays out of the published site, so it stops nothing.
		expect(ok).toBe(kind === 'explainer');
	});

	it('of a second claim goes behind the first', () => {
		const one = stub(contentWith(), 'claim', 'one', { today });
		if (!one.ok) throw new Error(one.message);
		const two = stub(contentWith(one.files), 'claim', 'two', { today });
		if (!two.ok) throw new Error(two.message);
		expect(new Set(checked(two.files).findings.map(({ rule }) => rule))).toEqual(new Set(['stub']));
		expect(two.files.get('content/claims/new.yaml')).toMatch(/- id: one[\s\S]*- id: two/);
	});

	it('refuses an id that is none, is taken, or a seed for what has none', () => {
		expect(stub(contentWith(), 'actor', 'Not An Id', { today })).toMatchObject({ ok: false });
		expect(stub(contentWith(), 'actor', 'torv', { today })).toMatchObject({
			ok: false,
			message: expect.stringContaining('content/actors/torv.yaml'),
		});
		expect(stub(contentWith(), 'actor', 'new-one', { today, seed: 'report.txt' })).toMatchObject({ ok: false });
	});

	it('says what must be there first', () => {
		const empty = readContent('/', diskOf(new Map([['content/terms.yaml', '']])));
		expect(stub(empty, 'claim', 'x', { today })).toMatchObject({
			ok: false,
			message: expect.stringContaining('source'),
		});
		expect(stub(empty, 'chart', 'x', { today })).toMatchObject({
			ok: false,
			message: expect.stringContaining('series'),
		});
	});
});

describe('stub of a seed', () => {
	const put = new Map([['seeds/other.txt', SEED]]);

	it('lists every figure with its line, and a claim for each that waits to be written', () => {
		const made = stub(contentWith(put), 'source', 'other', { today, seed: 'seeds/other.txt' });
		if (!made.ok) throw new Error(made.message);
		const { findings, summary } = checked(made.files, put);
		expect(findings.filter(({ severity, rule }) => severity === 'error' && rule !== 'stub')).toEqual([]);
		const seed = summary.seeds.find(({ name }) => name === 'other');
		// What is no figure is set aside with its reason; each figure waits in a claim.
		expect(seed?.accounted).toBe(1);
		expect(made.files.get('content/sources/other.yaml')).toMatch(/setAside:\n {2}- text: ".*"\n {4}reason: /);
		expect(seed?.stubs).toEqual(new Map([['content/claims/other.yaml', (seed?.figures ?? 0) - 1]]));
		expect(made.notes.join('\n')).toContain('line 1: 1.4 million');
		expect(made.notes.join('\n')).toMatch(/line 2: Dozens: “Dozens stayed\.”/);
	});

	it('refuses a file that is not there or has its source', () => {
		expect(stub(contentWith(), 'source', 'x', { today, seed: 'gone.txt' })).toMatchObject({
			ok: false,
			message: expect.stringContaining('report.txt'),
		});
		expect(stub(contentWith(), 'source', 'x', { today, seed: 'report.txt' })).toMatchObject({
			ok: false,
			message: expect.stringContaining('"report"'),
		});
	});
});
