import type { FoundNumber } from '../ledger/number.ts';
import { formatQuantity } from '../ledger/quantity.ts';
import { findQuote, prepareSeed, type Seed } from '../ledger/quote.ts';
import { type Quantity, wordQualifiers } from '../ledger/schemas/claim.ts';
import { coverage, type Figure } from '../ledger/seed.ts';
import { guesser } from './guess.ts';
import type { Content } from './read.ts';
import { textOf } from './rule.ts';
import { type Choice, type Given, itemText, quote, recordText, type Stub } from './stub-text.ts';
import { UNWRITTEN } from './unfinished.ts';

/** Why a number of a report is no figure that a claim could hold; the editor may make a claim of a date all the same. */
const NO_FIGURE: Readonly<Partial<Record<FoundNumber['kind'], string>>> = {
	clock: 'A time of day.',
	date: 'A date.',
	document: 'The number of a document.',
	name: 'Part of a name.',
	ordinal: 'A place in an order.',
	one: 'One, as a word for a single thing.',
	loose: 'A word that gives no number.',
};
/** Between the day and the year of one date. */
const IN_A_DATE = /^[\s,]*(?:(?:of\s+)?\p{Lu}\p{L}+\.?,?\s*|[-–/.])?$/u;

/** A quantity that holds as it is written, with the limit of the report; undefined for what a claim cannot hold. */
function quantityOf({ value, upper, qualifier = 'exactly', text }: FoundNumber): Quantity | undefined {
	if (value === null) return { qualifier: wordQualifiers.find((word) => word === text.toLowerCase()) ?? 'not given' };
	if (value < 0) return undefined;
	return { value, qualifier, ...(upper === undefined ? {} : { upper }) };
}

/** A source for a file in seeds/, with a claim for each figure in it: the quote is there, the rest is guessed or to be filled. */
export function seedStub(content: Content, id: string, file: string, today: string): Stub {
	const name = file.replace(/^(?:\.\/)?seeds\//, '');
	const found = content.all.seeds.get(name);
	if (!found) {
		const there = [...content.all.seeds.keys()].join(', ');
		const fix = name.endsWith('.txt')
			? `put the file there as it was received${there ? ` (there is: ${there})` : ''}`
			: `reports are plain text: save its words as seeds/${name.replace(/\.[^.]*$/, '')}.txt, in UTF-8`;
		return { ok: false, message: `there is no text seeds/${name}; ${fix}` };
	}
	const owner = content.all.entries.find(({ kind, data }) => kind === 'source' && textOf(data, 'seed') === name);
	if (owner) return { ok: false, message: `seeds/${name} belongs to the source "${owner.id}" already` };
	const guess = guesser(content);
	if (!guess)
		return {
			ok: false,
			message: 'content/topics.yaml and content/measures.yaml must each hold a record first: npm run new -- topic <id>',
		};
	// All that names a record is given.
	const choice: Choice = { today, pick: () => '' };
	const seed = prepareSeed(found.text);
	const claims: string[] = [];
	const settled: string[] = [];
	const aside: string[] = [];
	const figures = wholeDates(seed, coverage(seed, [], []));
	for (const [index, figure] of figures.entries()) {
		const reason = NO_FIGURE[figure.number.kind];
		const words = uniqueWords(seed, figure, reason === undefined ? 3 : figure.number.kind === 'date' ? 0 : 2);
		if (words === undefined) aside.push(figure.text);
		else if (reason !== undefined) settled.push(`\n  - text: ${quote(words)}\n    reason: ${reason}`);
		else claims.push(claimOf(`${id}-figure-${index + 1}`, figure, words));
	}
	const source = recordText(
		'source',
		id,
		{
			...{ ownTitle: 'true', publisher: { chosen: 'Unknown' }, language: { chosen: 'en' }, accessed: today },
			...{ note: undefined, seed: name, sha256: quote(found.sha256) },
			...(settled.length > 0 && { setAside: settled.join('') }),
		},
		choice,
	);
	const notes = [
		`seeds/${name}: ${figures.length} figures, ${settled.length} of them set aside as dates, times, names and the like`,
		...(found.encoding ? [`It is not in UTF-8; it was read as ${found.encoding}: look at its accents.`] : []),
		...figures.map((figure) => `  line ${figure.line}: ${figure.text}: “${figure.sentence}”`),
		...aside.map(
			(text) => `"${text}" has no words around it that stand in the seed once: list it under setAside by hand`,
		),
		'Both files stay out of the site until they are finished. What was guessed has a comment: confirm it, and take the comment out.',
	];
	const files = new Map([[`content/sources/${id}.yaml`, source]]);
	if (claims.length > 0) files.set(`content/claims/${id}.yaml`, claims.join(''));
	return { ok: true, files, notes };

	function claimOf(claim: string, figure: Figure, words: string): string {
		const quantity = quantityOf(figure.number);
		const { topic, measure, unit, speaker } = guess?.(figure, quantity !== undefined) ?? {};
		const parts = Object.entries({ ...quantity, ...(unit && { unit }) }).filter(([, part]) => part !== 'exactly');
		const { kind, lead = '' } = figure.number;
		const said = !quantity ? '' : kind === 'count' ? formatQuantity(quantity) : `${lead} ${figure.text}`.trim();
		const held = `{ ${parts.map(([key, part]) => `${key}: ${part}`).join(', ')} }`;
		const given: Given = {
			...{ about: { chosen: topic ?? '' }, measure: { chosen: measure ?? '' } },
			statement: quote(`${UNWRITTEN}, who says what, in one sentence${said && `: ${said}`}.`),
			...(quantity && { quantity: unit ? { chosen: held } : held }),
			...(speaker && { saidBy: { chosen: speaker } }),
			...{ source: id, quote: quote(words), confidence: `{ level: low, reason: ${UNWRITTEN}. }` },
		};
		return itemText(claim, recordText('claim', claim, given, choice));
	}
}

/** The figures with the parts of a date as one: "5 March 2020" is told and set aside once. */
function wholeDates({ text }: Seed, figures: readonly Figure[]): readonly Figure[] {
	const whole: Figure[] = [];
	for (const figure of figures) {
		const before = whole.at(-1);
		const end = before ? before.offset + before.length : 0;
		const one = before?.number.kind === 'date' && figure.number.kind === 'date';
		if (before && one && IN_A_DATE.test(text.slice(end, figure.offset))) {
			const length = figure.offset + figure.length - before.offset;
			whole.splice(-1, 1, { ...before, length, text: text.slice(before.offset, before.offset + length) });
		} else whole.push(figure);
	}
	return whole;
}

/**
 * The figure with as many words around it as make it stand in the seed once, of its own sentence as far as that goes;
 * undefined when nothing does.
 */
function uniqueWords(seed: Seed, { offset, length }: Figure, fewest: number): string | undefined {
	const { text, sentences } = seed;
	const line = [text.lastIndexOf('\n', offset) + 1, text.indexOf('\n', offset)] as const;
	const next = sentences.findIndex((start) => start > offset);
	const sentence = [
		sentences.at(next === -1 ? -1 : next - 1) ?? 0,
		next === -1 ? -1 : (sentences[next] ?? -1),
	] as const;
	for (const [start, end] of [sentence, line]) {
		const before = [...text.slice(start, offset).matchAll(/\S+/g)].map((match) => start + match.index);
		const behind = offset + length;
		const after = [...text.slice(behind, end === -1 ? text.length : end).matchAll(/\S+/g)].map(
			(match) => behind + match.index + match[0].length,
		);
		for (let words = fewest; words <= 40; words++) {
			const from = words === 0 ? offset : (before.at(-words) ?? before[0] ?? offset);
			const to = words === 0 ? behind : (after[words - 1] ?? after.at(-1) ?? behind);
			const candidate = text.slice(from, to).replace(/[\s,;:.]+$/, '');
			if (candidate.length >= length && findQuote(seed, candidate).length === 1) return candidate;
		}
	}
	return undefined;
}
