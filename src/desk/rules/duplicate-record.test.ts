import { describe, expect, it } from 'vitest';
import { checkWith, textOf } from '../../../tests/desk/tree.ts';

const twice = (changes: Readonly<Record<string, string>>) =>
	checkWith(changes).findings.filter(({ rule }) => rule === 'duplicate-record');

describe('duplicate-record', () => {
	it('finds an id in two files and names the first', () => {
		const path = 'content/claims/more.yaml';
		const [found] = twice({ [path]: textOf('content/claims/bridge.yaml').split('- id: injured-rescue')[0] ?? '' });
		expect(found).toMatchObject({ path, line: 1, message: expect.stringContaining('content/claims/bridge.yaml:1') });
	});

	it('finds the same statement for the same measure', () => {
		const path = 'content/claims/bridge.yaml';
		expect(
			twice({
				[path]: textOf(path).replace(
					'The Gazette wrote that the watchman had warned of cracks.',
					'The mayor spoke of a bad day.',
				),
			}),
		).toHaveLength(1);
	});

	it('finds a map and a chart at one address', () => {
		const path = 'content/maps/residents.yaml';
		const [found] = twice({ [path]: textOf('content/maps/valley.yaml') });
		expect(found?.message).toMatch(/has the same address, \/charts\/residents\/$/);
	});
});
