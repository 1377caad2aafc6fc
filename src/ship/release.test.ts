import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { site } from '../../tests/desk/example/steps.ts';
import { fixtureRoot } from '../../tests/desk/tree.ts';
import { PUBLISHED } from '../desk/released.ts';
import { release } from './release.ts';

let root = '';
const place = (path: string) => join(root, path);
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'release-'));
	cpSync(fixtureRoot, root, { recursive: true });
	cpSync(site, place('content'), { recursive: true });
	const said = readFileSync(place('content/site.yaml'), 'utf8').replace(/^(?:publisher|contact):.*\n/gm, '');
	writeFileSync(place('content/site.yaml'), `${said}publisher: The Gazette\ncontact: mailto:a@a.example\n`);
});
afterEach(() => rmSync(root, { recursive: true }));

it('records what was built', async () => {
	const { addresses, added } = await release(root, 'https://a.example/', async () => undefined);
	expect(added).toBe(addresses);
	expect(readFileSync(place(PUBLISHED), 'utf8')).toContain('"injured-rescue"');
});

it('records nothing when the content, or the record, was changed while the site was built', async () => {
	const claims = 'content/claims/bridge.yaml';
	const broken = release(root, 'https://a.example/', async () => appendFileSync(place(claims), '\n- id: [\n'));
	await expect(broken).rejects.toThrow('content/ was changed while the site was built from it');
	expect(existsSync(place(PUBLISHED))).toBe(false);
	cpSync(join(fixtureRoot, claims), place(claims));
	const text = '{"addresses":["/other/"],"claims":{}}\n';
	const other = release(root, 'https://a.example/', async () => writeFileSync(place(PUBLISHED), text));
	await expect(other).rejects.toThrow('content/ was changed while the site was built from it');
	expect(readFileSync(place(PUBLISHED), 'utf8')).toBe(text);
});
