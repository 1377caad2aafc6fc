import { type FoundNumber, findFigures } from '../../ledger/number.ts';
import { findQuote, prepareSeed } from '../../ledger/quote.ts';
import { claimsWith, referencesTo } from '../claims.ts';
import type { Passage } from '../passage.ts';
import { type Desk, finding, type Rule } from '../rule.ts';
import { within } from '../words.ts';

/**
 * Small numbers that count what the page itself speaks of, not what happened: "the two reports", "both of the two".
 * Each stands in front of one of these nouns, with at most two words between.
 */
const OWN_PARTS =
	/^(?:\s+(?!(?:hundred|thousand|million|people|killed|dead)\b)[\p{L}’'-]+){0,2}?\s+(?:reports?|accounts?|counts?|sources?|brokers?|wars?|pages?|explainers?|charts?|panels?|lines?|columns?|tables?|maps?|things?|questions?|parts?|ways?|sides?|ends?|figures?|numbers?|claims?|sentences?|words?|readings?|versions?|measures?|kinds?|providers?|series|definitions?|spokesm[ae]n|presidents?|capitals?|powers?|states?|countries|governments?|leaders?|dates?|windows?|differences?|start times?)(?![\p{L}])/iu;
const SMALL = /^(?:two|three|four|five|six|seven)$/i;
/** "the two", "those three" with no noun behind: they point back at words of the page. */
const POINTING = /(?:^|[^\p{L}])(?:the|these|those|all|other|between|last|first|every)\s+$/iu;
const NO_NOUN =
	/^(?:[.,;:!?)’”]|\s*$|\s+(?:are|were|is|was|do|did|had|have|differ|agree|disagree|give|gave|say|said|name|names|come|came|cannot|can|could|meet|met|stand|stood|together|apart|mean|speak|spoke|count|counted|on|of|in|and|from|at|that|which|who|than|by|for|to|not|may|might|would)\b)/u;

/** Whether a number word counts the page's own parts. */
function countsOwnParts(text: string, figure: FoundNumber): boolean {
	if (!SMALL.test(figure.text)) return false;
	const behind = text.slice(figure.offset + figure.length);
	return OWN_PARTS.test(behind) || (POINTING.test(text.slice(0, figure.offset)) && NO_NOUN.test(behind));
}

/** Words quoted from a seed as they stand there have their source: the quotation marks and the ledger's own text. */
function quotedFigures(desk: Desk): (passage: Passage, start: number, end: number) => boolean {
	let seeds: readonly ReturnType<typeof prepareSeed>[] | undefined;
	return ({ text, quotations }, start, end) => {
		const around = quotations.find(([from, to]) => start >= from && end <= to);
		if (!around) return false;
		seeds ??= [...desk.content.entries.seeds.values()].map((seed) => prepareSeed(seed.text));
		const words = text.slice(...around).replace(/^[“"«„]|[”"»“.,]+$/g, '');
		return seeds.some((seed) => findQuote(seed, words).length > 0);
	};
}

const CODE = /^(?:script|style)$/i;

export const rule: Rule = {
	name: 'bare-figure',
	summary: 'A figure stands in our own words without its source.',
	remedy:
		'Write it as <Claim id="…"/> or <Value …/>, or say it without a number. Dates, years, ordinals, document numbers, road names, clock times and small numbers that count the page’s own parts ("the two reports") may stand.',
	example: {
		wrong: 'The Observatory counted 78 dead.',
		right: 'The Observatory counted <Claim id="strike-killed-sohr"/> dead.',
	},
	*check(desk) {
		const isQuoted = quotedFigures(desk);
		for (const passage of desk.passages) {
			// A script is told of as such; what stands in it are no words.
			if (!passage.sourced || passage.inside.some((name) => CODE.test(name))) continue;
			const claimed = passage.marks
				.filter((mark) => mark.by === 'Claim' || mark.by === 'Quote' || CODE.test(mark.by))
				.map(({ start, end }) => [start, end] as const);
			for (const figure of findFigures(passage.text)) {
				const end = figure.offset + figure.length;
				if (within(claimed, figure.offset, end) || passage.inside.includes('Quote')) continue;
				if (countsOwnParts(passage.text, figure) || isQuoted(passage, figure.offset, end)) continue;
				const written = figure.value === null ? claimsWith(desk, figure.text) : referencesTo(desk, figure.value);
				yield finding(
					rule.name,
					passage.place(figure.offset, end),
					`"${figure.text.replace(/\uFFFC/g, '…')}" stands here without its source`,
					!passage.live
						? 'say it without a number: this field cannot hold a reference'
						: written.length > 0
							? `write ${written.join(' or ')}`
							: 'no claim holds this figure: write a claim first, then <Claim id="…"/> here',
				);
			}
		}
	},
};
