import type { Claim, Ledger, Source } from '../ledger.ts';
import { findFigures, findNumbers } from '../number.ts';
import { type Problem, problem } from '../problem.ts';
import { type Agreement, agreement, formatQuantity } from '../quantity.ts';
import { findQuote, numbersWithin, type Place, type Seed, type Seeds } from '../quote.ts';
import type { Quantity } from '../schemas/index.ts';
import { sharedSeeds } from './seed.ts';

const record = (claim: Claim) => ({ kind: 'claim', id: claim.id }) as const;
const list = (texts: readonly string[]): string => texts.map((text) => `“${text}”`).join(', ');

/** Where a quote stops being the seed's own: the longest beginning of it that still stands there. */
function lastRight(seed: Seed, quote: string): string {
	const words = quote.trim().split(/\s+/);
	let good = 0;
	for (let count = 1; count <= words.length; count += 1) {
		if (!seed.folded.includes(words.slice(0, count).join(' '))) break;
		good = count;
	}
	return words.slice(Math.max(0, good - 4), good).join(' ');
}

function quotePlace(claim: Claim, quote: string, seed: Seed): Place | Problem {
	const [place, ...others] = findQuote(seed, quote);
	if (!place) {
		const right = lastRight(seed, quote);
		const fix = right
			? `It is right up to “${right}”. Copy the words from the seed exactly; only white space may differ.`
			: 'Copy the words from the seed exactly; only white space may differ.';
		return problem('quote', record(claim), ['quote'], `this quote does not stand in the seed of ${claim.source}`, fix);
	}
	if (others.length > 0) {
		const lines = [place, ...others].map(({ line }) => line).join(', ');
		return problem(
			'quote',
			record(claim),
			['quote'],
			`this quote stands in the seed ${others.length + 1} times (lines ${lines})`,
			'Add words before or after until it is found once.',
		);
	}
	return place;
}

function disagreement(
	claim: Claim,
	quantity: Quantity,
	result: Extract<Agreement, { agrees: false }>,
	said: readonly string[],
	where: 'quote' | 'statement',
	/** Place in the statement: that is what is marked. */
	offset?: number,
): Problem {
	const rule = where === 'quote' ? 'quote-quantity' : 'statement-quantity';
	const stated = formatQuantity(quantity);
	const heard = said.length > 0 ? list(said) : 'no number';
	const text = where === 'quote' ? 'the quote' : 'the statement';
	if (result.reason === 'figure where none is given') {
		return problem(
			rule,
			record(claim),
			where === 'statement' ? ['statement'] : ['quantity'],
			`quantity says that no figure is given, and ${text} has ${heard}`,
			`Give the figure in quantity, or correct ${text}.`,
			offset === undefined ? {} : { offset },
		);
	}
	const at = result.reason === 'qualifier' ? 'qualifier' : 'value';
	const message =
		result.reason === 'qualifier'
			? `quantity says “${stated}”, and ${text} limits the number otherwise: ${heard}`
			: `quantity says “${stated}”, and ${text} says ${heard}`;
	return problem(
		rule,
		record(claim),
		where === 'statement' ? ['statement'] : ['quantity', at],
		message,
		'Correct whichever is wrong: value and qualifier must be those of the source.',
		offset === undefined ? {} : { offset },
	);
}

const withLimit = (number: { readonly text: string; readonly lead?: string }): string =>
	number.lead ? `${number.lead} ${number.text}` : number.text;

function quoteProblems(claim: Claim, quote: string, seed: Seed): readonly Problem[] {
	const place = quotePlace(claim, quote, seed);
	if ('rule' in place) return [place];
	const { quantity } = claim;
	if (!quantity) return [];
	const numbers = numbersWithin(seed, place);
	const result = agreement(quantity, numbers);
	return result.agrees ? [] : [disagreement(claim, quantity, result, numbers.map(withLimit), 'quote')];
}

/** Figures in the statement: the quantity is among them, and with a quote each of them stands in it. */
function statementProblems(claim: Claim): readonly Problem[] {
	const figures = findFigures(claim.statement);
	if (figures.length === 0) return [];
	const { quantity, quote } = claim;
	if (quantity) {
		const result = agreement(quantity, findNumbers(claim.statement));
		if (!result.agrees)
			return [disagreement(claim, quantity, result, figures.map(withLimit), 'statement', figures[0]?.offset)];
	}
	if (quote === undefined) return [];
	const quoted = new Set(findNumbers(quote).map(({ value, text }) => value ?? text.toLowerCase()));
	const loose = figures.filter(
		({ value, text }) =>
			value !== quantity?.value && value !== quantity?.upper && !quoted.has(value ?? text.toLowerCase()),
	);
	return loose.map((figure) =>
		problem(
			'statement-quantity',
			record(claim),
			['statement'],
			`“${figure.text}” in the statement stands neither in the quote nor in quantity`,
			'Take it out, or let the quote hold it.',
			{ offset: figure.offset },
		),
	);
}

/** A claim from a seed gives its words, and a claim from another source its place there. */
function evidenceProblems(claim: Claim, source: Source | undefined, shared: ReadonlySet<string>): readonly Problem[] {
	if (source && claim.quote !== undefined && source.seed === undefined) {
		return [
			problem(
				'quote',
				record(claim),
				['quote'],
				`${claim.source} is no seed, so its words cannot be checked`,
				'Use locator: page, section, table, row or headline.',
			),
		];
	}
	if (source?.seed !== undefined && claim.quote === undefined && !shared.has(source.seed)) {
		return [
			problem(
				'quote',
				record(claim),
				['locator'],
				`a claim from the seed ${claim.source} needs a quote`,
				'Give the words as they stand in the seed, and take locator out.',
			),
		];
	}
	return [];
}

/**
 * A claim replaces one of the same matter that no other has replaced.
 * @param replaced the claims replaced so far, each with what replaced it; this one is put in
 */
function supersedesProblems(ledger: Ledger, claim: Claim, replaced: Map<string, string>): readonly Problem[] {
	if (claim.supersedes === undefined) return [];
	const wrong = (message: string, fix: string): Problem =>
		problem('claim', record(claim), ['supersedes'], message, fix);
	const problems: Problem[] = [];
	const earlier = ledger.claims.get(claim.supersedes);
	const other = replaced.get(claim.supersedes);
	if (other !== undefined) {
		problems.push(
			wrong(`${claim.supersedes} is already replaced by ${other}`, 'Name the claim that this one follows directly.'),
		);
	}
	replaced.set(claim.supersedes, claim.id);
	if (earlier && (earlier.about !== claim.about || earlier.measure !== claim.measure)) {
		problems.push(
			wrong(
				`${earlier.id} is about something else or has another measure`,
				'A claim replaces one with the same about and measure.',
			),
		);
	}
	return problems;
}

/** Claims: the quote stands in its seed exactly once and says what `quantity` says; so does the statement. */
export function claimProblems(ledger: Ledger, seeds: Seeds): readonly Problem[] {
	const problems: Problem[] = [];
	const replaced = new Map<string, string>();
	const shared = sharedSeeds(ledger);
	for (const claim of ledger.claims.values()) {
		const seed = seeds.get(claim.source);
		const quoted = claim.quote !== undefined && seed ? quoteProblems(claim, claim.quote, seed) : [];
		problems.push(...quoted, ...evidenceProblems(claim, ledger.sources.get(claim.source), shared));
		// A quantity that is not the quote's is told once; the statement is held against it when it is mended.
		if (!quoted.some(({ rule }) => rule === 'quote-quantity')) problems.push(...statementProblems(claim));
		const measure = ledger.measures.get(claim.measure);
		if (measure?.kind === 'statement' && claim.quantity) {
			problems.push(
				problem(
					'claim',
					record(claim),
					['quantity'],
					`the measure ${measure.id} counts nothing, so it has no quantity`,
					'Take quantity out, or choose a measure that counts.',
				),
			);
		}
		problems.push(...supersedesProblems(ledger, claim, replaced));
	}
	return problems;
}
