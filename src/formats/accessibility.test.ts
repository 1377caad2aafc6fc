import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseDate } from '../ledger/date.ts';
import { checked, looked } from './accessibility.ts';

const root = join(import.meta.dirname, '../..');

it.each(checked)('“$what” is what a test checks', ({ file, test }) => {
	const path = join(root, file);
	expect(existsSync(path), file).toBe(true);
	expect(readFileSync(path, 'utf8')).toContain(test);
});

it('says of each look on which day it was', () => {
	expect(looked.filter(({ date }) => !parseDate(date).ok)).toEqual([]);
});
