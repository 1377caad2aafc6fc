import { formatDate, meantDates } from '../../ledger/date.ts';
import { type FoundNumber, findFigures } from '../../ledger/number.ts';
import { remember } from '../../ledger/remember.ts';
import { referencesFor } from '../evidence.ts';
import { namesOf } from '../names.ts';
import { attributeOf, type Passage } from '../passage.ts';
import { isInSeed } from '../quotations.ts';
import type { Desk, Rules } from '../rule.ts';
import { anyOf, spansOf, within } from '../words.ts';

/**
 * Small numbers that count what the page itself speaks of, not what happened: "the two reports", "both of the two".
 * Each stands in front of one of these nouns, with at most two words between.
 */
const OWN_PARTS =
	/^(?:\s+(?!(?:hundred|thousand|million|people|killed|dead)\b)[\p{L}’'-]+){0,2}?\s+(?:reports?|accounts?|counts?|sources?|brokers?|wars?|pages?|explainers?|charts?|panels?|lines?|columns?|tables?|maps?|things?|questions?|parts?|ways?|sides?|ends?|figures?|numbers?|claims?|sentences?|words?|readings?|versions?|measures?|kinds?|providers?|series|definitions?|spokesm[ae]n|presidents?|capitals?|powers?|states?|countries|governments?|leaders?|dates?|windows?|differences?|start times?|agreements?|treaties|deals|texts?)(?![\p{L}])/iu;
const SMALL = /^(?:two|three|four|five|six|seven)$/i;
/** "the three agencies", of as many that the page names; never people that something happened to. */
const NAMED =
	/^\s+(?!(?:people|persons|civilians|fighters|soldiers|men|women|children|dead|killed|injured|wounded|victims|deaths|days|weeks|months|years|hours|km|kilometres|miles|million|thousand|hundred)\b)\p{Ll}+s\b/u;
const DEFINITE = /(?:^|[^\p{L}])(?:the|these|those|all|both|other|first|last)\s+$/iu;
/** "the two", "those three" with no noun behind: they point back at words of the page. */
const POINTING = /(?:^|[^\p{L}])(?:the|these|those|all|other|between|last|first|every)\s+$/iu;
const NO_NOUN =
	/^(?:[.,;:!?)’”]|\s*$|\s+(?:are|were|is|was|do|did|had|have|differ|agree|disagree|give|gave|say|said|name|names|come|came|cannot|can|could|meet|met|stand|stood|together|apart|mean|speak|spoke|count|counted|on|of|in|and|from|at|that|which|who|than|by|for|to|not|may|might|would)\b)/u;

/** "neither of the two" points at what was named, whatever it did. */
const ONE_OF = /\b(?:neither|either|none|each|any|one) of (?:the|these|those)\s+$/iu;

/** Whether a number word counts the page's own parts: what it speaks of, or as many actors and places as it names. */
function countsOwnParts(text: string, figure: FoundNumber, named: () => number): boolean {
	if (!SMALL.test(figure.text)) return false;
	const before = text.slice(0, figure.offset);
	const behind = text.slice(figure.offset + figure.length);
	if (OWN_PARTS.test(behind) || (POINTING.test(before) && NO_NOUN.test(behind))) return true;
	if (ONE_OF.test(before) && /^\s+(?:\p{L}+ed\b|took|went|held|gave|made|came)/u.test(behind)) return true;
	return DEFINITE.test(before) && NAMED.test(behind) && named() >= (figure.value ?? Number.POSITIVE_INFINITY);
}

/** How many actors and places a file names. */
function countNamed(desk: Desk): (file: Passage['file']) => number {
	const names = anyOf(namesOf(desk));
	const byFile = Map.groupBy(desk.passages, ({ file }) => file);
	return remember((file) => {
		const own = names ? (byFile.get(file) ?? []) : [];
		const words = own.flatMap(({ text, marks }) => [
			...(names ? (text.match(names) ?? []) : []),
			...marks.flatMap(({ by, use }) => (by === 'Actor' ? [attributeOf(use, 'id')] : [])),
		]);
		return new Set(words).size;
	});
}

/** A date in digits is told with the days that it may be. */
function dateAdvice(text: string): string | undefined {
	const meant = meantDates(text).map((date) => `"${formatDate(date).replaceAll('\u00a0', ' ')}"`);
	return meant.length === 0 ? undefined : `write ${meant.join(' or ')}`;
}

/** Words quoted from a seed as they stand there have their source: the quotation marks and the ledger's own text. */
function isQuoted(desk: Desk, { text, quotations }: Passage, start: number, end: number): boolean {
	const around = quotations.find(([from, to]) => start >= from && end <= to);
	return around !== undefined && isInSeed(desk, text.slice(...around));
}

const NO_CLAIM =
	'no claim holds this figure: write a claim first (npm run new -- claim some-id), then <Claim id="…"/> here';
const ELSE = 'say it without a number; a name that holds a number goes into content/names.yaml';
const CODE = /^(?:script|style)$/i;

export const bareFigure: Rules = {
	*'bare-figure'(desk) {
		const named = countNamed(desk);
		const ownNames = anyOf(desk.content.names);
		for (const passage of desk.passages) {
			const { text, marks, inside, live } = passage;
			// A script is told of as such; what stands in it are no words.
			if (!passage.sourced || inside.includes('Quote') || inside.some((name) => CODE.test(name))) continue;
			const figures = findFigures(text);
			if (figures.length === 0) continue;
			const spared = [
				...marks
					.filter(({ by }) => by === 'Claim' || by === 'Quote' || CODE.test(by))
					.map(({ start, end }) => [start, end] as const),
				...(ownNames ? spansOf(text, ownNames) : []),
			];
			for (const figure of figures) {
				const end = figure.offset + figure.length;
				if (within(spared, figure.offset, end) || countsOwnParts(text, figure, () => named(passage.file))) continue;
				if (isQuoted(desk, passage, figure.offset, end)) continue;
				const written = live ? referencesFor(desk, passage, figure).join(' or ') : '';
				const claim = written === '' ? NO_CLAIM : `write ${written}`;
				const first = dateAdvice(figure.text) ?? (live ? claim : undefined);
				yield [
					passage.place(figure.offset, end),
					`"${figure.text.replace(/\uFFFC/g, '…')}" stands here without its source`,
					`${first === undefined ? 'this field cannot hold a reference:' : `${first}, or`} ${ELSE}`,
				];
			}
		}
	},
};
