import type { Site } from '../../src/ledger/ledger.ts';

/** What a made-up site says of itself. */
export const exampleSite: Site = {
	id: 'site',
	title: 'Idlib, explained',
	description: 'What it is.',
	picture: 'A site.',
	made: 'By hand.',
	licence: 'CC BY 4.0',
	area: { name: 'Idlib', elsewhere: 'Elsewhere in Syria', place: 'idlib' },
	seeds: {},
	intros: { explainers: 'Texts.', ceasefires: 'Deals.', charts: 'Pictures.' },
	questions: [],
};
