import { DAY_MS, MONTHS, meantDates } from '../../ledger/date.ts';
import type { Entry } from '../../ledger/ledger.ts';
import { remember } from '../../ledger/remember.ts';
import type { ContentFile, Home } from '../file.ts';
import type { Passage } from '../passage.ts';
import { isRecord } from '../quotations.ts';
import { type Desk, isOfArticle, type Rules, textAt } from '../rule.ts';
import { within } from '../words.ts';

const WRITTEN = new RegExp(`\\b(\\d{1,2}[ \u00a0](?:${MONTHS.join('|')}))([ \u00a0]\\d{4})?\\b`, 'g');
/** What stands for the year of a day that has none: a leap year. */
const NO_YEAR = '2020';
/** So many days apart are a slip of the pen. */
const NEAR = 3;

const meant = remember((written: string) => meantDates(written.replaceAll('\u00a0', ' ')));

/** A day as it is compared: 2020-03-05, or 03-05 where no year is written. */
const dayOf = (day: string, year: string | undefined): string | undefined => {
	const [iso] = meant(`${day}${year ?? ` ${NO_YEAR}`}`);
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
const fieldDays = ({ data, rows = [] }: Entry): readonly string[] =>
	JSON.stringify([data, rows]).match(/\b\d{4}-\d{2}-\d{2}\b/g) ?? [];

/** Every day that a record gives, in its fields and in its words. */
const daysOf = remember(
	(entry: Entry): readonly string[] => [
		...fieldDays(entry),
		...[...JSON.stringify(entry.data).matchAll(WRITTEN)].flatMap(([, day = '', year]) => dayOf(day, year) ?? []),
	],
	new WeakMap(),
);

/** What tells of days. */
const TELLING = ['claim', 'ceasefire', 'topic', 'source', 'series', 'chart'] as const;

/** A day, and the record that gives it. */
interface Known {
	readonly day: string;
	readonly name: string;
}

/**
 * Gives the days of the records of an id: those of a claim with what it is about and rests on, those of a topic with
 * its claims.
 */
function daysKnown({ content, claims }: Desk): (id: string, without?: Home) => readonly Known[] {
	const about = Map.groupBy(claims.values(), (claim) => claim.about);
	const daysAt = remember((key: string): readonly Known[] => {
		const home = content.homes.get(key);
		if (!home) return [];
		const { kind, id } = home.entry;
		const rests = kind === 'claim' ? [`topic/${textAt(home, 'about')}`, `source/${textAt(home, 'source')}`] : [];
		const told = kind === 'topic' ? (about.get(id) ?? []).map((claim) => `claim/${claim.id}`) : [];
		const days = [home, ...[...rests, ...told].flatMap((one) => content.homes.get(one) ?? [])].flatMap(({ entry }) =>
			daysOf(entry).map((day) => [day, { day, name: `${entry.kind} "${entry.id}"` }] as const),
		);
		return [...new Map(days.toReversed()).values()].reverse();
	});
	return (id, without) =>
		TELLING.filter((kind) => content.homes.get(`${kind}/${id}`) !== without).flatMap((kind) => daysAt(`${kind}/${id}`));
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
		const known = daysKnown(desk);
		/** Ids that a file names, of what tells of days. */
		const namedIn = remember(
			({ text }: ContentFile) => [...new Set(text.match(/[a-z0-9-]+/g))].filter((id) => known(id).length > 0),
			new WeakMap(),
		);
		for (const passage of desk.passages) {
			const { file, kind, id, path, text, quotations, place } = passage;
			const alone = isRecord(desk, passage);
			if ((alone && (kind !== 'claim' || path[0] !== 'statement')) || text.search(WRITTEN) === -1) continue;
			const own = desk.content.homes.get(`${kind}/${id}`);
			const said = [...text.matchAll(WRITTEN)].flatMap(({ 0: { length }, 1: name = '', 2: year, index }) => {
				const day = dayOf(name, year);
				return day === undefined || within(quotations, index, index + length)
					? []
					: [{ day, index, end: index + length }];
			});
			const here = own && !isOfArticle(passage) ? fieldDays(own.entry) : [];
			const open = said.filter(({ day }) => !here.some((one) => isSame(one, day)));
			if (open.length === 0) continue;
			const beside = linesOf(passage).match(/(?<=["/,]\s?)[a-z0-9-]+/g) ?? [];
			// The words of a source tell of days that no other record has.
			const near = alone
				? here.map((day) => ({ day, name: `${kind} "${id}"` }))
				: beside.flatMap((one) => known(one, own));
			for (const { day, index, end } of open) {
				if (near.some((one) => isSame(one.day, day))) continue;
				// Who gives the day of the record too means another one.
				const slip = near.find((one) => isSlip(one.day, day) && !said.some((other) => isSame(other.day, one.day)));
				if (slip) yield [place(index, end), `the ${slip.name} has ${slip.day}`, 'correct the day'];
				else if (!alone && !namedIn(file).some((one) => known(one, own).some((other) => isSame(other.day, day)))) {
					const fix = 'correct the day, or name the record of what happened on it';
					yield [place(index, end), 'no record that this page names has this day', fix];
				}
			}
		}
	},
};
