import { expect, it } from 'vitest';
import { fixture, textOf } from '../../tests/desk/tree.ts';
import { diskOf } from './disk.ts';
import { readContent } from './read.ts';
import { withoutCopy } from './sources.ts';

const path = 'content/sources/gazette.yaml';
const gazette = `title: The bridge
publisher: Orla Gazette
kind: article
language: en
url: https://example.org/bridge
accessed: 2026-11-01
`;
const listed = (text: string) => withoutCopy(readContent('/', diskOf(new Map([...fixture(), [path, text]]))));

it('lists a source without an archived copy, with the address at which to save one', () => {
	expect(textOf('content/sources/report.yaml')).not.toContain('archived');
	expect(listed(gazette)).toContain('gazette\n    save: https://web.archive.org/save/https://example.org/bridge\n');
	expect(listed(`${gazette}archived: https://web.archive.org/web/2026/https://example.org/bridge\n`)).not.toContain(
		'gazette\n',
	);
});
