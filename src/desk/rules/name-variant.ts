import { distance } from '../../ledger/suggest.ts';
import { namesOf, variantsOf } from '../names.ts';
import { finding, type Rule } from '../rule.ts';
import { anyOf, bare, spansOf, touches } from '../words.ts';

export const rule: Rule = {
	name: 'name-variant',
	summary: 'A name is spelt in another way than on the rest of the site.',
	remedy: 'Use the one spelling of the actor’s or place’s record. Other spellings may stand inside quotation marks.',
	example: { wrong: 'Failak al-Sham ran the camp.', right: 'Faylaq al-Sham ran the camp.' },
	*check(desk) {
		const names = namesOf(desk);
		const own = anyOf(names);
		const allowed = names.join(' | ');
		const variants = new Map(
			variantsOf(desk)
				.filter(({ text, name }) => isSpelling(text, name) && !anyOf([text])?.test(allowed))
				.map((variant) => [variant.text.replace(/\s+/g, ' '), variant]),
		);
		const pattern = anyOf([...variants.keys()]);
		if (!pattern) return;
		for (const { kind, id, text, quotations, place } of desk.passages) {
			if (text.search(pattern) === -1) continue;
			const ours = own ? spansOf(text, own) : [];
			for (const [start, end] of spansOf(text, pattern)) {
				if (touches(quotations, start, end) || touches(ours, start, end)) continue;
				const written = text.slice(start, end);
				const variant = variants.get(written.replace(/\s+/g, ' '));
				// The record itself may say how else its name is written.
				if (!variant || (kind === variant.kind && id === variant.id)) continue;
				yield finding(
					rule.name,
					place(start, end),
					`"${written}" is spelt "${variant.name}" on this site`,
					`write "${variant.name}", or put the words in quotation marks if they are quoted`,
				);
			}
		}
	},
};

/**
 * Whether a variant is another spelling of the name, and not a description ("Kurdish forces") or another name for it
 * ("the capital"): it is written as a name, and shares a word with it or differs from it in few letters.
 */
function isSpelling(text: string, name: string): boolean {
	if (!/\p{Lu}/u.test(text) || text === name || /(?<![\p{L}-])(?!al-|el-)\p{Ll}[\p{L}-]{3,}/u.test(text)) return false;
	const written = bare(text);
	const known = bare(name);
	const words = new Set(known.split(/\s+/).filter((word) => word.length > 3));
	const limit = Math.floor(Math.max(written.length, known.length) / 2);
	return written.split(/\s+/).some((word) => words.has(word)) || distance(written, known, limit) <= limit;
}
