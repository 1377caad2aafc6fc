import { z } from 'zod';
import { ref, text, url, words } from './fields.ts';

/** content/site.yaml: what the whole site says of itself. Written once; no code names its subject. */
export const site = z.strictObject({
	title: words.describe('The site’s name, as readers see it.'),
	description: words.describe('One sentence for feeds, search engines, the data package and programs that read.'),
	picture: text.describe('What the picture of the front page shows, for those who do not see it.'),
	publisher: text.optional().describe('Who publishes the site: a name. Left out, no page names one.'),
	contact: z
		.string()
		.regex(/^(https:\/\/|mailto:)\S+$/, 'write https://… or mailto:name@example.org')
		.optional()
		.describe('Where readers report an error, as https://… or mailto:…'),
	address: url
		.optional()
		.describe('Where the site is published, with the slash at its end. Left out, no page, citation or feed names one.'),
	made: words.describe('How the site is made and checked, in two or three sentences; /about/ says it first.'),
	licence: text.describe('Licence of our own words, as records and tables name it.'),
	area: z
		.strictObject({
			name: text.describe('The area that most ceasefires here are about: "Idlib".'),
			elsewhere: text.describe('Everywhere else: "Elsewhere in Syria".'),
		})
		.describe('The area of the story; `covers` of a ceasefire says whether it reached it.'),
	seeds: z
		.record(ref('source'), text)
		.describe('What the reports that the site began with are called, by the id of their source: "first report".'),
	event: z
		.strictObject({
			topic: ref('topic').describe('Its topic.'),
			label: text.describe('A few words for a mark on a time axis: "strike near Harem".'),
			ceasefire: ref('ceasefire').describe('The ceasefire that it broke or tested.'),
		})
		.optional()
		.describe('The event that the site is about; drawings point it out.'),
	intros: z
		.strictObject({
			explainers: words.describe('Under the heading of /explainers/.'),
			ceasefires: words.describe('Under the heading of /ceasefires/.'),
			charts: words.describe('Under the heading of /charts/.'),
		})
		.describe('What lists of pages begin with.'),
	questions: z.array(text).describe('Examples under the search field.'),
	synonyms: z
		.array(z.array(text).min(2, 'write two words or more that mean the same'))
		.superRefine((groups, context) => {
			const seen = new Set<string>();
			for (const [group, words] of groups.entries()) {
				for (const [at, word] of words.entries()) {
					const plain = word.toLowerCase();
					if (seen.has(plain))
						context.addIssue({
							code: 'custom',
							path: [group, at],
							message: `"${word}" stands here twice: once is enough`,
						});
					seen.add(plain);
				}
			}
		})
		.optional()
		.describe(
			'Words and phrases that readers search with for the same thing, each group on a line: [killed, dead, death toll].',
		),
});
