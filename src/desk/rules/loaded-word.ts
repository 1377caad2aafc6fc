import { namesOf, variantsOf } from '../names.ts';
import { finding, type Rule } from '../rule.ts';
import { anyOf, spansOf, touches } from '../words.ts';

/** Words that take a side, each with what to write instead. Short on purpose: it stops habits, not thought. */
export const loadedWords: readonly (readonly [pattern: string, instead: string])[] = [
	['terrorists?', 'the name of the group, or “terrorist” in quotation marks with who says so'],
	['terror', 'the name of the group or of the deed'],
	[
		'(?<!\\b(?:cease-?fire|truce|sanctions?|inspection|visa|tax|legal|treaty|monitoring|verification|border|customs)\\s)regimes?',
		'"government"',
	],
	['so-called', 'the name, or quotation marks with who says so'],
	['massacre[ds]?', '"killing", with the figure'],
	['slaughter(?:ed|s)?', '"killing" or "killed"'],
	['butcher(?:ed|s)?', '"killed"'],
	['barbaric', 'what was done'],
	['brutal(?:ly)?', 'what was done'],
	['heroic(?:ally)?', 'what was done'],
	['martyr(?:s|ed|dom)?', '"killed"'],
	['liberat(?:ed|es?|ors?)', '"took" or "captured"'],
	['puppets?', 'who backs whom'],
	['thugs?', 'who they are'],
	['mercenar(?:y|ies)', '"fighters", with who paid them'],
	['claimed(?!\\s+responsibility)', '"said"'],
	['admit(?:s|tedly)?|(?<!\\b(?:was|were|been|be|being)\\s)admitted|admitted(?!\\s+(?:in)?to\\s)', '"said"'],
	['alleged(?:ly)?', '"said", with who says so'],
];

const pattern = new RegExp(
	`(?<![\\p{L}\\p{N}])(?:${loadedWords.map(([word]) => `(${word})`).join('|')})(?![\\p{L}\\p{N}])`,
	'giu',
);

export const rule: Rule = {
	name: 'loaded-word',
	summary: 'A word takes a side.',
	remedy: 'Say what was done and who says so. Inside quotation marks any word may stand.',
	example: { wrong: 'The regime claimed success.', right: 'The government said it had succeeded.' },
	*check(desk) {
		// A name may hold such a word; one that is nothing else is noted for search, and takes a side all the same.
		const names = anyOf(
			[...namesOf(desk), ...variantsOf(desk).map(({ text }) => text)].filter(
				(name) => name.replace(pattern, '').trim() !== '',
			),
		);
		for (const { text, quotations, place } of desk.passages) {
			if (text.search(pattern) === -1) continue;
			const named = names ? spansOf(text, names) : [];
			for (const match of text.matchAll(pattern)) {
				const end = match.index + match[0].length;
				if (touches(quotations, match.index, end) || touches(named, match.index, end)) continue;
				const instead = loadedWords[match.slice(1).findIndex((group) => group !== undefined)]?.[1] ?? '';
				yield finding(rule.name, place(match.index, end), `"${match[0]}" takes a side`, `write ${instead}`, 'warning');
			}
		}
	},
};
