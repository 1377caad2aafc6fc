import { expect, it } from 'vitest';
import { fixture } from '../../tests/desk/tree.ts';
import { example } from '../../tests/support/example-ledger.ts';
import { buildLedger } from '../ledger/verify.ts';
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

it('gives the words that a reader sees, of a whole passage and of a part', () => {
	const passage = passageOf(
		'By <Actor id="observatory"/>: <Claim id="killed-spokesman">so *many*</Claim>, <Term id="gone"/> or <Claim id="killed-spokesman"/> dead.',
	);
	expect(passage.text).toBe('By \uFFFC: so many, \uFFFC or \uFFFC dead.');
	expect(asRead(ledger, passage)).toBe('By The Observatory: so many, \uFFFC or more than 50 dead.');
	expect(passage.marks.map(({ start, end }) => asRead(ledger, passage, start, end))).toEqual([
		'The Observatory',
		'so many',
		'\uFFFC',
		'more than 50',
	]);
});

it('knows the way back to where its words were written', () => {
	const body = 'By <Actor id="observatory">the *man*</Actor>: 5 &amp; 6 \\* 7.';
	const { text, place } = passageOf(body);
	const written = (words: string) => body.slice(place(text.indexOf(words)).column - 1);
	expect(text).toBe('By the man: 5 & 6 * 7.');
	expect(written('man')).toMatch(/^man\*/);
	expect(written('6')).toMatch(/^6 /);
	expect(written('7')).toBe('7.');
});
