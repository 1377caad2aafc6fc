import type { Kind } from '../ledger/kinds.ts';
import { valueAt } from '../ledger/problem.ts';
import type { Figure } from '../ledger/seed.ts';
import { namesIn } from '../ledger/suggest.ts';
import type { Content } from './read.ts';
import { textOf } from './rule.ts';
import { sameFate, unitIn, wordsBehind } from './units.ts';
import { stems } from './words.ts';

/** What the words beside a figure of a report speak for. */
export interface Guess {
	readonly topic: string;
	readonly measure: string;
	/** Where it is not that of the measure. */
	readonly unit?: string;
	readonly speaker?: string;
}

/**
 * Guesses measure, unit and speaker of a figure from the words beside it; undefined while there is no topic or no
 * measure to name. Each guess waits to be confirmed.
 */
export function guesser(content: Content): ((figure: Figure, counts: boolean) => Guess) | undefined {
	const all = (kind: Kind) => content.entries.entries.filter((entry) => entry.kind === kind);
	const topics = all('topic').map(({ id, data }) => ({ id, words: stems(`${id} ${textOf(data, 'title')}`) }));
	const measures = all('measure').map(({ id, data }) => ({
		...{ id, kind: textOf(data, 'kind'), unit: textOf(data, 'unit'), various: valueAt(data, ['various']) === true },
		words: stems(`${textOf(data, 'label')} ${textOf(data, 'definition')}`),
	}));
	const actors = all('actor').map(({ id, data }) => ({ id, names: namesIn(data).filter((name) => name.length > 2) }));
	const counting = measures.filter(({ kind }) => kind !== 'statement');
	const [first] = topics;
	const statement = measures.find(({ kind }) => kind === 'statement') ?? counting[0];
	if (!first || !statement) return undefined;
	return ({ sentence, number }, counts) => {
		const at = Math.max(0, sentence.indexOf(number.text));
		const end = at + number.text.length;
		const behind = wordsBehind(sentence, end);
		const near = stems(sentence.slice(Math.max(0, at - 40), end + 40));
		const shared = (words: ReadonlySet<string>) => words.intersection(near).size;
		const best = <T>(list: readonly T[], score: (one: T) => number): T | undefined =>
			list.toSorted((a, b) => score(b) - score(a))[0];
		const topic = best(topics, ({ words }) => shared(words)) ?? first;
		const speakers = actors.flatMap(({ id, names }) =>
			names.flatMap((name) => wordAt(sentence, name)).map((place) => ({ id, behind: place - at })),
		);
		// Who speaks stands in front more often than behind.
		const speaker = best(speakers, (one) => -(one.behind < 0 ? -one.behind : 2 * one.behind));
		const said = speaker ? { speaker: speaker.id } : {};
		if (!counts) return { topic: topic.id, measure: statement.id, ...said };
		const unit = /[$€£₺]\s?$/.test(sentence.slice(0, at)) ? 'dollars' : unitIn(behind);
		const isOf = (one: { readonly unit: string }): boolean => unitIn(one.unit) === unit;
		const fits = counting.filter(
			({ id, various, unit: own }) =>
				sameFate(`${behind} ${sentence}`, id) !== false &&
				(various || (unit === undefined ? sameFate(sentence, id) === true : isOf({ unit: own }))),
		);
		const score = (one: (typeof counting)[number]): number =>
			2 * shared(one.words) +
			(sameFate(sentence, one.id) ? 5 : 0) +
			(isOf(one) ? (unit === undefined ? 1 : 3) : 0) +
			(one.various ? 1 : 0);
		const chosen = best(fits, score) ?? counting[0] ?? statement;
		return { topic: topic.id, measure: chosen.id, ...(unit !== undefined && !isOf(chosen) && { unit }), ...said };
	};
}

/** Where a name stands in a sentence as words of their own. */
function wordAt(sentence: string, name: string): readonly number[] {
	const at = sentence.indexOf(name);
	const parts = /\p{L}/u.test(sentence[at - 1] ?? ' ') || /\p{L}/u.test(sentence[at + name.length] ?? ' ');
	return at === -1 || parts ? [] : [at];
}
