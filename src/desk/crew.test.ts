import { expect, it } from 'vitest';
import { fixture, textOf } from '../../tests/desk/tree.ts';
import { checkContent } from './check.ts';
import { readTogether } from './crew.ts';
import { diskOf } from './disk.ts';
import { readContent, type Seen } from './read.ts';

it('finds the same together as alone, in every file', () => {
	const page = textOf('content/explainers/the-bridge.mdx');
	const files = new Map(fixture());
	for (let index = 0; index < 60; index++) {
		const broken = index % 3 === 0 ? `${page}\n\n<b>x${index}` : index % 3 === 1 ? page.replace('dek:', 'dek') : page;
		files.set(`content/explainers/page-${index}.mdx`, `${broken}\n\nIt \\*had\\* ${index} &amp; 90 rooms.\n`);
	}
	const disk = diskOf(files);
	const seen: Seen = new Map();
	readTogether(disk, seen, 10);
	const together = checkContent(readContent('/', disk, seen));
	const alone = checkContent(readContent('/', disk));
	expect(together.findings).toEqual(alone.findings);
	expect(together.summary).toEqual(alone.summary);
	expect(alone.findings.length).toBeGreaterThan(60);
});
