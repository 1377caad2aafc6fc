import { describe, expect, it } from 'vitest';
import { checkWith, textOf } from '../../../tests/desk/tree.ts';

describe('line-ending', () => {
	it('finds the ends of Windows and of old Macs, once for a file', () => {
		const path = 'content/places/vell.yaml';
		for (const end of ['\r\n', '\r']) {
			const { findings } = checkWith({ [path]: textOf(path).replaceAll('\n', end) });
			expect(findings.filter(({ rule }) => rule === 'line-ending')).toMatchObject([
				{ path, line: 1, message: expect.stringContaining('more in this file') },
			]);
		}
	});
});
