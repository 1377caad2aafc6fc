import { expect, test } from 'vitest';
import { mentionId } from '../ledger/link.ts';
import { type Mentions, markFirst, mention, numberNotes } from './notes.ts';

const control = (place: number, before = '') =>
	`${before}<button type="button" class="ref-number" popovertarget="${place}" aria-label="5, disputed: source">≠</button>`;

test('figures are numbered as they stand on the page, once each; names carry no number', () => {
	const locals: { mentions?: Mentions } = {};
	const exact = mention(locals, { type: 'value', attributes: { of: 'held', as: 'exact' } });
	const term = mention(locals, { type: 'term', id: 't' });
	const claim = mention(locals, { type: 'claim', id: 'b' });
	expect(mention(locals, { type: 'value', attributes: { as: 'words', of: 'held' } })).toBe(exact);
	expect(new Set([exact, term, claim]).size).toBe(3);

	const { html, figures, words } = numberNotes(control(claim, 'b') + control(exact, 'e') + control(claim), locals);
	expect(figures).toEqual([
		{ id: 'note-1', subject: { type: 'claim', id: 'b' }, number: 1 },
		{ id: 'note-2', subject: { type: 'value', attributes: { of: 'held', as: 'exact' } }, number: 2 },
	]);
	expect(words).toEqual([{ id: 'note-term-t', subject: { type: 'term', id: 't' } }]);
	expect([...html.matchAll(/popovertarget="([^"]*)" aria-label="([^"]*)">([^<]*)</g)].map(([, ...one]) => one)).toEqual(
		[
			['note-1', '5, disputed: source 1', '[1≠]'],
			['note-2', '5, disputed: source 2', '[2≠]'],
			['note-1', '5, disputed: source 1', '[1≠]'],
		],
	);
});

test('words of a text that look like a control, or name nothing, stay as they are', () => {
	const html = `<p title='${control(0)}'>${control(0).replaceAll('<', '&lt;')}</p>${control(7)}`;
	expect(numberNotes(html, { mentions: new Map([['x', { type: 'claim', id: 'x' }]]) })).toMatchObject({
		html,
		figures: [],
	});
});

test('the first mention of a claim can be linked to; of a name only the first is a link', () => {
	const claim = '<span class="ref ref-claim" data-claim="a">5</span>';
	const name = (words: string) => `<a class="ref ref-actor" href="x" data-note="note-actor-n">${words}</a>`;
	const html = markFirst(`${claim}${name('The Group')}${claim}${name('the Group')}`);
	expect([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual([mentionId('a')]);
	expect(html).toContain(`${name('The Group')}`);
	expect(html.endsWith('</span>the Group')).toBe(true);
});
