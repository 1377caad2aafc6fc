import { expect, it } from 'vitest';
import { checkWith, textOf } from '../../tests/desk/tree.ts';

const keys = (count: number): string => Array.from({ length: count }, (_, at) => `k${at}: 1`).join('\n');

it('tells of many keys, records or faults of a list once or in part, and throws for none', () => {
	const told = (file: string, text: string) => checkWith({ [file]: text }).findings.filter(({ path }) => path === file);
	expect(told('content/maps/many.yaml', keys(1000)).filter(({ rule }) => rule === 'unknown-key')).toMatchObject([
		{ message: 'there are 1000 keys here that are none of a map' },
	]);
	expect(told('content/claims/many.yaml', '- 1\n'.repeat(5001))).toHaveLength(1);
	expect(told('content/maps/many.yaml', 'title: x\n'.repeat(1000))).toHaveLength(100);
	expect(told('content/maps/many.yaml', `sources: [${'0,'.repeat(130_000)}]`).length).toBeLessThanOrEqual(1000);
});

it('tells of a name that is too long to be looked for, and looks for the others', () => {
	const name = `name: ${'x'.repeat(1_000_000)}`;
	const { findings } = checkWith({
		'content/places/vell.yaml': textOf('content/places/vell.yaml').replace(/^name: .*/m, name),
		'content/names.yaml': `- 3 ${'x'.repeat(300)}\n`,
	});
	expect(findings.map(({ message }) => message)).toEqual(
		expect.arrayContaining(['a name has 200 characters at most', 'this is not a list of names']),
	);
});

it('reads a line of many spaces or number signs once', () => {
	const file = 'content/places/vell.yaml';
	const line = (value: string) => textOf(file).replace(/^name: .*/m, `name: ${value}`);
	for (const value of [`x${' '.repeat(300_000)}y`, `x${' #'.repeat(300_000)}`])
		expect(checkWith({ [file]: line(value) }).findings.length).toBeGreaterThan(0);
});
