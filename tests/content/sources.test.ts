import { describe, expect, it } from 'vitest';
import { claims, deals, folder, records, textOf } from '../support/second-reading.ts';

interface Source {
	readonly publisher: string;
	readonly kind: string;
	readonly url?: string;
	readonly readIn?: string;
}
const sources = records<Source>('sources');
const encyclopaedias = new Set([...sources].filter(([, { publisher }]) => publisher === 'Wikipedia').map(([id]) => id));

/** Sites that spread what is known to be false, and copies of encyclopaedias. */
const NO_SOURCE =
	/(?:^|\.)(?:voltairenet\.org|sott\.net|globalresearch\.ca|zerohedge\.com|southfront\.\w+|infowars\.com|beforeitsnews\.com|popflock\.com|alchetron\.com|wikizero\.\w+)$/;

describe('what the site rests on', () => {
	it('is no encyclopaedia where something is claimed, counted or told of a deal', () => {
		expect(encyclopaedias.size).toBeGreaterThan(0);
		const used = [
			...claims.map(({ id, source }) => [id, source] as const),
			...deals.flatMap(({ id }) =>
				[...encyclopaedias]
					.filter((one) => textOf(`ceasefires/${id}.yaml`).includes(one))
					.map((one) => [id, one] as const),
			),
			...folder('series').flatMap((file) =>
				[...encyclopaedias].filter((one) => textOf(`series/${file}`).includes(one)).map((one) => [file, one] as const),
			),
		];
		expect(used.filter(([, source]) => encyclopaedias.has(source))).toEqual([]);
	});

	it.each(['actors', 'places'])('is never an encyclopaedia alone: %s', (name) => {
		const alone = [...records<{ readonly sources: readonly string[] }>(name)].filter(
			([, { sources: list }]) => list.length > 0 && list.every((id) => encyclopaedias.has(id)),
		);
		expect(alone.map(([id]) => id)).toEqual([]);
	});

	it('is no site that is known for what is false', () => {
		expect('www.voltairenet.org').toMatch(NO_SOURCE);
		const poor = [...sources].filter(([, { url }]) => url !== undefined && NO_SOURCE.test(new URL(url).hostname));
		expect(poor.map(([id]) => id)).toEqual([]);
	});

	it('was not read at its publisher’s where it was read in a copy', () => {
		const untrue = claims.filter(
			({ source, confidence }) =>
				sources.get(source)?.readIn !== undefined && /read on its own site|own page|own copy/.test(confidence.reason),
		);
		expect(untrue.map(({ id }) => id)).toEqual([]);
	});

	it('is a paper of the United Nations at their own address, by its number', () => {
		const elsewhere = [...sources].filter(([, { url = '' }]) => /docslib|derechos|pdfslide|kurd-chr/.test(url));
		// Of these two no number or address of the original is known.
		expect(elsewhere.map(([id]) => id)).toEqual(['ocha-2019-10-20-flash-8', 'un-2020-coi-january-truce']);
	});
});
