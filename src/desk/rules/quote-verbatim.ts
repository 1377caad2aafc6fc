import { findQuote, prepareSeed } from '../../ledger/quote.ts';
import { finding, type Rule, textAt } from '../rule.ts';

/** A quotation, not a copy: no page shows more words of a seed in a row. */
const MOST_WORDS = 60;

export const rule: Rule = {
	name: 'quote-verbatim',
	summary: 'A <Quote> does not hold the words of its source exactly.',
	remedy: `Copy the words from the seed as they stand, at most ${MOST_WORDS} of them. Only seeds can be quoted so.`,
	example: {
		wrong: '<Quote source="first-report">a clear message from the state</Quote>',
		right: '<Quote source="first-report">a clear message</Quote>',
	},
	*check({ content, uses, records }) {
		const seedOf = new Map(records('source').map((home) => [home.entry.id, textAt(home, 'seed')]));
		const quotable = [...seedOf].filter(([, seed]) => seed !== '').map(([id]) => id);
		for (const use of uses) {
			const source = use.attributes.get('source');
			if (use.name !== 'Quote' || source?.value === undefined || !seedOf.has(source.value)) continue;
			const name = seedOf.get(source.value) ?? '';
			const seed = content.all.seeds.get(name);
			const words = use.words.trim();
			// A seed that is missing is told of at its source.
			if (name !== '' && !seed) continue;
			if (!seed) {
				yield finding(
					rule.name,
					source.place,
					`"${source.value}" is not a seed, so its words cannot be checked`,
					`quote one of: ${quotable.join(', ')}; or put a few words in “…”`,
				);
			} else if (words === '') {
				yield finding(rule.name, use.place, 'this quotation is empty', 'put the words between the tags');
			} else if (words.split(/\s+/).length > MOST_WORDS) {
				yield finding(
					rule.name,
					use.place,
					`this quotation has ${words.split(/\s+/).length} words`,
					`quote ${MOST_WORDS} words or fewer`,
				);
			} else if (findQuote(prepareSeed(seed.text), words).length === 0) {
				yield finding(
					rule.name,
					use.place,
					`these words do not stand in seeds/${name}`,
					'copy them as they stand there; spelling, quotation marks and dashes count',
				);
			}
		}
	},
};
