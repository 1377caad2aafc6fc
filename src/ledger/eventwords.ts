import type { eventKinds } from './schemas/ceasefire.ts';

/** What an event of each kind is called wherever kinds are listed: in text, tables and drawings alike. */
export const eventWords: Readonly<Record<(typeof eventKinds)[number], string>> = {
	trigger: 'Before the deal',
	agreed: 'The deal',
	'in force': 'The deal',
	implementation: 'Carried out',
	violation: 'Breach',
	reaction: 'Reaction',
	collapse: 'Collapse',
};
