import { formatDate, type LedgerDate, parseDate } from '../../ledger/date.ts';
import { type Path, valueAt } from '../../ledger/problem.ts';
import type { Home } from '../file.ts';
import { type Desk, finding, listAt, placeIn, type Rule, textAt } from '../rule.ts';

const YEAR_MS = 31_557_600_000;
/** A day of work so far behind all others is a slip of the pen, and no measure for the rest. */
const ALONE = 8 * YEAR_MS;

/** Days on which somebody worked here: sources were read, pages changed. */
function workDays(desk: Desk): readonly (readonly [home: Home, key: string, date: LedgerDate])[] {
	const keys = { source: 'accessed', explainer: 'updated', page: 'updated' } as const;
	return (Object.keys(keys) as (keyof typeof keys)[])
		.flatMap((kind) => desk.records(kind).map((home) => [home, keys[kind]] as const))
		.flatMap(([home, key]) => {
			const date = parseDate(textAt(home, key));
			return date.ok ? [[home, key, date.date] as const] : [];
		})
		.sort(([, , a], [, , b]) => a.max - b.max);
}

/** What tells when something was, in each kind of record. */
const DATED = {
	source: ['published'],
	claim: ['date', 'said'],
	topic: ['date'],
	ceasefire: ['agreed', 'inForce', 'ended'],
	explainer: ['asOf'],
	page: ['asOf'],
} as const;

function datesIn(home: Home): readonly (readonly [Path, string])[] {
	const keys: readonly string[] = DATED[home.entry.kind as keyof typeof DATED] ?? [];
	const inLists = ['events', 'corrections'].flatMap((list) =>
		listAt(home, list).map((_, at) => [list, at, 'date'] as const),
	);
	return [...keys.map((key) => [key]), ...inLists].map((path) => [path, String(valueAt(home.entry.data, path) ?? '')]);
}

/** Of two dates of one record, which must not come before which, and why. */
const PAIRS: readonly (readonly [first: string, second: string, message: string])[] = [
	['published', 'accessed', 'it was read before it was published'],
	['published', 'updated', 'the page was changed before it was published'],
	['asOf', 'updated', 'the page was changed before the day from which it speaks'],
];
/** Of these, what is said ahead is a plan, and none of a count. */
const COUNTS = new Set(['event count', 'flow', 'stock']);

export const rule: Rule = {
	name: 'date-order',
	summary: 'Two dates cannot both be right: something lies in the future, or comes before what it follows.',
	remedy:
		'Look both dates up, and correct the one that is wrong. No clock is read: the newest day on which somebody worked here counts as today.',
	example: { wrong: 'published: 2021-05-08 with accessed: 2020-05-09', right: 'accessed: 2021-05-09' },
	*check(desk) {
		const days = workDays(desk);
		const tell = (home: Home, path: Path, message: string) =>
			finding(rule.name, placeIn(desk, home, path), message, 'look both dates up, and correct the one that is wrong');
		const [before, last] = days.slice(-2);
		const alone = before && last && last[2].max - before[2].max > ALONE;
		if (alone)
			yield tell(
				last[0],
				[last[1]],
				`${formatDate(last[2])} is years after every other day on which somebody worked here`,
			);
		const today = (alone ? before : (last ?? before))?.[2];
		for (const home of desk.content.homes.values()) {
			if (desk.content.unfinished.has(`${home.entry.kind}/${home.entry.id}`)) continue;
			for (const [path, written] of datesIn(home)) {
				const date = parseDate(written);
				if (today && date.ok && date.date.min > today.max)
					yield tell(
						home,
						path,
						`${formatDate(date.date)} lies in the future: nobody worked here later than on ${formatDate(today)}`,
					);
			}
			for (const [first, second, message] of PAIRS) {
				const [a, b] = [textAt(home, first), textAt(home, second)].map((text) => parseDate(text));
				if (a?.ok && b?.ok && b.date.max < a.date.min) yield tell(home, [second], `${message}, ${formatDate(a.date)}`);
			}
		}
		for (const claim of desk.ledger.claims.values()) {
			const { date, said, quantity, id, measure } = claim;
			if (!date || !said || !quantity || !COUNTS.has(desk.ledger.measures.get(measure)?.kind ?? '')) continue;
			const [held, spoken] = [parseDate(date), parseDate(said)];
			const home = desk.content.homes.get(`claim/${id}`);
			if (home && held.ok && spoken.ok && spoken.date.max < held.date.min)
				yield tell(home, ['said'], `it was said before it was so, ${formatDate(held.date)}`);
		}
	},
};
