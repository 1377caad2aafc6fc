import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { writeEditorFiles } from '../../src/desk/editor.ts';
import { readContent } from '../../src/desk/read.ts';
import { kinds } from '../../src/ledger/kinds.ts';
import { schemas } from '../../src/ledger/schemas/index.ts';
import { derivedValues } from '../../src/ledger/values.ts';
import { components } from '../../src/prose/dialect.ts';
import { fixtureRoot } from '../desk/tree.ts';

interface Snippet {
	readonly prefix: string;
	readonly scope: string;
	readonly body: readonly string[];
}

const root = mkdtempSync(join(tmpdir(), 'snippets-'));
mkdirSync(join(root, '.vscode'));
writeEditorFiles({ ...readContent(fixtureRoot), root });
const [first = '', ...rest] = readFileSync(join(root, '.vscode/components.code-snippets'), 'utf8').split('\n');
const snippets = Object.values(JSON.parse(rest.join('\n')) as Readonly<Record<string, Snippet>>);
afterAll(() => rmSync(root, { recursive: true }));

/** What a snippet with this prefix, and this word in it, has to choose from. */
function offered(prefix: string, word = ''): readonly string[] {
	const bodies = snippets.filter((one) => one.prefix === prefix).map(({ body }) => body.join('\n'));
	const line = bodies.flatMap((body) => body.split('\n')).find((one) => one.includes(word)) ?? '';
	return /\$\{\d+\|(.*?)\|\}/.exec(line)?.[1]?.split(',') ?? [];
}

it('are marked as written by a command, and all that an editor is given', () => {
	expect(first).toContain('Written by npm run check');
	expect(snippets.length).toBeGreaterThan(components.length + kinds.length);
});

it('complete the ids and the words of attributes, in pages and in prose of records', () => {
	expect(offered('of=')).toEqual(derivedValues);
	expect(offered('id=', 'injured-rescue')).toContain('hospital');
	expect(offered('id=', 'torv')).toContain('rescue-service');
	expect(offered('about=')).toEqual(['bridge']);
	expect(offered('series=')).toEqual(['moved-away', 'residents']);
	expect(new Set(snippets.filter(({ prefix }) => prefix.endsWith('=')).map(({ scope }) => scope))).toEqual(
		new Set(['mdx,markdown,yaml']),
	);
});

it('write each component with what it needs', () => {
	expect(offered('claim', '<Claim')).toContain('injured-rescue');
	expect(offered('accounts', '<Accounts')).toEqual(['bridge']);
});

it('write the keys that a record needs, with the words of its schema', () => {
	expect(offered('source', 'kind:')).toEqual(schemas.source.shape.kind.options);
	expect(offered('ceasefire', 'covers:')).toEqual(['yes', 'partly', 'no']);
	const claim = snippets.find(({ prefix, body }) => prefix === 'claim' && body.length > 1);
	expect(claim?.body[0]).toBe('- id: $0');
	expect(offered('claim', '  about:')).toEqual(['bridge']);
});
