import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';

it('_headers stays within what Cloudflare Pages reads: 100 rules, 2,000 characters a line', () => {
	const lines = readFileSync(join(inject('site').folder, '_headers'), 'utf8').split('\n');
	const rules = lines.filter((line) => line.startsWith('/'));
	expect(rules).toContain('/*');
	expect(rules.length).toBeLessThanOrEqual(100);
	expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(2000);
});
