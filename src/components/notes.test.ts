import { expect, test } from 'vitest';
import { example } from '../../tests/support/example-ledger.ts';
import { drawFigure, figureIds } from '../charts/figures.ts';
import { mentionId } from '../ledger/link.ts';
import { buildLedger } from '../ledger/verify.ts';
import { bodyProse, markFirst, notesOf, PageNotes } from './notes.ts';

test('figures are numbered by first mention, once each; names carry no number', () => {
	const notes = new PageNotes([
		'<Claim id="b"/> <Term id="t"/>',
		'<Value of="held" as="exact"/>, <Claim id="a">x</Claim> <Claim id="b"/>',
	]);
	expect(notes.figures.map(({ id, number }) => `${number} ${id}`)).toEqual(['1 note-1', '2 note-2', '3 note-3']);
	expect(notes.at({ type: 'value', attributes: { as: 'words', of: 'held' } }).number).toBe(2);
	expect(notes.at({ type: 'term', id: 't' })).toEqual({ id: 'note-term-t', subject: { type: 'term', id: 't' } });
	expect(notes.at({ type: 'claim', id: 'c' }).number).toBe(4);
});

test('a page has one set of notes, however often it is asked for', () => {
	const locals = {};
	const notes = notesOf(locals, ['<Claim id="a"/>']);
	expect(notesOf(locals)).toBe(notes);
});

test('the words of a chart stand where the chart does', () => {
	const ledger = buildLedger(example());
	const [id = ''] = figureIds(ledger);
	const { title, summary } = drawFigure(ledger, id);
	const body = `<Claim id="a"/>\n\n<Chart id="${id}"/>\n\n<Aside>\n\n<Claim id="b">x</Claim>\n\n</Aside>\n`;
	const prose = bodyProse(ledger, { body });
	expect(prose).toHaveLength(5);
	expect(prose.slice(1, 3)).toEqual([title, summary]);
	const found = new PageNotes(prose).figures.map(({ subject }) => ('id' in subject ? subject.id : ''));
	expect(found.filter((one) => one === 'a' || one === 'b')).toEqual(['a', 'b']);
});

test('the first mention of a claim can be linked to; of a name only the first is a link', () => {
	const claim = '<span class="ref ref-claim" data-claim="a">5</span>';
	const name = (words: string) => `<a class="ref ref-actor" href="x" data-note="note-actor-n">${words}</a>`;
	const html = markFirst(`${claim}${name('The Group')}${claim}${name('the Group')}`);
	expect([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual([mentionId('a')]);
	expect(html).toContain(`${name('The Group')}`);
	expect(html.endsWith('</span>the Group')).toBe(true);
});
