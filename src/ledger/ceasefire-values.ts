import { formatDate, isDay, toDate } from './date.ts';
import { dayRange, held, heldKnown, type Known, knownWords, overWithin } from './duration.ts';
import { type Ceasefire, type Ledger, siteOf } from './ledger.ts';
import { inSentence } from './name.ts';
import { formatNumber, type NumberStyle } from './quantity.ts';
import { ceasefireTypes, endings, eventKinds, eventWords } from './schemas/ceasefire.ts';
import { type Attributes, type Draft, fail, find, oneOf } from './value.ts';

/** Which ceasefires cover the area, as words behind "ceasefires". */
function coverWords(area: string, wanted: ReadonlySet<string>): string {
	if (wanted.size === 3) return '';
	if (wanted.has('no')) return ` that do not cover ${wanted.size === 1 ? '' : 'all of '}${area}`;
	return ` that cover ${area}${wanted.size === 2 ? ', wholly or in part' : wanted.has('yes') ? '' : ' in part'}`;
}

/**
 * The ceasefires that a sentence counts: unless it says otherwise, those that cover the area, wholly or in part; and which
 * they are, for the sentence of the derivation.
 */
function chosen(ledger: Ledger, { covers = 'yes|partly', type, ended }: Attributes) {
	const wanted = new Set(covers.split('|'));
	if (!wanted.isSubsetOf(new Set(['yes', 'partly', 'no'])))
		fail(`covers="${covers}" is not known`, 'Use yes, partly, no or several joined by |.', 'covers');
	if (type !== undefined) oneOf(ceasefireTypes, type, `there is no type "${type}"`, 'type');
	if (ended !== undefined) oneOf(endings, ended, `there is no end "${ended}"`, 'ended');
	const which = `the ceasefires listed on this site${coverWords(siteOf(ledger).area.name, wanted)}`;
	const fits = (one: Ceasefire) =>
		wanted.has(one.covers) && (type ?? one.type) === one.type && (ended ?? one.endedBecause) === one.endedBecause;
	const list = [...ledger.ceasefires.values()].filter(fits);
	const typed = type === undefined ? which : `${which}, of the type “${type}”`;
	return { list, which: ended === undefined ? typed : `${typed}, that ended because ${ended}` };
}

const unitOf = (count: number): string => (count === 1 ? 'day' : 'days');

/** "on 5 March 2020", "in March 2020", "about June 2012". */
function when(written: string): string {
	const words = formatDate(written);
	return words.startsWith('about') ? words : `${isDay(toDate(written)) ? 'on' : 'in'} ${words}`;
}

/** A length of time as a value prints it. */
function lengthOf(length: Omit<Known, 'type'>, style: NumberStyle): Pick<Draft, 'text' | 'exact' | 'unit'> {
	const exact = `${length.about ? 'about ' : ''}${formatNumber(length.days, 'exact')}`;
	return { text: style === 'words' ? knownWords(length) : exact, exact, unit: unitOf(length.days) };
}

/** How long one was in force. */
export function heldValue(ledger: Ledger, attributes: Attributes, style: NumberStyle): Draft {
	const ceasefire = find(ledger.ceasefires, 'ceasefire', attributes['ceasefire']);
	const { name, inForce, otherStart, ended = '', endedCertainty, lastDay } = ceasefire;
	const length = held(ceasefire);
	if (length.type === 'open')
		fail(`no end is known of ceasefire ${ceasefire.id}`, 'Say in words that no end was found.', 'ceasefire');
	const two = otherStart ? `, by ${otherStart.by} ${when(otherStart.date)}` : '';
	const end = endedCertainty === 'about' ? 'Its end is known only roughly,' : 'It ended';
	const how = lastDay ? 'its last day counted too' : 'the day of the end not counted';
	return {
		...lengthOf(length, style),
		derivation: `${name} took effect ${when(inForce)}${two}. ${end} ${when(ended)}. That makes ${dayRange(length)} ${unitOf(length.max)}, ${how}.`,
		ceasefires: [ceasefire],
	};
}

type Which = 'longest' | 'median';

/** How long the longest or the middle one of several was in force. */
export function heldAmong(of: Which, ledger: Ledger, attributes: Attributes, style: NumberStyle): Draft {
	const { list, which } = chosen(ledger, attributes);
	const known = heldKnown(list);
	if (known.length === 0) fail(`no end is known of any of ${which}`, 'Choose others, or say so in words.');
	const middle = (known.length - 1) / 2;
	const [from, to] = { longest: [-1], median: [Math.floor(middle), Math.ceil(middle) + 1] }[of];
	const picked = known.slice(from, to);
	const count = Math.round(picked.reduce((sum, [, { days }]) => sum + days, 0) / picked.length);
	const about = picked.some(([, length]) => length.about);
	const only = picked.length === 1 ? picked[0]?.[1] : undefined;
	const value = lengthOf(only ?? { about, days: count, min: count, max: count }, style);
	const names = [...new Set(picked.map(([{ name }]) => name))].join(' and ');
	const total = `${value.exact} ${value.unit}`;
	const one = `the one in the middle by length is ${names}: ${total}. As many held for less as for more.`;
	const two = `the middle lies between ${names}, halfway at ${total}. Half of them held for less, half for more.`;
	const told = of === 'median' ? (only ? one : two) : `the one in force for the ${of} time is: ${names}.`;
	const derivation = `Of ${which} whose end is known (${known.length}), ${told}`;
	return { ...value, derivation, ceasefires: picked.map(([ceasefire]) => ceasefire) };
}

/** How many were over within so many days. */
export function endedWithin(ledger: Ledger, attributes: Attributes): Draft {
	const { list, which } = chosen(ledger, attributes);
	const limit = attributes['days'] ?? '';
	if (!/^\d{1,5}$/.test(limit)) fail(`days="${limit}" is not a whole number`, 'Write for example days="7".', 'days');
	const days = Number(limit);
	const { sure, possible, text } = overWithin(list, days);
	const open = possible.filter((ceasefire) => !sure.includes(ceasefire)).map(({ name }) => name);
	const more = ` It may be so for more, whose end is known only roughly: ${open.join('; ')}.`;
	const over = `${sure.length} ${sure.length === 1 ? 'was' : 'were'} over within ${formatNumber(days, 'exact')} ${unitOf(days)}`;
	const derivation = `Of ${which}, ${over} of taking effect.${open.length > 0 ? more : ''}`;
	return { text, derivation, ceasefires: possible };
}

const SMALL = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** How many, spelled out below ten where words are asked for. */
function countOf({ length }: readonly unknown[], style: NumberStyle): Pick<Draft, 'text' | 'exact'> {
	const exact = `${length}`;
	return { text: (style === 'words' && SMALL[length]) || exact, exact };
}

/** How many there are; of those without a known end where `open` says so. */
export function countValue(open: boolean, ledger: Ledger, attributes: Attributes, style: NumberStyle): Draft {
	const { list, which } = chosen(ledger, attributes);
	const ceasefires = open ? list.filter((ceasefire) => held(ceasefire).type === 'open') : list;
	const derivation = `Counted: ${which}${open ? ' for which no end was found' : ''}.`;
	return { ...countOf(ceasefires, style), derivation, ceasefires };
}

/** How many events of a kind one has. */
export function eventsValue(ledger: Ledger, attributes: Attributes, style: NumberStyle): Draft {
	const ceasefire = find(ledger.ceasefires, 'ceasefire', attributes['ceasefire']);
	const { kind: written = '' } = attributes;
	const kind = oneOf(eventKinds, written, `there is no kind of event "${written}"`, 'kind');
	const list = ceasefire.events.filter((event) => event.kind === kind);
	return {
		...countOf(list, style),
		derivation: `Counted on this site’s page of ${inSentence(ceasefire.name)}: the dated events listed there as “${eventWords[kind].toLowerCase()}”. There may have been more; these are the ones that a source was read for.`,
		sources: list.flatMap((event) => event.sources),
		ceasefires: [ceasefire],
	};
}
