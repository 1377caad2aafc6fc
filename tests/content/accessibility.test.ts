import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { siteOf } from '../../src/ledger/ledger.ts';
import { ownLedger } from '../support/own-content.ts';

const root = join(import.meta.dirname, '../..');
const { checked = [] } = siteOf(ownLedger()).accessibility ?? {};

it('the statement on accessibility names tests', () => {
	expect(checked.length).toBeGreaterThan(10);
});

it.each(checked)('“$what” is what a test checks', ({ file, test }) => {
	const path = join(root, file);
	expect(existsSync(path), file).toBe(true);
	expect(readFileSync(path, 'utf8')).toContain(test);
});
