import { namesOf } from '../names.ts';
import { PLACEHOLDER } from '../passage.ts';
import { finding, type Rule } from '../rule.ts';
import { anyOf, within } from '../words.ts';

/** What somebody does who speaks or counts, in the tense in which a story tells it. */
const VERBS =
	'said|told|wrote|counted|reported|announced|declared|denied|blamed|accused|estimated|recorded|warned|stressed|claimed|admitted';
/** References that show a source; names and terms show none. */
const TRACED = new Set(['Claim', 'Value', 'Accounts', 'Quote', 'Compare']);
const SENTENCE = new RegExp(`[.!?]["”’)]*\\s+(?=["“‘(]?[\\p{Lu}${PLACEHOLDER}])`, 'gu');

/** Sentences of a text, each by its start and end. */
function sentencesOf(text: string): readonly (readonly [start: number, end: number])[] {
	const starts = [0, ...[...text.matchAll(SENTENCE)].map((match) => match.index + match[0].length)];
	return starts.map((start, at) => [start, starts[at + 1] ?? text.length]);
}

export const rule: Rule = {
	name: 'untraced-words',
	summary: 'A sentence tells what somebody said or counted, and carries no note.',
	remedy: 'Put the words that tell it into a reference: “the ministry <Claim id="…">said</Claim>”.',
	example: {
		wrong: 'The Observatory said that the camp had been empty.',
		right: 'The Observatory <Claim id="strike-camp-people">said so</Claim>.',
	},
	*check(desk) {
		const names = anyOf(namesOf(desk))?.source;
		if (names === undefined) return;
		// "The foreign minister said", "the Observatory later wrote"; and behind the words: "…, wrote Reuters".
		const who = `(?:${names}|${PLACEHOLDER})(?:[’']s?(?: [\\p{Ll}-]+){0,3})?`;
		const speaks = new RegExp(
			`${who}(?: (?:later|then|also|first|had|has))? (?:${VERBS})\\b|, (?:${VERBS}) (?:the )?${who}`,
			'u',
		);
		for (const { kind, path, sourced, text, marks, inside, quotations, place } of desk.passages) {
			if ((kind !== 'explainer' && kind !== 'page') || !sourced || inside.some((name) => TRACED.has(name))) continue;
			if (path[0] === 'title' || path[0] === 'short') continue;
			for (const [start, end] of sentencesOf(text)) {
				if (marks.some((mark) => TRACED.has(mark.by) && mark.start < end && mark.end > start)) continue;
				const match = speaks.exec(text.slice(start, end));
				if (!match || within(quotations, start + match.index, start + match.index + match[0].length)) continue;
				yield finding(
					rule.name,
					place(start + match.index, start + match.index + match[0].length),
					'this sentence tells what somebody said or counted, and no note shows where',
					'set the words that tell it into <Claim id="…">…</Claim>, or write the claim first (npm run new -- claim some-id)',
					'warning',
				);
			}
		}
	},
};
