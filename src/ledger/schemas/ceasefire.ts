import { z } from 'zod';
import { correction, date, flag, group, groups, maybe, pointDate, prose, ref, text, time, words } from './fields.ts';

export const ceasefireTypes = [
	'bilateral',
	'unilateral',
	'guarantor agreement',
	'Security Council demand',
	'between opposition groups',
] as const;

/** What each type means, as a reader is told. */
export const typeWords: Readonly<Record<(typeof ceasefireTypes)[number], string>> = {
	bilateral: 'put to two sides',
	unilateral: 'announced by one side',
	'guarantor agreement': 'agreed by outside guarantors',
	'Security Council demand': 'demanded by the Security Council',
	'between opposition groups': 'agreed between opposition groups',
};

/** Kinds of events, each with what it is called wherever kinds are listed: in text, tables and drawings alike. */
export const eventWords = {
	trigger: 'Before the deal',
	agreed: 'The deal',
	'in force': 'The deal',
	implementation: 'Carried out',
	violation: 'Breach',
	reaction: 'Reaction',
	collapse: 'Collapse',
} as const;

export const eventKinds = Object.keys(eventWords) as (keyof typeof eventWords)[];

/** Why one ended, as the list says it. */
export const endings = [
	'its time ran out',
	'its task was done',
	'it was declared over',
	'it was given up',
	'fighting was back',
	'it was overrun',
	'fighting never stopped',
] as const;

/** A ceasefire, truce or other deal to stop fighting. */
export const ceasefire = z.strictObject({
	name: words.describe('Name used on this site.'),
	short: words.describe('Short label for the timeline: "Autumn 2018".'),
	agreed: pointDate.describe('When it was agreed or announced.'),
	inForce: pointDate.describe('When it took effect.'),
	time: maybe(time, 'Time of day it took effect, as announced.'),
	timeNote: maybe(words, 'Time zone or words: "Damascus time", "sundown".'),
	otherStart: group('A different start announced by another broker. Both stand.', {
		date: pointDate,
		time: time.optional(),
		timeNote: maybe(text, 'Time zone or words: "Damascus time", "sundown".'),
		by: text.describe('Who announced it, by name.'),
		sources: z.array(ref('source')).describe('Sources for this start.'),
	}).optional(),
	earlyStart: maybe(words, 'Why it was in force before it was agreed. Needed when that is so.'),
	ended: maybe(pointDate, 'When it ended. Left out when not known.'),
	lastDay: flag('true where the day under ended was the last whole day of the truce: it is counted too.'),
	endedCertainty: z
		.enum(['day', 'about', 'unknown'])
		.describe('day: the end is known to the day. about: it faded, the date is a marker. unknown: no end found.'),
	endedBecause: maybe(z.enum(endings), 'Why it ended, as the list says it.'),
	endedNote: prose.describe('How the end date was chosen; "no formal end was found" is an answer.'),
	scope: prose.describe('Where and for whom it held.'),
	covers: z
		.enum(['yes', 'partly', 'no'])
		.describe('Whether it covered the area that the site is about: yes, partly or no.'),
	type: z.enum(ceasefireTypes).describe('What kind of deal it was.'),
	brokers: z.array(ref('actor')).describe('Actors who brokered or announced it. Empty when none is named.'),
	brokersNote: maybe(words, 'What a reader should know of the brokers.'),
	parties: z.array(ref('actor')).describe('Actors bound by it.'),
	partiesNote: maybe(words, 'What a reader should know of the parties.'),
	terms: z.array(prose).describe('What it asked for, clause by clause in plain words.'),
	outcome: prose.describe('What came of it.'),
	unconfirmed: maybe(words, 'What we could not confirm.'),
	replaces: maybe(ref('ceasefire'), 'The ceasefire it followed or built on.'),
	sources: z.array(ref('source')).min(1).describe('Sources for the record; at least one.'),
	events: groups('What happened in its life, in order of time.', {
		date,
		kind: z.enum(eventKinds).describe('What kind of event it was.'),
		what: prose,
		short: maybe(
			text.max(34),
			'A few words for the drawing, without a figure: "fire at the mill". At most 34 characters.',
		),
		sources: z.array(ref('source')).min(1).describe('Sources for the event; at least one.'),
		after: flag('true for an event after the end that belongs to the story.'),
		before: flag('true for an event before the deal that belongs to the story.'),
	}),
	corrections: maybe(z.array(correction), 'Corrections that readers see on the page.'),
});
