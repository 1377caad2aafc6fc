import { DAY_MS, MONTHS, meantDates } from '../../ledger/date.ts';
import { remember } from '../../ledger/remember.ts';
import type { Home } from '../file.ts';
import type { Passage } from '../passage.ts';
import { isRecord } from '../quotations.ts';
import { type Desk, type Rules, textAt } from '../rule.ts';
import { within } from '../words.ts';

const WRITTEN = new RegExp(`\\b(\\d{1,2}[ \u00a0](?:${MONTHS.join('|')}))([ \u00a0]\\d{4})?\\b`, 'g');
/** What stands for the year of a day that has none: a leap year. */
const NO_YEAR = '2020';
/** So many days apart are a slip of the pen. */
const NEAR = 3;

/** A day as it is compared: 2020-03-05, or 03-05 where no year is written. */
const dayOf = (day: string, year: string | undefined): string | undefined => {
	const [iso] = meantDates(`${day}${year ?? ` ${NO_YEAR}`}`.replaceAll('\u00a0', ' '));
	return year === undefined ? iso?.slice(-5) : iso;
};
const yearOf = (day: string): string => day.slice(0, -6);
const agree = (a: string, b: string): boolean => yearOf(a) === yearOf(b) || yearOf(a) === '' || yearOf(b) === '';
const isSame = (a: string, b: string): boolean => a.slice(-5) === b.slice(-5) && agree(a, b);

/** Whether one day may be a slip for the other: few days apart, a digit lost, or the same of another year. */
function isSlip(a: string, b: string): boolean {
	const [first = 0, second = 0] = [a, b].map((day) => Date.parse(`${NO_YEAR}-${day.slice(-5)}`));
	const digit = a.slice(-5, -2) === b.slice(-5, -2) && a.at(-1) === b.at(-1);
	return first === second || (agree(a, b) && (digit || Math.abs(first - second) <= NEAR * DAY_MS));
}

/** The days in the fields of a record. */
const fieldDays = ({ entry: { data, rows = [] } }: Home): readonly string[] =>
	JSON.stringify([data, rows]).match(/\b\d{4}-\d{2}-\d{2}\b/g) ?? [];

/** Every day that a record gives, in its fields and in its words. */
const daysOf = remember(
	(home: Home): readonly string[] => [
		...fieldDays(home),
		...[...JSON.stringify(home.entry.data).matchAll(WRITTEN)].flatMap(([, day = '', year]) => dayOf(day, year) ?? []),
	],
	new WeakMap(),
);

/** What tells of days. */
const TELLING = ['claim', 'ceasefire', 'topic', 'source', 'series', 'chart'] as const;

/** The records of these ids, with what a claim is about and rests on, and with the claims about a topic. */
function recordsOf({ content, claims }: Desk, ids: readonly string[]): readonly Home[] {
	const homes = [...new Set(ids)].flatMap((id) => TELLING.flatMap((kind) => content.homes.get(`${kind}/${id}`) ?? []));
	return homes.flatMap((home) => {
		const { kind, id } = home.entry;
		const about = [...claims.values()].filter((claim) => kind === 'topic' && claim.about === id);
		const rests = kind === 'claim' ? [`topic/${textAt(home, 'about')}`, `source/${textAt(home, 'source')}`] : [];
		const keys = [...rests, ...about.map((claim) => `claim/${claim.id}`)];
		return [home, ...keys.flatMap((key) => content.homes.get(key) ?? [])];
	});
}

/** The text of the lines on which a passage stands. */
function linesOf({ file, text, place }: Passage): string {
	const [first, last] = [place(0).line, place(Math.max(0, text.length - 1)).line];
	return Array.from({ length: last - first + 1 }, (_, at) => file.lines.text(first + at)).join('\n');
}

export const days: Rules = {
	*'unknown-day'(desk) {
		// What cannot be read may hold the day.
		if (desk.content.unread.length > 0) return;
		for (const passage of desk.passages) {
			const { file, kind, id, text, quotations, place } = passage;
			if (isRecord(desk, passage) || text.search(WRITTEN) === -1) continue;
			const own = desk.content.homes.get(`${kind}/${id}`);
			const said = [...text.matchAll(WRITTEN)].flatMap(({ 0: { length }, 1: name = '', 2: year, index }) => {
				const day = dayOf(name, year);
				return day === undefined || within(quotations, index, index + length)
					? []
					: [{ day, index, end: index + length }];
			});
			const beside = recordsOf(desk, linesOf(passage).match(/(?<=["/,]\s?)[a-z0-9-]+/g) ?? []);
			const near = beside.filter((one) => one !== own).flatMap((home) => daysOf(home).map((day) => ({ day, home })));
			const here = own && kind === 'chart' ? fieldDays(own) : [];
			for (const { day, index, end } of said) {
				if ([...here, ...near.map((one) => one.day)].some((known) => isSame(known, day))) continue;
				// Who gives the day of the record too means another one.
				const slip = near.find((one) => isSlip(one.day, day) && !said.some((other) => isSame(other.day, one.day)));
				const known = () => recordsOf(desk, file.text.match(/[a-z0-9-]+/g) ?? []).filter((home) => home !== own);
				if (slip) {
					const { entry } = slip.home;
					yield [place(index, end), `the ${entry.kind} "${entry.id}", named here, has ${slip.day}`, 'correct the day'];
				} else if (!known().some((home) => daysOf(home).some((one) => isSame(one, day)))) {
					const fix = 'correct the day, or name the record of what happened on it';
					yield [place(index, end), 'no record that this page names has this day', fix];
				}
			}
		}
	},
};
