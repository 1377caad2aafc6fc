import { expect, it } from 'vitest';
import { fixture } from '../../tests/desk/tree.ts';
import { proseOf } from '../ledger/checks/inline.ts';
import { kinds } from '../ledger/problem.ts';
import { examine } from '../ledger/verify.ts';
import { diskOf } from './disk.ts';
import { fields } from './field.ts';
import { readContent } from './read.ts';

it('has references live in the fields where the ledger reads them', () => {
	const { ledger } = examine(readContent('/', diskOf(fixture())).entries);
	const read = new Set(
		[...proseOf(ledger)].flatMap(({ kind, path: [...path] }) =>
			path[0] === 'body' ? [] : [`${kind} ${path.map((key) => (typeof key === 'number' ? '*' : key)).join('.')}`],
		),
	);
	const live = kinds.flatMap((kind) => fields[kind].flatMap((field) => (field.live ? [`${kind} ${field.path}`] : [])));
	// No page of the fixture has key points.
	expect([...read, 'page summary.*'].sort()).toEqual([...live].sort());
});
