import { z } from 'zod';
import { called, figureless, flag, maybe, prose, ref, spelling, text } from './fields.ts';

const actorKinds = [
	'person',
	'armed group',
	'government',
	'state',
	'international body',
	'monitor',
	'news agency',
	'news outlet',
] as const;

/** Who acts or speaks: a person, group, state, body or outlet. */
export const actor = z.strictObject({
	name: called.describe('The one spelling used on this site.'),
	short: maybe(called, 'Short form used after the first mention, for example SOHR.'),
	kind: z.enum(actorKinds).describe('What this actor is.'),
	gloss: figureless.describe(
		'One neutral phrase for the first mention, for example "a rebel group backed from abroad".',
	),
	role: prose.describe('What this actor is and does in this story; one to three sentences.'),
	party: flag('true for a party to the conflict: a source for its own words only.'),
	probably: ref('actor')
		.optional()
		.describe('For somebody whom a source leaves unnamed: the actor who this probably is. Counted as one speaker.'),
	variants: maybe(z.array(spelling), 'Other spellings met in the sources.'),
	arabic: maybe(text, 'Arabic name, only where a source confirms it.'),
	turkish: maybe(text, 'Turkish name, only where a source confirms it.'),
	sources: z.array(ref('source')).describe('Sources for the role and the names.'),
});
