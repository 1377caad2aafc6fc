import { z } from 'zod';
import { ceasefireTypes } from './ceasefire.ts';
import { day, group, groups, id, maybe, prose, ref, text, url, words } from './fields.ts';

/** content/site.yaml: what the whole site says of itself. Written once; no code names its subject. */
export const site = z.strictObject({
	title: words.regex(/^.*$/, 'write it on one line').describe('The site’s name, as readers see it.'),
	description: words.describe('One sentence for feeds, search engines, the data package and programs that read.'),
	picture: text.describe('What the picture of the front page shows, for those who do not see it.'),
	publisher: maybe(text, 'Who publishes the site: a name. Left out, no page names one.'),
	contact: maybe(
		z.string().regex(/^(https:\/\/[^\s"'<>]+|mailto:[^\s"'<>?%]+)$/, 'write https://… or mailto:name@example.org'),
		'Where readers report an error, as https://… or mailto:…',
	),
	address: maybe(
		url.regex(
			/^[^/]+\/\/[^/@]+(?:\/[\w.~-]*)*$/,
			'write it with letters, digits, "-", "." and "_" alone: https://www.example.org/',
		),
		'Where the site is published, with the slash at its end. Left out, no page, citation or feed names one.',
	),
	made: words.describe('How the site is made and checked, in two or three sentences; /about/ says it first.'),
	licence: text.describe('Licence of our own words, as records and tables name it.'),
	area: group('The area of the story; `covers` of a ceasefire says whether it reached it.', {
		name: text.describe('The area that most ceasefires here are about, as sentences name it.'),
		elsewhere: text.describe('Everywhere else: "Elsewhere in the country".'),
		place: maybe(ref('place'), 'Its centre, from which maps tell distances; its id names the area in addresses.'),
	}),
	seeds: z
		.record(ref('source'), text)
		.describe('What the reports that the site began with are called, by the id of their source: "first report".'),
	intros: group('What lists of pages begin with.', {
		explainers: words.describe('Under the heading of /explainers/.'),
		ceasefires: prose.describe('Under the heading of /ceasefires/.'),
		scope: maybe(prose, 'Above the list of ceasefires: when one counts as ended, what is listed and what is not.'),
		charts: words.describe('Under the heading of /charts/.'),
	}),
	parts: groups('Parts of the list of ceasefires that have a page each.', {
		id: id.describe('The end of its address: /ceasefires/only/<id>/.'),
		title: words.describe('Its name in the row of parts.'),
		description: words.describe('Which ceasefires it holds, in a sentence.'),
		covers: maybe(z.enum(['area', 'elsewhere']), 'Those for the area, wholly or in part, or the others.'),
		type: maybe(z.enum(ceasefireTypes), 'Those of one type.'),
		brokers: maybe(z.array(ref('actor')), 'Those that all of these actors brokered.'),
		from: maybe(z.int(), 'Those that took effect in this year or later.'),
		to: maybe(z.int(), 'Those that took effect in this year or earlier.'),
	}).optional(),
	accessibility: group('The statement on accessibility.', {
		checked: groups('What tests check. A test that goes takes its line with it.', {
			what: words.describe('What holds, as a sentence without a full stop.'),
			file: text.describe('File of the test that checks it, from the project’s folder.'),
			test: text.describe('Words that the file names the test by.'),
		}),
		looked: z
			.array(z.strictObject({ what: words.describe('What was looked at.'), date: day }))
			.describe('Looked at by a person, on the built site.'),
		unchecked: z.array(words).describe('What nobody has checked yet.'),
	}).optional(),
	questions: z.array(text).describe('Examples under the search field.'),
	synonyms: z
		.array(z.array(text).min(2, 'write two words or more that mean the same'))
		.superRefine((groups, context) => {
			const seen = new Set<string>();
			for (const [group, words] of groups.entries())
				for (const [at, word] of words.entries()) {
					const message = `"${word}" stands here twice: once is enough`;
					if (seen.has(word.toLowerCase())) context.addIssue({ code: 'custom', path: [group, at], message });
					seen.add(word.toLowerCase());
				}
		})
		.optional()
		.describe(
			'Words and phrases that readers search with for the same thing, each group on a line: [killed, dead, death toll].',
		),
});
