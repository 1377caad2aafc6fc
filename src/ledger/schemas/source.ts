import { z } from 'zod';
import { at, date, day, licence, ref, text, url, words } from './fields.ts';

const sourceKinds = ['article', 'agreement', 'dataset', 'report', 'statement', 'reference', 'picture'] as const;

/** A source: something published that claims, series, ceasefires and records rest on. */
export const source = z
	.strictObject({
		title: text.describe('The title as published, or a short description of ours (see ownTitle).'),
		ownTitle: z
			.boolean()
			.optional()
			.describe('true when the title is our description because the published title was not recorded.'),
		english: text
			.optional()
			.describe('The title in English, where the published one is in another language. It stands in front.'),
		publisher: text.describe('Who published it, by the name they use. "Unknown" when nobody knows.'),
		agency: text.optional().describe('The news agency whose copy it is, where that is another house.'),
		kind: z.enum(sourceKinds).describe('What it is.'),
		party: ref('actor')
			.optional()
			.describe('The actor it speaks for, when that actor is a party to the conflict or a state.'),
		language: z
			.string()
			.regex(/^[a-z]{2,3}$/, 'a language is a code such as en, ar, tr, de')
			.describe('Language code of the text: en, ar, tr, de, …'),
		published: date.optional().describe('When it was published. Leave out when unknown and say so in note.'),
		url: url.optional().describe('Where it can be read. The original publisher if possible.'),
		accessed: day.describe('The day it, or an archived copy, was read.'),
		archived: url.optional().describe('Address of an archived copy.'),
		readIn: text.optional().describe('The site whose copy was read, where that was not the publisher’s own page.'),
		readAt: url.optional().describe('The address of that copy, where url is that of the original.'),
		clauses: z
			.array(text)
			.optional()
			.describe('An agreement’s clauses, word by word. They are shown as quotations; our own words may not copy them.'),
		licence: licence.optional(),
		note: words.optional().describe('What a reader should know: what is unknown, whose copy it is.'),
		image: z
			.string()
			.regex(/^\/images\/[a-z0-9][a-z0-9-]*\.(?:jpg|png|webp|avif|svg)$/, 'a picture is written as /images/name.jpg')
			.optional()
			.describe(
				'For a picture shown on pages: its file in public/, as /images/name.jpg. publisher is who is credited.',
			),
		seed: z
			.string()
			.regex(/^[\w.-]+\.txt$/, 'a seed is the name of a .txt file in seeds/')
			.optional()
			.describe('File name in seeds/, for a report that is kept whole and checked word by word.'),
		sha256: z
			.string()
			.regex(/^[0-9a-f]{64}$/, 'sha256 is 64 hexadecimal digits')
			.optional()
			.describe('SHA-256 of the seed file. The build stops when the file is not the one that was read.'),
		setAside: z
			.array(
				z.strictObject({
					text: text.describe('The words as they stand in the seed; they must stand there exactly once.'),
					reason: words.describe('Why this is not published as a figure.'),
				}),
			)
			.optional()
			.describe('Figures and number words in the seed that no claim uses, each with the reason.'),
		slips: z
			.array(
				z.strictObject({
					text: text.describe('The words as they stand in the seed.'),
					reading: words.describe('What is meant.'),
				}),
			)
			.optional()
			.describe('Slips and mistranslations in the seed, each with the better reading.'),
		related: z.array(ref('source')).optional().describe('Sources that carry the same copy or explain this one.'),
	})
	.refine(
		({ language, ownTitle, english }) => language === 'en' || ownTitle === true || english !== undefined,
		at('english', 'the title is not English; say in `english` what it means'),
	)
	.refine(({ seed, sha256 }) => !seed === !sha256, at('sha256', 'seed and sha256 go together'))
	.refine(
		({ seed, url: found, image }) => [seed, found, image].some(Boolean),
		at('url', 'a source needs a url, unless it is a seed or a picture of your own'),
	)
	.refine(
		({ readAt, readIn }) => !readAt || readIn,
		at('readAt', 'readAt is the address of a copy; readIn says whose it is'),
	)
	.refine(
		({ image, kind }) => !image === (kind !== 'picture'),
		at('image', 'a picture, and nothing else, has an image'),
	)
	.refine((s) => !s.image || s.licence, at('licence', 'say under which licence the picture may be shown'))
	.refine(({ setAside, seed }) => !setAside || seed, at('setAside', 'only a seed has setAside'))
	.meta({
		dependencies: { seed: ['sha256'], sha256: ['seed'], setAside: ['seed'], readAt: ['readIn'] },
		anyOf: [{ required: ['seed'] }, { required: ['url'] }, { required: ['image'] }],
		if: { required: ['kind'], properties: { kind: { const: 'picture' } } },
		// biome-ignore lint/suspicious/noThenProperty: "then" is a keyword of JSON Schema.
		then: { required: ['image', 'licence'] },
		else: { not: { required: ['image'] } },
	});
