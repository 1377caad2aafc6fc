import { type FoundNumber, findFigures } from '../../ledger/number.ts';
import { limitAfter, limitBefore } from '../../ledger/number-limit.ts';
import { formatQuantity } from '../../ledger/quantity.ts';
import type { Qualifier } from '../../ledger/schemas/index.ts';
import type { Mark, Passage } from '../passage.ts';
import type { Fault } from '../position.ts';
import { type ClaimView, claimIn, type Desk, type Rules } from '../rule.ts';
import { isOfOthers, unitIn, wordsBehind } from '../units.ts';

const LETTER = /[\p{L}\p{N}\uFFFC]/u;
/** What may stand between a limit and its figure: "at least the following 52". */
const BETWEEN = /^the (?:following|other|next|same)\b\s*/i;

/** Words in front that are no limit where what follows is no figure: "about what he said". */
const startsWithFigure = (words: string, [first]: readonly FoundNumber[]): boolean =>
	first !== undefined && words.slice(0, first.offset).trimStart().replace(BETWEEN, '').trim() === (first.lead ?? '');

/** Words in front of a figure, and inside its tag, that take it back. */
const DENIED =
	/(?:\b(?:(?:did|do|does|could|would|had|has|have|was|were|is|are) not|never|nobody|neither)|n[’']t)(?:\s+(?:have|been|yet))?(?:\s+(?:count|find|found|put|say|said|report|record|give|gave|name|speak|spoke|claim|tell)\p{L}*(?:\s+(?:of|at|that))?)?\s+$/iu;
const NONE = /(?<!\p{L})(?:none|nobody|no one|not one|not any)(?!\p{L})/iu;

/** The figures written inside the tag: each is the claim's, with its limit, or the claim's statement has it too. */
function* inside(
	{ id, quantity, statement }: ClaimView,
	figures: readonly FoundNumber[],
	around: readonly (Qualifier | undefined)[],
): Iterable<Fault> {
	const known = [quantity?.value, quantity?.upper].filter((value) => value !== undefined);
	for (const figure of figures) {
		if (figure.value === null) {
			if (quantity?.value === undefined || figure.kind !== 'vague') continue;
		} else if (known.length === 0 && findFigures(statement).some(({ value }) => value === figure.value)) continue;
		if (figure.value === null || !known.includes(figure.value)) {
			yield [
				`the words say "${figure.text}", the claim "${id}" says ${quantity ? formatQuantity(quantity) : 'no figure'}`,
				'give the claim’s own figure, or name the claim that holds this one',
			];
			continue;
		}
		const limits = [figure.qualifier, ...(figure === figures[0] ? around : [])].filter((limit) => limit !== undefined);
		const own = quantity?.qualifier ?? 'exactly';
		const right = limits.length === 0 ? own === 'exactly' : limits.length === 1 && limits[0] === own;
		if (!right || figure.upper !== quantity?.upper) {
			yield [
				`the words give the figure another limit than the claim "${id}", which says ${quantity ? formatQuantity(quantity) : 'none'}`,
				`write <Claim id="${id}"/>, or the claim’s own limit inside the tag`,
			];
		}
	}
}

/** What stands around a reference to a figure and changes what it says. */
function* around(
	{ text }: Passage,
	{ start, end }: Mark,
	said: ClaimView | undefined,
	prints: string,
): Iterable<Fault> {
	const before = limitBefore(text, start);
	const after = limitAfter(text, end);
	const same = before.qualifier === 'exactly' && said?.quantity?.qualifier === 'exactly';
	// "OCHA estimated 400,000" says how the figure came to be.
	const led = before.qualifier !== undefined && !same && !/^estimated$/i.test(before.lead ?? '');
	if (led || after !== undefined) {
		yield [
			`"${before.lead ?? text.slice(end).trim().split(/\s/, 2).join(' ')}" puts a limit on a figure that has its own: ${prints}`,
			'take the words out: the reference prints the limit of its source',
		];
	}
	if (!said) return;
	if (prints !== '') yield* unitsBehind(wordsBehind(text, end), said);
}

/** Nouns behind a figure that are not those of its claim. */
function* unitsBehind(words: string, claim: ClaimView): Iterable<Fault> {
	const [own, named] = [unitIn(claim.unit), unitIn(words)];
	const loose = own === undefined && (named === 'people' || claim.unit === 'items' || claim.unit === '');
	if ((named !== undefined && named !== own && !loose) || isOfOthers(words, claim))
		yield [
			`the claim counts ${claim.unit} (${claim.measure}), and "${words.trim()}" says something else`,
			'write the claim’s own unit, or name the claim that counts them',
		];
}

function* touching({ text, marks }: Passage, { start, end }: Mark): Iterable<Fault> {
	if (marks.some((other) => other.end === start && other.start < start))
		yield ['two references run together, and readers see one number', 'put a space or words between them'];
	else if (LETTER.test(text[start - 1] ?? '')) yield ['a space is missing in front of this tag', 'put a space there'];
	else if (LETTER.test(text[end] ?? '') && text[end] !== '\uFFFC')
		yield ['a space is missing behind this tag', 'put a space there'];
}

function* faultsOf(desk: Desk, passage: Passage, mark: Mark): Iterable<Fault> {
	const { use, start, end } = mark;
	if (use.name !== 'Claim' && use.name !== 'Value') return;
	yield* touching(passage, mark);
	if (use.name === 'Value') yield* around(passage, mark, undefined, 'as its note tells');
	const claim = claimIn(desk, use);
	if (!claim) return;
	const { id, quantity } = claim;
	const words = passage.text.slice(start, end).replace('\uFFFC', '');
	const figures = findFigures(words);
	if (quantity?.value && (DENIED.test(passage.text.slice(Math.max(0, start - 40), start)) || NONE.test(words)))
		yield [
			`the words take back the figure of the claim "${id}", which says ${formatQuantity(quantity)}`,
			'say what the claim says, or name another claim',
		];
	if (words.trim() !== '') {
		const led = startsWithFigure(words, figures) ? limitBefore(passage.text, start).qualifier : undefined;
		yield* inside(claim, figures, [led, limitAfter(passage.text, end)]);
		const last = figures.at(-1);
		if (last && last.value === quantity?.value)
			yield* unitsBehind(wordsBehind(passage.text, start + last.offset + last.length), claim);
	} else if (quantity) yield* around(passage, mark, claim, formatQuantity(quantity));
	else yield [`the claim "${id}" has no figure to print`, `put words inside: <Claim id="${id}">…</Claim>`];
}

export const claimWords: Rules = {
	*'claim-words'(desk) {
		for (const passage of desk.passages.filter(({ live }) => live))
			for (const mark of passage.marks)
				for (const fault of faultsOf(desk, passage, mark)) {
					const claim = claimIn(desk, mark.use);
					yield [mark.use.place, ...fault, claim ? { rests: [`claim/${claim.id}`] } : {}];
				}
	},
};
