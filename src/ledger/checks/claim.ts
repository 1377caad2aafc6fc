import type { Claim, Ledger } from '../ledger.ts';
import { findFigures, findNumbers } from '../number.ts';
import { type Problem, type Wrong, wrongOf } from '../problem.ts';
import { type Agreement, agreement, formatQuantity } from '../quantity.ts';
import { findQuote, numbersWithin, type Place, type Seed, type Seeds } from '../quote.ts';
import type { Quantity } from '../schemas/index.ts';
import { sharedSeeds } from './seed.ts';

/** Where a quote stops being the seed's own: the last words of the longest beginning that still stands there. */
function lastRight(seed: Seed, quote: string): string {
	const words = quote.trim().split(/\s+/);
	const wrong = words.findIndex((_, at) => !seed.folded.includes(words.slice(0, at + 1).join(' ')));
	const good = wrong < 0 ? words.length : wrong;
	return words.slice(Math.max(0, good - 4), good).join(' ');
}

/** Where a quote stands, or that it stands nowhere or in several places. */
function quotePlace({ source }: Claim, quote: string, seed: Seed, wrong: Wrong): Place | Problem {
	const places = findQuote(seed, quote);
	const [place] = places;
	if (place && places.length === 1) return place;
	const tell = (message: string, fix: string) => wrong(['quote'], message, fix, { rule: 'quote' });
	const lines = places.map(({ line }) => line).join(', ');
	const often = `this quote stands in the seed ${places.length} times (lines ${lines})`;
	if (place) return tell(often, 'Add words before or after until it is found once.');
	const right = lastRight(seed, quote);
	const fix = `${right && `It is right up to “${right}”. `}Copy the words from the seed exactly; only white space may differ.`;
	return tell(`this quote does not stand in the seed of ${source}`, fix);
}

type Reason = Extract<Agreement, { agrees: false }>['reason'];
type Where = 'quote' | 'statement';
interface Said {
	readonly text: string;
	readonly lead?: string;
	readonly offset: number;
}

/** That a quote or a statement says something else than the quantity. A place in the statement is what is marked. */
function disagreement(quantity: Quantity, reason: Reason, said: readonly Said[], where: Where, wrong: Wrong): Problem {
	const words = said.map(({ lead, text }) => `“${lead ? `${lead} ` : ''}${text}”`);
	const heard = words.join(', ') || 'no number';
	const [first] = where === 'statement' ? said : [];
	const more = { rule: `${where}-quantity`, ...(first && { offset: first.offset }) };
	const none = `quantity says that no figure is given, and the ${where} has ${heard}`;
	const own = where === 'statement' ? ['statement'] : ['quantity'];
	if (reason === 'figure where none is given')
		return wrong(own, none, `Give the figure in quantity, or correct the ${where}.`, more);
	const says = reason === 'qualifier' ? 'limits the number otherwise:' : 'says';
	const message = `quantity says “${formatQuantity(quantity)}”, and the ${where} ${says} ${heard}`;
	const fix = 'Correct whichever is wrong: value and qualifier must be those of the source.';
	return wrong(where === 'statement' ? own : [...own, reason], message, fix, more);
}

function* quoteProblems(claim: Claim, seed: Seed | undefined, wrong: Wrong): Generator<Problem> {
	const { quote, quantity } = claim;
	if (quote === undefined || !seed) return;
	const place = quotePlace(claim, quote, seed, wrong);
	if ('rule' in place) yield place;
	else if (quantity) {
		const numbers = numbersWithin(seed, place);
		const result = agreement(quantity, numbers);
		if (!result.agrees) yield disagreement(quantity, result.reason, numbers, 'quote', wrong);
	}
}

/** Figures in the statement: the quantity is among them, and with a quote each of them stands in it. */
function* statementProblems({ quantity, quote, statement }: Claim, wrong: Wrong): Generator<Problem> {
	const figures = findFigures(statement);
	if (figures.length === 0) return;
	const result = quantity && agreement(quantity, findNumbers(statement));
	if (quantity && result && !result.agrees) {
		yield disagreement(quantity, result.reason, figures, 'statement', wrong);
		return;
	}
	const known = new Set<unknown>([quantity?.value, quantity?.upper]);
	for (const { value, text } of findNumbers(quote ?? '')) known.add(value ?? text.toLowerCase());
	for (const { value, text, offset } of quote === undefined ? [] : figures) {
		const message = `“${text}” in the statement stands neither in the quote nor in quantity`;
		const more = { rule: 'statement-quantity', offset };
		if (!known.has(value ?? text.toLowerCase()))
			yield wrong(['statement'], message, 'Take it out, or let the quote hold it.', more);
	}
}

type Names = ReadonlySet<string>;
type Replaced = Map<string, string>;

/** A claim from a seed gives its words, and a claim from another source its place there. */
function* evidenceProblems(claim: Claim, { sources }: Ledger, shared: Names, wrong: Wrong): Generator<Problem> {
	const { source: id, quote } = claim;
	const source = sources.get(id);
	const rule = 'quote';
	const locate = 'Use locator: page, section, table, row or headline.';
	if (source && quote !== undefined && source.seed === undefined)
		yield wrong(['quote'], `${id} is no seed, so its words cannot be checked`, locate, { rule });
	const words = 'Give the words as they stand in the seed, and take locator out.';
	if (source?.seed !== undefined && quote === undefined && !shared.has(source.seed))
		yield wrong(['locator'], `a claim from the seed ${id} needs a quote`, words, { rule });
}

/**
 * A claim replaces one of the same matter that no other has replaced.
 * @param replaced the claims replaced so far, each with what replaced it; this one is put in
 */
function* supersedesProblems(claim: Claim, { claims }: Ledger, replaced: Replaced, wrong: Wrong): Generator<Problem> {
	const { id, supersedes, about, measure } = claim;
	if (supersedes === undefined) return;
	const tell = (message: string, fix: string) => wrong(['supersedes'], message, fix);
	const other = replaced.get(supersedes);
	if (other !== undefined)
		yield tell(`${supersedes} is already replaced by ${other}`, 'Name the claim that this one follows directly.');
	replaced.set(supersedes, id);
	const earlier = claims.get(supersedes);
	const apart = `${earlier?.id} is about something else or has another measure`;
	if (earlier && (earlier.about !== about || earlier.measure !== measure))
		yield tell(apart, 'A claim replaces one with the same about and measure.');
}

/** Claims: the quote stands in its seed exactly once and says what `quantity` says; so does the statement. */
export function* claimProblems(ledger: Ledger, seeds: Seeds): Generator<Problem> {
	const replaced = new Map<string, string>();
	const shared = sharedSeeds(ledger);
	for (const claim of ledger.claims.values()) {
		const wrong = wrongOf('claim', claim.id);
		const quoted = [...quoteProblems(claim, seeds.get(claim.source), wrong)];
		yield* quoted;
		yield* evidenceProblems(claim, ledger, shared, wrong);
		// A quantity that is not the quote's is told once; the statement is held against it when it is mended.
		if (!quoted.some(({ rule }) => rule === 'quote-quantity')) yield* statementProblems(claim, wrong);
		const nothing = `the measure ${claim.measure} counts nothing, so it has no quantity`;
		if (ledger.measures.get(claim.measure)?.kind === 'statement' && claim.quantity)
			yield wrong(['quantity'], nothing, 'Take quantity out, or choose a measure that counts.');
		yield* supersedesProblems(claim, ledger, replaced, wrong);
	}
}
