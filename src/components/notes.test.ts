import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mentionId } from '../formats/backlinks.ts';
import { noteId, noteSubject, numberNotes, valueNoteId } from './notes.ts';

const word = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/);

test('an id says what its note is about', () => {
	fc.assert(
		fc.property(fc.constantFrom('claim' as const, 'term' as const, 'actor' as const), word, (type, id) => {
			expect(noteSubject(noteId(type, id))).toEqual({ type, id });
		}),
	);
	fc.assert(
		fc.property(
			fc.dictionary(fc.constantFrom('of', 'series', 'date', 'minus'), word, { minKeys: 1, noNullPrototype: true }),
			(attributes) => {
				expect(noteSubject(valueNoteId(attributes))).toEqual({ type: 'value', attributes });
			},
		),
	);
});

test('notes are numbered by first mention, once each', () => {
	const ref = (id: string) => `<button popovertarget="${id}">x<sup>{{${id}}}</sup></button>`;
	const term = '<button popovertarget="note-term-t">t</button>';
	const page = numberNotes([ref('note-claim-b'), term, ref('note-claim-a'), ref('note-claim-b')].join(' '));
	expect(page.figures).toEqual(['note-claim-b', 'note-claim-a']);
	expect(page.words).toEqual(['note-term-t']);
	expect([...page.html.matchAll(/<sup>(\d)<\/sup>/g)].map(([, n]) => n)).toEqual(['1', '2', '1']);
});

test('the first mention of a claim on a page can be linked to', () => {
	const ref = (id: string) => `<button popovertarget="${id}">x</button>`;
	const { html } = numberNotes([ref('note-claim-a'), ref('note-claim-a'), ref('note-term-b')].join(''));
	expect([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual([mentionId('a')]);
});
