import { type FoundNumber, findFigures } from '../../ledger/number.ts';
import { limitAfter, limitBefore } from '../../ledger/number-limit.ts';
import { formatQuantity } from '../../ledger/quantity.ts';
import type { Qualifier, Quantity } from '../../ledger/schemas/index.ts';
import { type ClaimView, claimsOf } from '../claims.ts';
import type { Mark, Passage } from '../passage.ts';
import type { Finding } from '../position.ts';
import { type Desk, finding, type Rule, textAt } from '../rule.ts';
import { sameFate, unitIn, wordsBehind } from '../units.ts';

const LETTER = /[\p{L}\p{N}\uFFFC]/u;
/** What may stand between a limit and its figure: "at least the following 52". */
const BETWEEN = /^the (?:following|other|next|same)\b\s*/i;

/** Words in front that are no limit where what follows is no figure: "about what he said". */
const startsWithFigure = (words: string, [first]: readonly FoundNumber[]): boolean =>
	first !== undefined && words.slice(0, first.offset).trimStart().replace(BETWEEN, '').trim() === (first.lead ?? '');

/** What a claim says, as the words around it have to say it. */
interface Said {
	readonly quantity: Quantity | undefined;
	readonly unit: string;
	readonly measure: string;
}

function saidBy(desk: Desk, { value, upper, qualifier, unit, measure }: ClaimView): Said {
	const home = desk.content.homes.get(`measure/${measure}`);
	const limit = qualifier as Qualifier | undefined;
	return {
		quantity: limit && {
			qualifier: limit,
			...(value === undefined ? {} : { value }),
			...(upper === undefined ? {} : { upper }),
		},
		unit: unit || (home ? textAt(home, 'unit') : ''),
		measure,
	};
}

type Fault = readonly [message: string, fix: string];

/** The figures written inside the tag: each is the claim's, with its limit, or the claim's statement has it too. */
function* inside(
	{ quantity }: Said,
	claim: ClaimView,
	figures: readonly FoundNumber[],
	around: readonly (Qualifier | undefined)[],
): Iterable<Fault> {
	const known = [quantity?.value, quantity?.upper].filter((value) => value !== undefined);
	for (const figure of figures) {
		if (figure.value === null) {
			if (quantity?.value === undefined || figure.kind !== 'vague') continue;
		} else if (known.length === 0 && findFigures(claim.statement).some(({ value }) => value === figure.value)) continue;
		if (figure.value === null || !known.includes(figure.value)) {
			yield [
				`the words say "${figure.text}", the claim "${claim.id}" says ${quantity ? formatQuantity(quantity) : 'no figure'}`,
				'give the claim’s own figure, or name the claim that holds this one',
			];
			continue;
		}
		const limits = [figure.qualifier, ...(figure === figures[0] ? around : [])].filter((limit) => limit !== undefined);
		const own = quantity?.qualifier ?? 'exactly';
		const right = limits.length === 0 ? own === 'exactly' : limits.length === 1 && limits[0] === own;
		if (!right || figure.upper !== quantity?.upper) {
			yield [
				`the words give the figure another limit than the claim "${claim.id}", which says ${quantity ? formatQuantity(quantity) : 'none'}`,
				`write <Claim id="${claim.id}"/>, or the claim’s own limit inside the tag`,
			];
		}
	}
}

/** What stands around a reference to a figure and changes what it says. */
function* around({ text }: Passage, { start, end }: Mark, said: Said | undefined, prints: string): Iterable<Fault> {
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
	const behind = wordsBehind(text, end);
	const [own, named] = [unitIn(said.unit), unitIn(behind)];
	const loose = own === undefined && (named === 'people' || said.unit === 'items' || said.unit === '');
	if (named !== undefined && named !== own && !loose && prints !== '') {
		yield [
			`the claim counts ${said.unit}, and the words behind it say ${named}`,
			'write the claim’s own unit, or name another claim',
		];
	} else if (sameFate(behind, said.measure) === false) {
		yield [
			`the claim is about those ${said.measure.replace(/-.*$/, '')}, and the words behind it are not`,
			'name the claim that counts them, or correct the words',
		];
	}
}

function* touching({ text, marks }: Passage, { start, end }: Mark): Iterable<Fault> {
	if (marks.some((other) => other.end === start && other.start < start && other.use))
		yield ['two references run together, and readers see one number', 'put a space or words between them'];
	else if (LETTER.test(text[start - 1] ?? '')) yield ['a space is missing in front of this tag', 'put a space there'];
	else if (LETTER.test(text[end] ?? '') && text[end] !== '\uFFFC')
		yield ['a space is missing behind this tag', 'put a space there'];
}

function* inPassage(desk: Desk, claims: ReadonlyMap<string, ClaimView>, passage: Passage): Iterable<Finding> {
	if (!passage.live) return;
	for (const mark of passage.marks) {
		const { use } = mark;
		if (!use || (use.name !== 'Claim' && use.name !== 'Value')) continue;
		const id = use.attributes.get('id')?.value ?? '';
		const claim = use.name === 'Claim' ? claims.get(id) : undefined;
		const words = passage.text.slice(mark.start, mark.end).replace('\uFFFC', '');
		const faults: Fault[] = [...touching(passage, mark)];
		if (use.name === 'Value') faults.push(...around(passage, mark, undefined, 'as its note tells'));
		else if (claim) {
			const said = saidBy(desk, claim);
			const figures = findFigures(words);
			const prints = said.quantity ? formatQuantity(said.quantity) : '';
			if (words.trim() === '' && !said.quantity) {
				faults.push([`the claim "${id}" has no figure to print`, `put words inside: <Claim id="${id}">…</Claim>`]);
			} else if (words.trim() === '') faults.push(...around(passage, mark, said, prints));
			else {
				const led = startsWithFigure(words, figures);
				const limits = [
					led ? limitBefore(passage.text, mark.start).qualifier : undefined,
					limitAfter(passage.text, mark.end),
				];
				faults.push(...inside(said, claim, figures, limits));
				const last = figures.at(-1);
				const behind = last && wordsBehind(passage.text, mark.start + last.offset + last.length);
				const named = behind === undefined ? undefined : unitIn(behind);
				const own = unitIn(said.unit);
				if (named !== undefined && own !== undefined && named !== own && last?.value === said.quantity?.value)
					faults.push([
						`the claim counts ${said.unit}, and the words say ${named}`,
						'write the claim’s own unit, or name another claim',
					]);
			}
		}
		for (const [message, fix] of faults) {
			yield finding(rule.name, use.place, message, fix, 'error', claim ? [`claim/${id}`] : undefined);
		}
	}
}

export const rule: Rule = {
	name: 'claim-words',
	summary:
		'Words in front of a figure, inside its tag or behind it say something else than its source: another value, limit or unit.',
	remedy:
		'Let the reference print its figure and limit, and write its unit behind it; or name the claim that says what the words say.',
	example: {
		wrong: 'almost <Claim id="strike-killed-sohr"/> per cent',
		right: '<Claim id="strike-killed-sohr"/> fighters',
	},
	*check(desk) {
		const claims = claimsOf(desk);
		for (const passage of desk.passages) yield* inPassage(desk, claims, passage);
	},
};
