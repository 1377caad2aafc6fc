import { isDay, isSure, toDate } from '../date.ts';
import type { Ceasefire, Ledger } from '../ledger.ts';
import { type Problem, type Wrong, wrongOf } from '../problem.ts';

function* startProblems(ceasefire: Ceasefire, wrong: Wrong): Generator<Problem> {
	const { agreed, inForce, earlyStart, otherStart, time } = ceasefire;
	const early = toDate(inForce).max < toDate(agreed).min;
	const before = `in force on ${inForce}, before it was agreed on ${agreed}`;
	if (early && earlyStart === undefined)
		yield wrong(['inForce'], before, 'Correct one of the dates. If it is so, say why in earlyStart.');
	const none = 'earlyStart explains a start before the agreement, and there is none';
	if (!early && earlyStart !== undefined)
		yield wrong(['earlyStart'], none, 'Take earlyStart out, or correct the dates.');
	const noDay = `a time of day is given, and inForce (${inForce}) does not name the day`;
	if (time !== undefined && !isDay(toDate(inForce)))
		yield wrong(['time'], noDay, 'Give the day in inForce, or take time out.');
	const path = ['otherStart', 'date'];
	if (otherStart?.date === inForce && otherStart.time === time)
		yield wrong(path, 'the other start is the same as inForce', 'Take otherStart out, or correct it.');
}

function* endProblems({ inForce, ended, endedCertainty }: Ceasefire, wrong: Wrong): Generator<Problem> {
	const certain = (rest: string, fix: string, key = 'endedCertainty') =>
		wrong([key], `endedCertainty is "${endedCertainty}", and ${rest}`, fix);
	if (ended === undefined) {
		if (endedCertainty !== 'unknown') yield certain('no end is given', 'Give ended, or write endedCertainty: unknown.');
		return;
	}
	if (endedCertainty === 'unknown') yield certain(`ended says ${ended}`, 'Take ended out, or write "about" or "day".');
	const day = 'Give the day, or write endedCertainty: about.';
	if (endedCertainty === 'day' && !isSure(toDate(ended)))
		yield certain(`ended (${ended}) is not known to the day`, day, 'ended');
	if (toDate(ended).max < toDate(inForce).min)
		yield wrong(['ended'], `it ended on ${ended}, before it was in force on ${inForce}`, 'Correct one of the dates.');
}

function* eventProblems(ceasefire: Ceasefire, wrong: Wrong): Generator<Problem> {
	const { agreed, inForce, ended } = ceasefire;
	const start = Math.min(toDate(agreed).min, toDate(inForce).min);
	const last = ended === undefined ? Number.POSITIVE_INFINITY : toDate(ended).max;
	// An end before the start is wrong itself: no event is held against it.
	const end = last < toDate(inForce).min ? Number.POSITIVE_INFINITY : last;
	for (const [at, event] of ceasefire.events.entries()) {
		const tell = (key: string, message: string, fix: string) => wrong(['events', at, key], message, fix);
		const date = toDate(event.date);
		const earlier = ceasefire.events[at - 1]?.date;
		const disordered = earlier !== undefined && date.max < toDate(earlier).min;
		const order = `${event.date} comes after ${earlier} in the list, and before it in time`;
		if (disordered) yield tell('date', order, 'Put the events in order of time.');
		const sides = [
			['before', 'after', date.max < start, 'before the deal', agreed],
			['after', 'before', date.min > end, 'after the end', ended],
		] as const;
		for (const [side, other, lies, words, day] of sides) {
			const fix = `Correct the date, or say ${side}: true if it belongs to the story.`;
			if (lies && !event[side] && !(side === 'before' && disordered))
				yield tell('date', `${event.date} lies ${words} (${day})`, fix);
			if (lies && event[other])
				yield tell(other, `${other}: true, and the event lies ${words}`, 'Correct the date or the key.');
		}
		if (event.before && event.after)
			yield tell('before', 'an event cannot be before and after', 'Keep one of the two keys.');
	}
}

/** Dates of the record that an event gives with its source: the record may not be more exact, nor say another day. */
const GIVEN_BY = { agreed: 'agreed', inForce: 'in force', ended: 'collapse' } as const;

function* exactProblems(ceasefire: Ceasefire, wrong: Wrong): Generator<Problem> {
	for (const key of ['agreed', 'inForce', 'ended'] as const) {
		const [written, kind] = [ceasefire[key], GIVEN_BY[key]];
		const given = ceasefire.events.filter((event) => event.kind === kind).map((event) => event.date);
		// An end that is only a marker is chosen, and endedNote says how.
		if (written === undefined || given.length === 0 || given.includes(written)) continue;
		if (key === 'ended' && ceasefire.endedCertainty !== 'day') continue;
		const { min, max } = toDate(written);
		const coarser = given.find((other) => toDate(other).min <= min && toDate(other).max >= max);
		const exact = `${written} is more exact than what the source of the event “${kind}” gives: ${coarser}`;
		const other = `${written} is not the date of the event “${kind}”: ${given.join(', ')}`;
		if (coarser === undefined) yield wrong([key], other, 'Give both the date that the source gives.');
		else yield wrong([key], exact, `Write ${coarser}, or give the event the day and a source that names it.`);
	}
}

/** Ceasefires: dates that can follow each other, at precisions that fit. */
export function* ceasefireProblems(ledger: Ledger): Generator<Problem> {
	for (const ceasefire of ledger.ceasefires.values()) {
		const wrong = wrongOf('ceasefire', ceasefire.id);
		for (const look of [startProblems, endProblems, eventProblems, exactProblems]) yield* look(ceasefire, wrong);
		const earlier = ledger.ceasefires.get(ceasefire.replaces ?? '');
		const late = `${earlier?.id} was in force later (${earlier?.inForce}) than this one (${ceasefire.inForce})`;
		if (earlier && toDate(earlier.inForce).min > toDate(ceasefire.inForce).max)
			yield wrong(['replaces'], late, 'Name the ceasefire it followed.');
	}
}
