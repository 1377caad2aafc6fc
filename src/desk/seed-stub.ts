import type { FoundNumber } from '../ledger/number.ts';
import { parseEntries } from '../ledger/parse.ts';
import { formatQuantity } from '../ledger/quantity.ts';
import { findQuote, prepareSeed, type Seed } from '../ledger/quote.ts';
import { type Quantity, wordQualifiers } from '../ledger/schemas/claim.ts';
import { coverage, type Figure } from '../ledger/seed.ts';
import { namesIn } from '../ledger/suggest.ts';
import type { Content } from './read.ts';
import { textOf } from './rule.ts';
import { type Choice, type Given, itemText, quote, recordText, type Stub } from './stub-text.ts';
import { printable } from './terminal.ts';
import { UNWRITTEN } from './unfinished.ts';
import { sameFate, unitIn, wordsBehind } from './units.ts';
import { anyOf, spansOf, stems } from './words.ts';

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

/** What has more is a table, and stands in content/series/. */
const MOST_FIGURES = 1000;

/** A quantity that holds as it is written, with the limit of the report; undefined for what a claim cannot hold. */
function quantityOf({ value, upper, qualifier = 'exactly', text }: FoundNumber): Quantity | undefined {
	if (value === null) return { qualifier: wordQualifiers.find((word) => word === text.toLowerCase()) ?? 'not given' };
	if (value < 0) return undefined;
	return { value, qualifier, ...(upper === undefined ? {} : { upper }) };
}

/** A source for a file in seeds/, with a claim for each figure in it: the quote is there, the rest is guessed or to be filled. */
export function seedStub(content: Content, id: string, file: string, today: string): Stub {
	const no = (message: string): Stub => ({ ok: false, message });
	const name = file.replace(/^(?:\.\/)?seeds\//, '');
	const found = content.all.seeds.get(name);
	const odd = content.problems.find(({ path }) => path === `seeds/${name}`);
	if (odd) return no(`${printable(name)}: ${odd.message}; ${odd.fix}`);
	if (!found) {
		const there = [...content.all.seeds.keys()].join(', ');
		const put = `put the file there as it was received${there ? ` (there is: ${there})` : ''}`;
		const save = `reports are plain text: save its words as seeds/${name.replace(/\.[^.]*$/, '')}.txt, in UTF-8`;
		return no(`there is no text seeds/${name}; ${name.endsWith('.txt') ? put : save}`);
	}
	const owner = content.all.entries.find(({ kind, data }) => kind === 'source' && textOf(data, 'seed') === name);
	if (owner) return no(`seeds/${name} belongs to the source "${owner.id}" already`);
	const guess = guesser(content);
	if (!guess)
		return no('content/topics.yaml and content/measures.yaml must each hold a record first: npm run new -- topic <id>');
	// All that names a record is given.
	const choice: Choice = { today, pick: () => '' };
	const seed = prepareSeed(found.text);
	const claims: string[] = [];
	const settled: string[] = [];
	const aside: string[] = [];
	const figures = wholeDates(seed, coverage(seed, [], []));
	if (figures.length > MOST_FIGURES)
		return no(`seeds/${name} has ${figures.length} figures: bring it in as several reports`);
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
		const { measure, unit, speaker } = guess?.(figure, quantity !== undefined) ?? {};
		const parts = Object.entries({ ...quantity, ...(unit && { unit }) }).filter(([, part]) => part !== 'exactly');
		const { kind, lead = '' } = figure.number;
		const said = !quantity ? '' : kind === 'count' ? formatQuantity(quantity) : `${lead} ${figure.text}`.trim();
		const held = `{ ${parts.map(([key, part]) => `${key}: ${part}`).join(', ')} }`;
		const given: Given = {
			...{ about: { chosen: UNWRITTEN }, measure: { chosen: measure ?? '' } },
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
	const { text, sentences, lines } = seed;
	for (const parts of [sentences, lines]) {
		const { line } = parts.at(offset);
		const start = parts.start(line);
		const end = line < parts.count ? parts.start(line + 1) : text.length;
		const before = [...text.slice(start, offset).matchAll(/\S+/g)].map((match) => start + match.index);
		const behind = offset + length;
		const after = [...text.slice(behind, end).matchAll(/\S+/g)].map((match) => behind + match.index + match[0].length);
		for (let words = fewest; words <= 40; words++) {
			const from = words === 0 ? offset : (before.at(-words) ?? before[0] ?? offset);
			const to = words === 0 ? behind : (after[words - 1] ?? after.at(-1) ?? behind);
			const candidate = text.slice(from, to).replace(/[\s,;:.]+$/, '');
			if (candidate.length >= length && findQuote(seed, candidate).length === 1) return candidate;
		}
	}
	return undefined;
}

/** What the words beside a figure of a report speak for; a unit where it is not that of the measure. */
type Guess = { readonly measure: string } & Readonly<Partial<Record<'unit' | 'speaker', string>>>;

/**
 * Guesses measure, unit and speaker of a figure from the words beside it; undefined while there is no topic or no
 * measure to name. Each guess waits to be confirmed.
 */
function guesser({ entries }: Content): ((figure: Figure, counts: boolean) => Guess) | undefined {
	const { ledger } = parseEntries(entries);
	const measures = [...ledger.measures.values()].map((one) => ({
		...one,
		words: stems(`${one.label} ${one.definition}`),
	}));
	const actors = [...ledger.actors.values()].map((one) => ({
		id: one.id,
		names: anyOf(namesIn(one).filter((name) => name.length > 2)),
	}));
	const counting = measures.filter(({ kind }) => kind !== 'statement');
	const statement = measures.find(({ kind }) => kind === 'statement') ?? counting[0];
	if (ledger.topics.size === 0 || !statement) return undefined;
	return ({ sentence, number }, counts) => {
		const at = Math.max(0, sentence.indexOf(number.text));
		const end = at + number.text.length;
		const behind = wordsBehind(sentence, end);
		const near = stems(sentence.slice(Math.max(0, at - 40), end + 40));
		const shared = (words: ReadonlySet<string>) => words.intersection(near).size;
		const best = <T>(list: readonly T[], score: (one: T) => number): T | undefined =>
			list.toSorted((a, b) => score(b) - score(a))[0];
		const speakers = actors.flatMap(({ id, names }) =>
			names ? spansOf(sentence, names).map(([start]) => ({ id, behind: start - at })) : [],
		);
		// Who speaks stands in front more often than behind.
		const speaker = best(speakers, (one) => -(one.behind < 0 ? -one.behind : 2 * one.behind));
		const said = speaker ? { speaker: speaker.id } : {};
		if (!counts) return { measure: statement.id, ...said };
		const unit = /[$€£₺]\s?$/.test(sentence.slice(0, at)) ? 'dollars' : unitIn(behind);
		const isOf = (one: { readonly unit?: string | undefined }): boolean => unitIn(one.unit ?? '') === unit;
		const fits = counting.filter(
			(one) =>
				sameFate(`${behind} ${sentence}`, one.id) !== false &&
				(one.various || (unit === undefined ? sameFate(sentence, one.id) === true : isOf(one))),
		);
		const score = (one: (typeof counting)[number]): number =>
			2 * shared(one.words) +
			(sameFate(sentence, one.id) ? 5 : 0) +
			(isOf(one) ? (unit === undefined ? 1 : 3) : 0) +
			(one.various ? 1 : 0);
		const chosen = best(fits, score) ?? counting[0] ?? statement;
		return { measure: chosen.id, ...(unit !== undefined && !isOf(chosen) && { unit }), ...said };
	};
}
