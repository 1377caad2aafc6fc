import { expect, it } from 'vitest';
import { fixture } from '../../tests/desk/tree.ts';
import { example } from '../../tests/support/example-ledger.ts';
import { buildLedger } from '../ledger/build.ts';
import { diskOf } from './disk.ts';
import { outlineOf } from './outline.ts';
import { asRead } from './passage.ts';
import { readContent } from './read.ts';

const ledger = buildLedger(example());
const PAGE = 'content/explainers/the-bridge.mdx';

/** The first passage below the front matter of a page with this text. */
function passageOf(body: string) {
	const files = new Map(fixture()).set(PAGE, `---\ntitle: a\n---\n\n${body}\n`);
	const file = readContent('/', diskOf(files)).files.find(({ path }) => path === PAGE);
	const outline = file && outlineOf(file);
	const passage = outline?.passages[0];
	if (!passage) throw new Error('There is no passage.');
	return passage;
}

it('gives the words that a reader sees, and the way back to where each was written', () => {
	const body =
		'By <Actor id="observatory"/>: <Claim id="killed-spokesman">so *many*</Claim>, <Term id="gone"/> or <Claim id="killed-spokesman"/> dead.';
	const passage = passageOf(body);
	expect(passage.text).toBe('By \uFFFC: so many, \uFFFC or \uFFFC dead.');
	const { text, marks, place } = asRead(ledger, passage);
	expect(text).toBe('By The Observatory: so many, \uFFFC or more than 50 dead.');
	expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual([
		'The Observatory',
		'so many',
		'\uFFFC',
		'more than 50',
	]);
	const written = (words: string) => body.slice(place(text.indexOf(words)).column - 1);
	expect(written('By')).toMatch(/^By <Actor/);
	expect(written('Observatory')).toMatch(/^<Actor/);
	expect(written('many')).toMatch(/^many\*/);
	expect(written('50')).toMatch(/^<Claim id="killed-spokesman"\/>/);
	expect(written('dead')).toBe('dead.');
});
