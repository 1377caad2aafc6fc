import { formatDate, isDay, type LedgerDate, MONTHS, meantDates, parseDate } from '../../ledger/date.ts';
import { type Path, valueAt } from '../../ledger/problem.ts';
import { remember } from '../../ledger/remember.ts';
import type { Home } from '../file.ts';
import { attributeOf } from '../passage.ts';
import { type Desk, type Found, listAt, placeIn, type Rules, textAt } from '../rule.ts';
import { within } from '../words.ts';

const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const any = (names: readonly string[]): string => `(?:${names.join('|')})`;
const NUMBER = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const MONTH = `(?<month>${any(MONTHS)})`;
/** "Monday the 26th of October 2020", "Monday, October 26, 2020". */
const WITH_WEEKDAY = [`(?:the\\s+)?${NUMBER}\\s+(?:of\\s+)?${MONTH}`, `${MONTH}\\s+${NUMBER}`].map(
	(form) => new RegExp(`\\b(?<named>${any(DAYS)}),?\\s+${form},?\\s+(?<year>\\d{4})`, 'g'),
);
const WHOLE_DAY = new RegExp(`\\b\\d{1,2}[ \u00a0]${any(MONTHS)}[ \u00a0]\\d{4}\\b`, 'g');

const YEAR_MS = 31_557_600_000;
const MONTH_MS = YEAR_MS / 12;
/** A day of work so far behind all others is a slip of the pen, and no measure for the rest. */
const ALONE = 8 * YEAR_MS;
/** Days on which somebody worked here: sources were read, pages changed. */
const WORK = { source: 'accessed', explainer: 'updated', page: 'updated' } as const;
/** What tells when something was, in each kind of record. */
const DATED: Readonly<Record<string, readonly string[]>> = {
	source: ['published'],
	claim: ['date', 'said'],
	topic: ['date'],
	ceasefire: ['agreed', 'inForce', 'ended'],
	explainer: ['asOf'],
	page: ['asOf'],
};
/** Of two dates of one record, which must not come before which, and why. */
const PAIRS = [
	['published', 'accessed', 'it was read before it was published'],
	['published', 'updated', 'the page was changed before it was published'],
	['asOf', 'updated', 'the page was changed before the day from which it speaks'],
] as const;
/** Of these, what is said ahead is a plan, and none of a count. */
const COUNTS = new Set(['event count', 'flow', 'stock']);

/** Milliseconds between two dates; 0 where they touch. */
const apart = (a: LedgerDate, b: LedgerDate): number => Math.max(0, a.min - b.max, b.min - a.max);

/** How far from its topic's date a claim may hold: a count of one day on that day, words of what led to it for long. */
function reachOf(held: LedgerDate, topic: LedgerDate, counts: boolean): number {
	if (!counts) return isDay(held) ? 2 * YEAR_MS : Number.POSITIVE_INFINITY;
	if (isDay(topic)) return isDay(held) ? 0 : YEAR_MS;
	return Math.min(YEAR_MS, Math.max(2 * MONTH_MS, topic.max - topic.min));
}

const dateOf = remember((written: string | undefined): LedgerDate | undefined => {
	const date = written ? parseDate(written) : undefined;
	return date?.ok ? date.date : undefined;
});

function workDays(desk: Desk): readonly (readonly [home: Home, path: Path, date: LedgerDate])[] {
	const days = Object.entries(WORK).flatMap(([kind, key]) =>
		desk.records(kind as keyof typeof WORK).map((home): [Home, Path] => [home, [key]]),
	);
	// A ceasefire has no day of its own on which it was changed.
	const corrections = desk
		.records('ceasefire')
		.flatMap((home) => listAt(home, 'corrections').map((_, at): [Home, Path] => [home, ['corrections', at, 'date']]));
	return [...days, ...corrections]
		.flatMap(([home, path]) => {
			const date = dateOf(textAt(home, ...path));
			return date ? [[home, path, date] as const] : [];
		})
		.sort(([, , a], [, , b]) => a.max - b.max);
}

const datesIn = (home: Home): readonly (readonly [Path, string])[] =>
	[
		...(DATED[home.entry.kind] ?? []).map((key) => [key]),
		...['events', 'corrections'].flatMap((list) => listAt(home, list).map((_, at) => [list, at, 'date'])),
	].map((path) => [path, String(valueAt(home.entry.data, path) ?? '')]);

export const dates: Rules = {
	*'date-order'(desk) {
		const tell = (home: Home, path: Path, message: string): Found => [
			placeIn(desk, home, path),
			message,
			'look both dates up, and correct the one that is wrong',
		];
		const [before, last] = workDays(desk).slice(-2);
		const alone = before && last && last[2].max - before[2].max > ALONE;
		if (alone) {
			const message = `${formatDate(last[2])} is years after every other day on which somebody worked here`;
			yield tell(last[0], last[1], message);
		}
		const today = (alone ? before : (last ?? before))?.[2];
		for (const home of desk.content.homes.values()) {
			if (desk.content.unfinished.has(`${home.entry.kind}/${home.entry.id}`)) continue;
			for (const [path, written] of datesIn(home)) {
				const date = dateOf(written);
				if (!today || !date || date.min <= today.max) continue;
				const message = `${formatDate(date)} lies in the future: nobody worked here later than on ${formatDate(today)}`;
				yield tell(home, path, message);
			}
			for (const [first, second, message] of PAIRS) {
				const [a, b] = [dateOf(textAt(home, first)), dateOf(textAt(home, second))];
				if (a && b && b.max < a.min) yield tell(home, [second], `${message}, ${formatDate(a)}`);
			}
		}
		const early = new Set<string>();
		for (const { about, date, said, quantity, id, measure, source } of desk.ledger.claims.values()) {
			const counts = quantity !== undefined && COUNTS.has(desk.ledger.measures.get(measure)?.kind ?? '');
			const [held, spoken, home] = [dateOf(date), dateOf(said), desk.content.homes.get(`claim/${id}`)];
			if (home && counts && held && spoken && spoken.max < held.min)
				yield tell(home, ['said'], `it was said before it was so, ${formatDate(held)}`);
			const topic = dateOf(desk.ledger.topics.get(about)?.date);
			if (home && held && topic && apart(held, topic) > reachOf(held, topic, counts)) {
				const message = `claim dated ${formatDate(held)}, topic "${about}" dated ${formatDate(topic)}: wrong topic?`;
				const fix = 'give it the topic of its day, or correct the date that is wrong';
				yield [placeIn(desk, home, ['about']), message, fix, { severity: 'warning' }];
			}
			const from = desk.content.homes.get(`source/${source}`);
			const published = dateOf(desk.ledger.sources.get(source)?.published);
			const after = [counts ? held : undefined, spoken].find((day) => day && published && published.max < day.min);
			if (!from || !after || early.has(source) || (today && after.min > today.max)) continue;
			early.add(source);
			yield tell(from, ['published'], `it was published before what the claim "${id}" reports, ${formatDate(after)}`);
		}
	},

	*'later-date'({ content, uses, passages }) {
		const asOfIn = (key: string): LedgerDate | undefined => {
			const home = content.homes.get(key);
			return home && dateOf(textAt(home, 'asOf'));
		};
		for (const use of uses) {
			const written = use.name === 'Later' ? use.attributes.get('date') : undefined;
			const [date, asOf] = [dateOf(written?.value), asOfIn(`${use.kind}/${use.source.id}`)];
			if (!written || !date || !asOf || date.max > asOf.max) continue;
			const message = `${attributeOf(use, 'date')} is not after ${asOf.edtf}, the day this page speaks from`;
			yield [written.place, message, 'correct the date, or take the block apart'];
		}
		for (const { kind, id, path, text, inside, quotations, place } of passages) {
			const asOf = kind === 'explainer' && path[0] === 'body' ? asOfIn(`${kind}/${id}`) : undefined;
			if (!asOf || inside.includes('Later')) continue;
			for (const { 0: written, index } of text.matchAll(WHOLE_DAY)) {
				const [date, end] = [dateOf(meantDates(written.replace(/\u00a0/g, ' '))[0]), index + written.length];
				if (!date || date.min <= asOf.max || within(quotations, index, end)) continue;
				const message = `${formatDate(date)} is later than ${formatDate(asOf)}, the day this page speaks from`;
				const fix = 'tell it in <Later date="…">, or correct the date';
				yield [place(index, end), message, fix, { severity: 'warning' }];
			}
		}
	},

	*weekday({ passages }) {
		for (const { text, place } of passages) {
			for (const match of WITH_WEEKDAY.flatMap((form) => [...text.matchAll(form)])) {
				const { named, day = '', month = '', year = '' } = match.groups ?? {};
				const number = String(MONTHS.indexOf(month) + 1).padStart(2, '0');
				const date = dateOf(`${year}-${number}-${day.padStart(2, '0')}`);
				const right = date && DAYS[new Date(date.min).getUTCDay()];
				if (right === named) continue;
				yield [
					place(match.index, match.index + match[0].length),
					date ? `${formatDate(date)} was a ${right}` : `there is no ${day} ${month} ${year}`,
					right ? `write "${right}", or correct the date` : 'correct the date',
				];
			}
		}
	},
};
