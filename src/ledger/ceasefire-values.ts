import { formatDate, toDate } from './date.ts';
import { dayRange, held, heldKnown, knownWords, overWithin } from './duration.ts';
import { eventWords } from './eventwords.ts';
import { type Ceasefire, type Ledger, siteOf } from './ledger.ts';
import { inSentence } from './name.ts';
import { formatNumber, type NumberStyle } from './quantity.ts';
import { ceasefireTypes, eventKinds } from './schemas/ceasefire.ts';
import { didYouMean } from './suggest.ts';
import { type Attributes, done, type Failure, fail, find, isFailure, unique, type ValueResult } from './value.ts';

/** The ceasefires that a sentence counts unless it says otherwise: those that cover the area, wholly or in part. */
const AREA = 'yes|partly';

function chosen(ledger: Ledger, attributes: Attributes): readonly Ceasefire[] | Failure {
	const { covers = AREA, type } = attributes;
	const wanted = covers.split('|');
	const wrong = wanted.find((answer) => !['yes', 'partly', 'no'].includes(answer));
	if (wrong !== undefined)
		return fail(`covers="${covers}" is not known`, 'Use yes, partly, no or several joined by |.', 'covers');
	if (type !== undefined && !(ceasefireTypes as readonly string[]).includes(type)) {
		return fail(
			`there is no type "${type}"`,
			didYouMean(type, ceasefireTypes, `Types: ${ceasefireTypes.join(', ')}.`),
			'type',
		);
	}
	return [...ledger.ceasefires.values()].filter(
		(ceasefire) => wanted.includes(ceasefire.covers) && (type === undefined || ceasefire.type === type),
	);
}

/** Which of them cover the area, as words behind "ceasefires". */
function coverWords(ledger: Ledger, covers = AREA): string {
	const { name } = siteOf(ledger).area;
	const wanted = new Set(covers.split('|'));
	if (wanted.size === 3) return '';
	if (wanted.has('no')) return wanted.size === 1 ? ` that do not cover ${name}` : ` that do not cover all of ${name}`;
	if (wanted.size === 2) return ` that cover ${name}, wholly or in part`;
	return wanted.has('yes') ? ` that cover ${name}` : ` that cover ${name} in part`;
}

/** Says which ceasefires were counted, for the sentence of the derivation. */
const describe = (ledger: Ledger, { covers, type }: Attributes): string =>
	`the ceasefires listed on this site${coverWords(ledger, covers)}${type ? `, of the type “${type}”` : ''}`;

const days = (count: number): string => (count === 1 ? '1 day' : `${formatNumber(count, 'exact')} days`);

/** "on 5 March 2020", "in March 2020", "about June 2012". */
function when(written: string): string {
	const date = toDate(written);
	const words = formatDate(date);
	if (words.startsWith('about')) return words;
	return date.type === 'point' && date.precision === 'day' ? `on ${words}` : `in ${words}`;
}

/** The ceasefire that the attributes name. */
const named = (ledger: Ledger, { ceasefire = '' }: Attributes): Ceasefire | Failure =>
	find(ledger.ceasefires, 'ceasefire', ceasefire, 'ceasefire');

/** How long one was in force. */
export function heldValue(ledger: Ledger, attributes: Attributes, style: NumberStyle): ValueResult {
	const ceasefire = named(ledger, attributes);
	if (isFailure(ceasefire)) return ceasefire;
	const length = held(ceasefire);
	if (length.type === 'open') {
		return fail(`no end is known of ceasefire ${ceasefire.id}`, 'Say in words that no end was found.', 'ceasefire');
	}
	const number = `${length.about ? 'about ' : ''}${formatNumber(length.days, 'exact')}`;
	const span = `${dayRange(length)} ${length.max === 1 ? 'day' : 'days'}`;
	const two = ceasefire.otherStart ? `, by ${ceasefire.otherStart.by} ${when(ceasefire.otherStart.date)}` : '';
	const how = ceasefire.lastDay ? 'its last day counted too' : 'the day of the end not counted';
	const end =
		ceasefire.endedCertainty === 'about'
			? `Its end is known only roughly, ${when(ceasefire.ended ?? '')}. That makes ${span}, ${how}.`
			: `It ended ${when(ceasefire.ended ?? '')}. That makes ${span}, ${how}.`;
	return done({
		text: style === 'words' ? knownWords(length) : number,
		exact: number,
		unit: length.days === 1 ? 'day' : 'days',
		derivation: `${ceasefire.name} took effect ${when(ceasefire.inForce)}${two}. ${end}`,
		ceasefires: [ceasefire],
	});
}

/** How long the longest, the shortest or the middle one of several was in force. */
export function heldAmong(
	of: 'longest' | 'shortest' | 'median',
	ledger: Ledger,
	attributes: Attributes,
	style: NumberStyle,
): ValueResult {
	const list = chosen(ledger, attributes);
	if (isFailure(list)) return list;
	const known = heldKnown(list);
	if (known.length === 0)
		return fail(`no end is known of any of ${describe(ledger, attributes)}`, 'Choose others, or say so in words.');
	const middle = (known.length - 1) / 2;
	const at = of === 'longest' ? [known.length - 1] : of === 'shortest' ? [0] : [Math.floor(middle), Math.ceil(middle)];
	// One number has one middle, and is counted once.
	const picked = [...new Set(at)].flatMap((index) => (known[index] ? [known[index]] : []));
	const count = Math.round(picked.reduce((sum, [, length]) => sum + length.days, 0) / picked.length);
	const about = picked.some(([, length]) => length.about);
	const names = unique(picked.map(([ceasefire]) => ceasefire.name)).join(' and ');
	const [only] = picked;
	const length = picked.length === 1 && only ? only[1] : { about, days: count, min: count, max: count };
	const number = `${about ? 'about ' : ''}${formatNumber(count, 'exact')}`;
	const among = `Of ${describe(ledger, attributes)} whose end is known (${known.length})`;
	const total = `${number} ${count === 1 ? 'day' : 'days'}`;
	const median =
		known.length % 2 === 1
			? `the one in the middle by length is ${names}: ${total}. As many held for less as for more.`
			: `the middle lies between ${names}, halfway at ${total}. Half of them held for less, half for more.`;
	return done({
		text: style === 'words' ? knownWords(length) : number,
		exact: number,
		unit: count === 1 ? 'day' : 'days',
		derivation: of === 'median' ? `${among}, ${median}` : `${among}, the one in force for the ${of} time is: ${names}.`,
		ceasefires: picked.map(([ceasefire]) => ceasefire),
	});
}

/** How many were over within so many days. */
export function endedWithin(ledger: Ledger, attributes: Attributes): ValueResult {
	const list = chosen(ledger, attributes);
	if (isFailure(list)) return list;
	const limit = attributes['days'] ?? '';
	if (!/^\d{1,5}$/.test(limit))
		return fail(`days="${limit}" is not a whole number`, 'Write for example days="7".', 'days');
	const { sure, possible, text } = overWithin(list, Number(limit));
	const open = possible.filter((ceasefire) => !sure.includes(ceasefire)).map(({ name }) => name);
	const span = days(Number(limit));
	return done({
		text,
		derivation: `Of ${describe(ledger, attributes)}, ${sure.length === 1 ? '1 was' : `${sure.length} were`} over within ${span} of taking effect.${
			open.length > 0 ? ` It may be so for more, whose end is known only roughly: ${open.join('; ')}.` : ''
		}`,
		ceasefires: possible,
	});
}

/** How many there are; of those without a known end where `open` says so. */
export function countValue(open: boolean, ledger: Ledger, attributes: Attributes): ValueResult {
	const list = chosen(ledger, attributes);
	if (isFailure(list)) return list;
	const counted = open ? list.filter((ceasefire) => held(ceasefire).type === 'open') : list;
	return done({
		text: `${counted.length}`,
		derivation: `Counted: ${describe(ledger, attributes)}${open ? ' for which no end was found' : ''}.`,
		ceasefires: counted,
	});
}

/** How many events of a kind one has. */
export function eventsValue(ledger: Ledger, attributes: Attributes): ValueResult {
	const ceasefire = named(ledger, attributes);
	if (isFailure(ceasefire)) return ceasefire;
	const { kind = '' } = attributes;
	const known = eventKinds.find((one) => one === kind);
	if (known === undefined) {
		return fail(
			`there is no kind of event "${kind}"`,
			didYouMean(kind, eventKinds, `Kinds: ${eventKinds.join(', ')}.`),
			'kind',
		);
	}
	const list = ceasefire.events.filter((event) => event.kind === known);
	return done({
		text: `${list.length}`,
		derivation: `Counted on this site’s page of ${inSentence(ceasefire.name)}: the dated events listed there as “${eventWords[known].toLowerCase()}”. There may have been more; these are the ones that a source was read for.`,
		sources: list.flatMap((event) => event.sources),
		ceasefires: [ceasefire],
	});
}
