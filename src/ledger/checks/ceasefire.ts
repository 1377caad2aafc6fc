import { isDay, isSure, toDate } from '../date.ts';
import type { Ceasefire, Ledger } from '../ledger.ts';
import { type Path, type Problem, problem } from '../problem.ts';

type Wrong = (path: Path, message: string, fix: string) => void;

function startProblems(ceasefire: Ceasefire, wrong: Wrong): void {
	const agreed = toDate(ceasefire.agreed);
	const start = toDate(ceasefire.inForce);
	const early = start.max < agreed.min;
	if (early && ceasefire.earlyStart === undefined) {
		wrong(
			['inForce'],
			`in force on ${ceasefire.inForce}, before it was agreed on ${ceasefire.agreed}`,
			'Correct one of the dates. If it is so, say why in earlyStart.',
		);
	}
	if (!early && ceasefire.earlyStart !== undefined) {
		wrong(
			['earlyStart'],
			'earlyStart explains a start before the agreement, and there is none',
			'Take earlyStart out, or correct the dates.',
		);
	}
	if (ceasefire.time !== undefined && !isDay(start)) {
		wrong(
			['time'],
			`a time of day is given, and inForce (${ceasefire.inForce}) does not name the day`,
			'Give the day in inForce, or take time out.',
		);
	}
	const { otherStart } = ceasefire;
	if (otherStart?.date === ceasefire.inForce && otherStart.time === ceasefire.time) {
		wrong(['otherStart', 'date'], 'the other start is the same as inForce', 'Take otherStart out, or correct it.');
	}
}

function endProblems(ceasefire: Ceasefire, wrong: Wrong): void {
	const { ended, endedCertainty } = ceasefire;
	if (ended === undefined) {
		if (endedCertainty !== 'unknown')
			wrong(
				['endedCertainty'],
				`endedCertainty is "${endedCertainty}", and no end is given`,
				'Give ended, or write endedCertainty: unknown.',
			);
		return;
	}
	if (endedCertainty === 'unknown')
		wrong(
			['endedCertainty'],
			`endedCertainty is "unknown", and ended says ${ended}`,
			'Take ended out, or write "about" or "day".',
		);
	const end = toDate(ended);
	if (endedCertainty === 'day' && !isSure(end)) {
		wrong(
			['ended'],
			`endedCertainty is "day", and ended (${ended}) is not known to the day`,
			'Give the day, or write endedCertainty: about.',
		);
	}
	if (end.max < toDate(ceasefire.inForce).min) {
		wrong(
			['ended'],
			`it ended on ${ended}, before it was in force on ${ceasefire.inForce}`,
			'Correct one of the dates.',
		);
	}
}

function eventProblems(ceasefire: Ceasefire, wrong: Wrong): void {
	const start = Math.min(toDate(ceasefire.agreed).min, toDate(ceasefire.inForce).min);
	const ended = ceasefire.ended === undefined ? Number.POSITIVE_INFINITY : toDate(ceasefire.ended).max;
	// An end before the start is wrong itself: no event is held against it.
	const end = ended < toDate(ceasefire.inForce).min ? Number.POSITIVE_INFINITY : ended;
	let last: string | undefined;
	for (const [at, event] of ceasefire.events.entries()) {
		const date = toDate(event.date);
		const path = ['events', at, 'date'];
		const disordered = last !== undefined && date.max < toDate(last).min;
		if (disordered) {
			wrong(
				path,
				`${event.date} comes after ${last} in the list, and before it in time`,
				'Put the events in order of time.',
			);
		}
		last = event.date;
		const before = date.max < start;
		const after = date.min > end;
		if (before && !event.before && !disordered)
			wrong(
				path,
				`${event.date} lies before the deal (${ceasefire.agreed})`,
				'Correct the date, or say before: true if it belongs to the story.',
			);
		if (after && !event.after)
			wrong(
				path,
				`${event.date} lies after the end (${ceasefire.ended})`,
				'Correct the date, or say after: true if it belongs to the story.',
			);
		if (event.before && date.min > end)
			wrong(['events', at, 'before'], 'before: true, and the event lies after the end', 'Correct the date or the key.');
		if (event.after && before)
			wrong(['events', at, 'after'], 'after: true, and the event lies before the deal', 'Correct the date or the key.');
		if (event.before && event.after)
			wrong(['events', at, 'before'], 'an event cannot be before and after', 'Keep one of the two keys.');
	}
}

/** Dates of the record that an event gives with its source: the record may not be more exact, nor say another day. */
const GIVEN_BY = [
	['agreed', 'agreed'],
	['inForce', 'in force'],
	['ended', 'collapse'],
] as const;

function exactProblems(ceasefire: Ceasefire, wrong: Wrong): void {
	for (const [key, kind] of GIVEN_BY) {
		const written = ceasefire[key];
		const given = ceasefire.events.filter((event) => event.kind === kind).map((event) => event.date);
		// An end that is only a marker is chosen, and endedNote says how.
		if (written === undefined || given.length === 0 || given.includes(written)) continue;
		if (key === 'ended' && ceasefire.endedCertainty !== 'day') continue;
		const date = toDate(written);
		const coarser = given.find((other) => toDate(other).min <= date.min && toDate(other).max >= date.max);
		if (coarser !== undefined)
			wrong(
				[key],
				`${written} is more exact than what the source of the event “${kind}” gives: ${coarser}`,
				`Write ${coarser}, or give the event the day and a source that names it.`,
			);
		else
			wrong(
				[key],
				`${written} is not the date of the event “${kind}”: ${given.join(', ')}`,
				'Give both the date that the source gives.',
			);
	}
}

/** Ceasefires: dates that can follow each other, at precisions that fit. */
export function ceasefireProblems(ledger: Ledger): readonly Problem[] {
	const problems: Problem[] = [];
	for (const ceasefire of ledger.ceasefires.values()) {
		const wrong: Wrong = (path, message, fix) => {
			problems.push(problem('ceasefire', { kind: 'ceasefire', id: ceasefire.id }, path, message, fix));
		};
		startProblems(ceasefire, wrong);
		endProblems(ceasefire, wrong);
		eventProblems(ceasefire, wrong);
		exactProblems(ceasefire, wrong);
		const earlier = ceasefire.replaces === undefined ? undefined : ledger.ceasefires.get(ceasefire.replaces);
		if (earlier && toDate(earlier.inForce).min > toDate(ceasefire.inForce).max) {
			wrong(
				['replaces'],
				`${earlier.id} was in force later (${earlier.inForce}) than this one (${ceasefire.inForce})`,
				'Name the ceasefire it followed.',
			);
		}
	}
	return problems;
}
