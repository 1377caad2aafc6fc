import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { z } from 'zod';
import { schemas } from '../../src/ledger/schemas/index.ts';

interface Snippet {
	readonly prefix: string;
	readonly body: readonly string[];
}

const path = join(import.meta.dirname, '../../.vscode/records.code-snippets');
const snippets = Object.values(JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, Snippet>>);

/** Every closed list of a schema by the name of its key, those inside lists and groups included. */
function* lists(schema: z.core.$ZodType, name = ''): Generator<readonly [string, readonly string[]]> {
	const { def } = (schema as z.core.$ZodTypes)._zod;
	if (def.type === 'object') for (const [key, field] of Object.entries(def.shape)) yield* lists(field, key);
	else if (def.type === 'enum') yield [name, Object.values(def.entries).map(String)];
	else if (def.type === 'array') yield* lists(def.element, name);
	else if (def.type === 'union') for (const option of def.options) yield* lists(option, name);
	else if ('innerType' in def) yield* lists(def.innerType, name);
}

const known = Object.entries(schemas).flatMap(([kind, schema]) =>
	[...lists(schema)].map((list) => [kind, ...list] as const),
);
const offered = snippets.flatMap(({ prefix, body }) =>
	body.flatMap((line) => {
		const [, key, list] = /(kind|level|covers|type|endedCertainty): "?\$\{\d+\|(.+)\|\}/.exec(line) ?? [];
		const kind = prefix === 'event' ? 'ceasefire' : prefix;
		return key && list ? [[kind, key, list.split(',')] as const] : [];
	}),
);

it('snippets offer lists', () => {
	expect(offered.length).toBeGreaterThan(5);
});

it.each(offered)('the snippet of a %s offers each %s that its schema knows', (kind, key, list) => {
	expect(known.filter((one) => one[0] === kind && one[1] === key).map((one) => [...one[2]].sort())).toContainEqual(
		[...list].sort(),
	);
});
