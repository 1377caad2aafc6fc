import { z } from 'zod';
import { at, date, day, flag, groups, licence, maybe, ref, text, url, words } from './fields.ts';

const sourceKinds = ['article', 'agreement', 'dataset', 'report', 'statement', 'reference', 'picture'] as const;

/** A source: something published that claims, series, ceasefires and records rest on. */
export const source = z
	.strictObject({
		title: text.describe('The title as published, or a short description of ours (see ownTitle).'),
		ownTitle: flag('true when the title is our description because the published title was not recorded.'),
		english: maybe(text, 'The title in English, where the published one is in another language. It stands in front.'),
		publisher: text.describe('Who published it, by the name they use. "Unknown" when nobody knows.'),
		agency: maybe(text, 'The news agency whose copy it is, where that is another house.'),
		kind: z.enum(sourceKinds).describe('What it is.'),
		party: maybe(ref('actor'), 'The actor it speaks for, when that actor is a party to the conflict or a state.'),
		language: z
			.string()
			.regex(/^[a-z]{2,3}$/, 'a language is a code such as en, ar, tr, de')
			.describe('Language code of the text: en, ar, tr, de, …'),
		published: maybe(date, 'When it was published. Leave out when unknown and say so in note.'),
		url: maybe(url, 'Where it can be read. The original publisher if possible.'),
		accessed: day.describe('The day it, or an archived copy, was read.'),
		archived: maybe(url, 'Address of an archived copy.'),
		readIn: maybe(text, 'The site whose copy was read, where that was not the publisher’s own page.'),
		readAt: maybe(url, 'The address of that copy, where url is that of the original.'),
		clauses: maybe(
			z.array(text),
			'An agreement’s clauses, word by word. They are shown as quotations; our own words may not copy them.',
		),
		licence: licence.optional(),
		note: maybe(words, 'What a reader should know: what is unknown, whose copy it is.'),
		image: maybe(
			z
				.string()
				.regex(/^\/images\/[a-z0-9][a-z0-9-]*\.(?:jpg|png|webp|avif|svg)$/, 'a picture is written as /images/name.jpg'),
			'For a picture shown on pages: its file in public/, as /images/name.jpg. publisher is who is credited.',
		),
		seed: maybe(
			z.string().regex(/^[\w.-]+\.txt$/, 'a seed is the name of a .txt file in seeds/'),
			'File name in seeds/, for a report that is kept whole and checked word by word.',
		),
		sha256: z
			.string()
			.regex(/^[0-9a-f]{64}$/, 'sha256 is 64 hexadecimal digits')
			.optional()
			.describe('SHA-256 of the seed file. The build stops when the file is not the one that was read.'),
		setAside: groups('Figures and number words in the seed that no claim uses, each with the reason.', {
			text: text.describe('The words as they stand in the seed; they must stand there exactly once.'),
			reason: words.describe('Why this is not published as a figure.'),
		}).optional(),
		slips: groups('Slips and mistranslations in the seed, each with the better reading.', {
			text: text.describe('The words as they stand in the seed.'),
			reading: words.describe('What is meant.'),
		}).optional(),
		related: maybe(z.array(ref('source')), 'Sources that carry the same copy or explain this one.'),
	})
	.refine(
		({ language, ownTitle, english }) => language === 'en' || ownTitle === true || english !== undefined,
		at('english', 'the title is not English; say in `english` what it means'),
	)
	.refine(({ seed, sha256 }) => !seed === !sha256, at('sha256', 'seed and sha256 go together'))
	.refine(
		(s) => s.seed || s.url || s.image,
		at('url', 'a source needs a url, unless it is a seed or a picture of your own'),
	)
	.refine((s) => !s.readAt || s.readIn, at('readAt', 'readAt is the address of a copy; readIn says whose it is'))
	.refine((s) => !s.image === (s.kind !== 'picture'), at('image', 'a picture, and nothing else, has an image'))
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
