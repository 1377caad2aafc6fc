import { describe, expect, it } from 'vitest';
import { checkWith, textOf } from '../../../tests/desk/tree.ts';

const said = (path: string, from: string, to: string) =>
	checkWith({ [path]: textOf(path).replace(from, () => to) }).findings.filter(({ rule }) => rule === 'schema');

describe('schema', () => {
	it('says that a year alone needs quotes', () => {
		const [found] = said('content/sources/gazette.yaml', 'published: 2021-05-08', 'published: 2021');
		expect(found?.fix).toBe('Write "2021" in quotes.');
	});

	it('names the key that is missing, and what belongs there', () => {
		const [found] = said('content/sources/gazette.yaml', 'publisher: Orla Gazette\n', '');
		expect(found).toMatchObject({
			line: 1,
			message: 'publisher is missing',
			fix: expect.stringContaining('Who published it'),
		});
	});
});
