import { beforeAll, describe, expect, inject, it } from 'vitest';
import { actors, claims, records, type Said, speaker } from '../support/second-reading.ts';
import { across, readSite, type Site } from './pages.ts';

const publishers = records<{ readonly publisher: string }>('sources');
/** What a speaker is called: by the actor’s name, or by the house where a source speaks for itself. */
const nameOf = (claim: Said): string =>
	claim.saidBy === undefined
		? (publishers.get(claim.source)?.publisher ?? claim.source)
		: (actors.get(speaker(claim))?.name ?? speaker(claim));

let site: Site;
beforeAll(async () => {
	site = readSite(inject('site').folder);
});
const pageOf = (id: string) => site.pages.find(({ path }) => path === `/claims/${id}/`);
const speakersOn = (document: Document): readonly (readonly string[])[] =>
	[...document.querySelectorAll('.accounts')].map((section) =>
		[...section.querySelectorAll('.speaker')].map(({ textContent }) => textContent?.trim() ?? ''),
	);

describe('lists of accounts', () => {
	it('show no speaker as two, on any page', () => {
		const lists = site.pages.flatMap(({ document }) => speakersOn(document));
		expect(lists.length).toBeGreaterThan(20);
		expect(
			across(site, ({ document }) =>
				speakersOn(document).flatMap((list) => list.filter((name, at) => list.indexOf(name) !== at)),
			),
		).toEqual([]);
	});

	it('show those whom the files name, each once', () => {
		const groups = Map.groupBy(claims, ({ about, measure }) => `${about} ${measure}`);
		const wrong = [...groups.values()].flatMap((group) => {
			const wanted = [...new Set(group.map(nameOf))].sort();
			return group.flatMap(({ id }) => {
				const page = pageOf(id);
				if (!page) return [`${id} has no page`];
				const shown = speakersOn(page.document);
				return shown
					.filter((list) => [...list].sort().join() !== wanted.join())
					.map((list) => `${id}: ${list.join(', ')}`);
			});
		});
		expect(wrong).toEqual([]);
	});
});

describe('a count that somebody passed on', () => {
	const relayed = claims.filter(({ relayedBy, quantity }) => relayedBy !== undefined && quantity !== undefined);
	it.each(relayed)('$id names both on its page', ({ id, saidBy = '', relayedBy = '' }) => {
		const text = pageOf(id)?.document.body.textContent?.replace(/\s+/g, ' ') ?? '';
		const [one, other] = [saidBy, relayedBy].map(
			(actor) => actors.get(actor)?.short ?? actors.get(actor)?.name ?? actor,
		);
		expect(text).toMatch(new RegExp(`${one}’s? count, in (?:the )?${other}’s? report`, 'i'));
	});
});
