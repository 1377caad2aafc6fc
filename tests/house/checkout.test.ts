import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { check } from '../../src/desk/check.ts';
import { fixtureRoot } from '../desk/tree.ts';

const attributes = new URL('../../.gitattributes', import.meta.url).pathname;

it('a clone with core.autocrlf=true holds the same bytes, so that the desk has nothing to say', () => {
	const folder = mkdtempSync(join(tmpdir(), 'checkout-'));
	const git = (...args: readonly string[]) =>
		execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', '-c', 'core.autocrlf=true', ...args], {
			cwd: folder,
			stdio: 'pipe',
		});
	try {
		const [source, clone] = [join(folder, 'source'), join(folder, 'clone')];
		cpSync(fixtureRoot, source, { recursive: true });
		cpSync(attributes, join(source, '.gitattributes'));
		git('init', '--quiet', source);
		git('-C', source, 'add', '.');
		git('-C', source, 'commit', '--quiet', '--message', 'x');
		git('clone', '--quiet', '--config', 'core.autocrlf=true', source, clone);
		expect(check(clone).findings).toEqual([]);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
