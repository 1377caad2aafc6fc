import { namesOf, variantsOf } from '../figures.ts';
import { finding, type Rule } from '../rule.ts';
import { anyOf, touches } from '../words.ts';

export const rule: Rule = {
	name: 'name-variant',
	summary: 'A name is spelt in another way than on the rest of the site.',
	remedy: 'Use the one spelling of the actor’s or place’s record. Other spellings may stand inside quotation marks.',
	example: { wrong: 'Failak al-Sham ran the camp.', right: 'Faylaq al-Sham ran the camp.' },
	*check(desk) {
		const names = namesOf(desk);
		const allowed = new Set(names);
		const own = anyOf(names);
		const variants = new Map<string, string>();
		for (const { text, name } of variantsOf(desk)) {
			// A variant that is a word or a part of a name of the site says nothing when it is met.
			if (allowed.has(text) || !/\p{Lu}/u.test(text) || (anyOf([text])?.test(names.join(' | ')) ?? false)) continue;
			variants.set(text.replace(/\s+/g, ' '), name);
		}
		const pattern = anyOf([...variants.keys()]);
		if (!pattern) return;
		for (const { text, quotations, place } of desk.passages) {
			if (!pattern.test(text)) continue;
			pattern.lastIndex = 0;
			const ours = own
				? [...text.matchAll(own)].map((match) => [match.index, match.index + match[0].length] as const)
				: [];
			for (const match of text.matchAll(pattern)) {
				const end = match.index + match[0].length;
				if (touches(quotations, match.index, end) || touches(ours, match.index, end)) continue;
				const name = variants.get(match[0].replace(/\s+/g, ' ')) ?? '';
				yield finding(
					rule.name,
					place(match.index, end),
					`"${match[0]}" is spelt "${name}" on this site`,
					`write "${name}", or put the words in quotation marks if they are quoted`,
				);
			}
		}
	},
};
