import { expect, inject, it } from 'vitest';
import { across, readSite } from './pages.ts';

const squeezed = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

it('every word that opens a note is heard whole, with what it opens', async () => {
	const site = await readSite(inject('site').folder);
	let seen = 0;
	const wrong = across(site, function* ({ document }) {
		for (const button of document.querySelectorAll('button.ref')) {
			seen += 1;
			const number = button.querySelector('.ref-number')?.textContent ?? '';
			const own = squeezed(button.textContent?.replace(number, ''));
			// Words that stand right before the button, or before what binds it to the next mark, are the first part of its own.
			const split = (button.closest('.bound') ?? button).previousSibling as Element | null;
			const before = split?.nodeType === 1 && split.matches('span.ref[aria-hidden]') ? `${split.textContent} ` : '';
			const name = squeezed(button.getAttribute('aria-label'));
			const words = squeezed(`${before}${own}`);
			if (!name.startsWith(`${words}: `)) yield `“${words}” is named “${name}”`;
		}
	});
	expect(wrong).toEqual([]);
	expect(seen).toBeGreaterThan(100);
});
