import { expect, it } from 'vitest';
import { checkWith } from '../../tests/desk/tree.ts';

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
