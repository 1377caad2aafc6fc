import { type Account, accounts, formatRange, range, standing } from './accounts.ts';
import { datedRecord, lengthBetween } from './between.ts';
import { formatDate, toDate } from './date.ts';
import { dayRange, held, heldKnown, knownWords, overWithin } from './duration.ts';
import { eventWords } from './eventwords.ts';
import type { Ceasefire, Claim, Ledger, Series } from './ledger.ts';
import { inSentence } from './name.ts';
import { formatNumber, formatQuantity, type NumberStyle } from './quantity.ts';
import { ceasefireTypes, eventKinds } from './schemas/ceasefire.ts';
import type { Quantity, Row } from './schemas/index.ts';
import { bySpeaker, relayed, speakerOf } from './speaker.ts';
import { didYouMean } from './suggest.ts';

/** What `<Value …/>` prints and rests on. */
export interface Value {
	/** As printed in prose: "3.64 million", "about 260". Without a unit. */
	readonly text: string;
	/** With every digit: "3,641,370". */
	readonly exact: string;
	/** What `exact` counts, where it is one thing: "days". */
	readonly unit?: string;
	/** How it was derived, as a plain sentence. */
	readonly derivation: string;
	/** Ids of the records it rests on, each once, in order of use. */
	readonly sources: readonly string[];
	readonly claims: readonly string[];
	readonly ceasefires: readonly string[];
	readonly series: readonly string[];
}

export type ValueResult =
	| { readonly ok: true; readonly value: Value }
	| {
			readonly ok: false;
			readonly message: string;
			readonly fix: string;
			/** The attribute at fault, where it is one. */
			readonly attribute?: string;
			/** true where that attribute holds the id of a record that is nowhere. */
			readonly nowhere?: boolean;
	  };

type Attributes = Readonly<Record<string, string>>;
type Failure = Extract<ValueResult, { ok: false }>;

/** Attributes of each derived value: `?` marks those that may be left out. */
const FILTER = ['covers?', 'type?'] as const;
const COMMON = ['as?'] as const;
const SHAPES: Readonly<Record<string, readonly string[]>> = {
	ceasefires: FILTER,
	between: ['from', 'to'],
	held: ['ceasefire'],
	'held-median': FILTER,
	'held-longest': FILTER,
	'held-shortest': FILTER,
	'ended-within': ['days', ...FILTER],
	'open-ended': FILTER,
	range: ['about', 'measure', 'which?'],
	lowest: ['about', 'measure', 'which?'],
	highest: ['about', 'measure', 'which?'],
	accounts: ['about', 'measure'],
	'outside-accounts': ['about', 'measure'],
	difference: ['series', 'minus', 'date'],
	change: ['series', 'from', 'to'],
	sum: ['claims'],
	events: ['ceasefire', 'kind'],
};

/** The names `of` may have. */
export const derivedValues: readonly string[] = Object.keys(SHAPES);

const fail = (message: string, fix: string, attribute?: string): Failure => ({
	ok: false,
	message,
	fix,
	...(attribute === undefined ? {} : { attribute }),
});
const isFailure = (value: unknown): value is Failure =>
	typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;
const unique = (list: readonly string[]): readonly string[] => [...new Set(list)];

interface Draft {
	readonly text: string;
	readonly exact?: string;
	readonly unit?: string;
	readonly derivation: string;
	readonly sources?: readonly string[];
	readonly claims?: readonly Claim[];
	readonly ceasefires?: readonly Ceasefire[];
	readonly series?: readonly string[];
}

function done(draft: Draft): ValueResult {
	const claims = draft.claims ?? [];
	const ceasefires = draft.ceasefires ?? [];
	return {
		ok: true,
		value: {
			text: draft.text,
			exact: draft.exact ?? draft.text,
			...(draft.unit === undefined ? {} : { unit: draft.unit }),
			derivation: draft.derivation,
			sources: unique([
				...(draft.sources ?? []),
				...claims.map((claim) => claim.source),
				...ceasefires.flatMap((ceasefire) => ceasefire.sources),
			]),
			claims: unique(claims.map((claim) => claim.id)),
			ceasefires: unique(ceasefires.map((ceasefire) => ceasefire.id)),
			series: unique(draft.series ?? []),
		},
	};
}

function find<T>(map: ReadonlyMap<string, T>, kind: string, id: string, attribute: string): T | Failure {
	const record = map.get(id);
	if (record !== undefined) return record;
	return {
		...fail(`there is no ${kind} "${id}"`, didYouMean(id, map.keys(), `Use the id of a ${kind}.`), attribute),
		nowhere: true,
	};
}

function rowAt(series: Series, date: string, attribute: string): Row | Failure {
	const row = series.rows.find((candidate) => candidate.date === date);
	if (row) return row;
	const dates = series.rows.map((candidate) => candidate.date);
	const shown = dates.length > 16 ? [...dates.slice(0, 8), '…', ...dates.slice(-8)] : dates;
	return fail(
		`no row for ${date} in series ${series.id}`,
		shown.length > 0 ? `Dates there: ${shown.join(', ')}.` : 'The series has no rows.',
		attribute,
	);
}

const rowQuantity = (row: Row): Quantity => ({ value: row.value, qualifier: row.qualifier ?? 'exactly' });
const rowSource = (series: Series, row: Row): string => row.source ?? series.source;

function seriesValue(ledger: Ledger, attributes: Attributes, style: NumberStyle): ValueResult {
	const series = find(ledger.series, 'series', attributes['series'] ?? '', 'series');
	if (isFailure(series)) return series;
	const row = rowAt(series, attributes['date'] ?? '', 'date');
	if (isFailure(row)) return row;
	return done({
		text: formatQuantity(rowQuantity(row), style),
		exact: formatQuantity(rowQuantity(row), 'exact'),
		unit: series.unit,
		derivation: `${series.title}, ${formatDate(row.date)}: ${formatQuantity(rowQuantity(row), 'exact')} ${series.unit}, ${counter(ledger, series, row)}.`,
		sources: [rowSource(series, row)],
		series: [series.id],
	});
}

/** "counted by OCHA", or who passed on whose count. */
function counter(ledger: Ledger, { provider }: Series, { countedBy, relayedBy }: Row): string {
	const actor = countedBy === undefined ? undefined : ledger.actors.get(countedBy);
	const who = actor?.short ?? actor?.name ?? provider;
	const relay = relayedBy === undefined ? undefined : ledger.actors.get(relayedBy);
	return relay ? relayed(who, relay) : `counted by ${who}`;
}

/** The ceasefires that a sentence counts unless it says otherwise: those that cover Idlib, wholly or in part. */
const IDLIB = 'yes|partly';

function chosen(ledger: Ledger, attributes: Attributes): readonly Ceasefire[] | Failure {
	const { covers = IDLIB, type } = attributes;
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
		(ceasefire) => wanted.includes(ceasefire.coversIdlib) && (type === undefined || ceasefire.type === type),
	);
}

/** Which of them cover Idlib, as words behind "ceasefires". */
function coverWords(covers = IDLIB): string {
	const wanted = new Set(covers.split('|'));
	if (wanted.size === 3) return '';
	if (wanted.has('no')) return wanted.size === 1 ? ' that do not cover Idlib' : ' that do not cover all of Idlib';
	if (wanted.size === 2) return ' that cover Idlib, wholly or in part';
	return wanted.has('yes') ? ' that cover Idlib' : ' that cover Idlib in part';
}

/** Says which ceasefires were counted, for the sentence of the derivation. */
const describe = ({ covers, type }: Attributes): string =>
	`the ceasefires listed on this site${coverWords(covers)}${type ? `, of the type “${type}”` : ''}`;

const days = (count: number): string => (count === 1 ? '1 day' : `${formatNumber(count, 'exact')} days`);

/** "on 5 March 2020", "in March 2020", "about June 2012". */
function when(written: string): string {
	const date = toDate(written);
	const words = formatDate(date);
	if (words.startsWith('about')) return words;
	return date.type === 'point' && date.precision === 'day' ? `on ${words}` : `in ${words}`;
}

function heldValue(ceasefire: Ceasefire, style: NumberStyle): ValueResult {
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

function heldAmong(of: string, list: readonly Ceasefire[], attributes: Attributes, style: NumberStyle): ValueResult {
	const known = heldKnown(list);
	if (known.length === 0)
		return fail(`no end is known of any of ${describe(attributes)}`, 'Choose others, or say so in words.');
	const middle = (known.length - 1) / 2;
	const at =
		of === 'held-longest' ? [known.length - 1] : of === 'held-shortest' ? [0] : [Math.floor(middle), Math.ceil(middle)];
	// One number has one middle, and is counted once.
	const picked = [...new Set(at)].flatMap((index) => (known[index] ? [known[index]] : []));
	const count = Math.round(picked.reduce((sum, [, length]) => sum + length.days, 0) / picked.length);
	const about = picked.some(([, length]) => length.about);
	const names = unique(picked.map(([ceasefire]) => ceasefire.name)).join(' and ');
	const [only] = picked;
	const length = picked.length === 1 && only ? only[1] : { about, days: count, min: count, max: count };
	const number = `${about ? 'about ' : ''}${formatNumber(count, 'exact')}`;
	const among = `Of ${describe(attributes)} whose end is known (${known.length})`;
	const total = `${number} ${count === 1 ? 'day' : 'days'}`;
	const word = of === 'held-longest' ? 'longest' : 'shortest';
	const median =
		known.length % 2 === 1
			? `the one in the middle by length is ${names}: ${total}. As many held for less as for more.`
			: `the middle lies between ${names}, halfway at ${total}. Half of them held for less, half for more.`;
	return done({
		text: style === 'words' ? knownWords(length) : number,
		exact: number,
		unit: count === 1 ? 'day' : 'days',
		derivation:
			of === 'held-median' ? `${among}, ${median}` : `${among}, the one in force for the ${word} time is: ${names}.`,
		ceasefires: picked.map(([ceasefire]) => ceasefire),
	});
}

function endedWithin(list: readonly Ceasefire[], attributes: Attributes): ValueResult {
	const limit = attributes['days'] ?? '';
	if (!/^\d{1,5}$/.test(limit))
		return fail(`days="${limit}" is not a whole number`, 'Write for example days="7".', 'days');
	const { sure, possible, text } = overWithin(list, Number(limit));
	const open = possible.filter((ceasefire) => !sure.includes(ceasefire)).map(({ name }) => name);
	const span = days(Number(limit));
	return done({
		text,
		derivation: `Of ${describe(attributes)}, ${sure.length === 1 ? '1 was' : `${sure.length} were`} over within ${span} of taking effect.${
			open.length > 0 ? ` It may be so for more, whose end is known only roughly: ${open.join('; ')}.` : ''
		}`,
		ceasefires: possible,
	});
}

function accountsValue(ledger: Ledger, of: string, attributes: Attributes, style: NumberStyle): ValueResult {
	const topic = find(ledger.topics, 'topic', attributes['about'] ?? '', 'about');
	if (isFailure(topic)) return topic;
	const measure = find(ledger.measures, 'measure', attributes['measure'] ?? '', 'measure');
	if (isFailure(measure)) return measure;
	const all = accounts(ledger, topic.id, measure.id);
	const matter = `“${topic.title}”, ${measure.label.toLowerCase()}`;
	if (of === 'range' || of === 'lowest' || of === 'highest')
		return endsValue(ledger, of, all, matter, attributes, style);
	const list = of === 'accounts' ? all : all.filter((account) => !account.seed);
	return done({
		text: `${bySpeaker(ledger, list).length}`,
		derivation: `Everyone whose word on ${matter} is listed on this site was counted once, however often they spoke or were quoted${of === 'accounts' ? '' : '; what stands only in the reports that it starts from is left out'}.`,
		claims: list.map((account) => account.claim),
	});
}

/** The span of the accounts of a matter, or one end of it. */
function endsValue(
	ledger: Ledger,
	of: 'range' | 'lowest' | 'highest',
	all: readonly Account[],
	matter: string,
	attributes: Attributes,
	style: NumberStyle,
): ValueResult {
	const which = attributes['which'] ?? 'standing';
	if (!['standing', 'all', 'seeds'].includes(which)) {
		return fail(`which="${which}" is not known`, 'Use standing (the default), all or seeds.', 'which');
	}
	const list = which === 'all' ? all : which === 'seeds' ? all.filter((account) => account.seed) : standing(all);
	const ends = range(list);
	if (!ends)
		return fail(
			`no account of ${attributes['about']}, ${attributes['measure']} gives a number`,
			'Say so in words, or use <Accounts …/>.',
			'measure',
		);
	const { low, high } = ends;
	const counted =
		{
			standing:
				'Figures that their own speakers later replaced are left out; a minimum that no count contradicts is not an end.',
			all: 'Figures that were later replaced are counted too.',
			seeds: 'Only the reports that this site starts from are counted.',
		}[which] ?? '';
	const end = (claim: Claim): string =>
		`${claim.quantity ? formatQuantity(claim.quantity) : ''} (${inSentence(speakerOf(ledger, claim))})`;
	if (of === 'range') {
		return done({
			text: formatRange(ends, style),
			exact: formatRange(ends, 'exact'),
			derivation: `${matter}: the lowest figure is ${end(low)}, the highest ${end(high)}. ${counted}`,
			claims: [low, high],
		});
	}
	const claim = of === 'lowest' ? low : high;
	return done({
		text: claim.quantity ? formatQuantity(claim.quantity, style) : '',
		exact: claim.quantity ? formatQuantity(claim.quantity, 'exact') : '',
		derivation: `${matter}: the ${of} figure is ${end(claim)}. ${counted}`,
		claims: [claim],
	});
}

/** A result computed from rows is "about" as soon as one of them is not exact. */
function computed(rows: readonly Row[], number: number, style: NumberStyle): { text: string; exact: string } {
	const about = rows.some((row) => (row.qualifier ?? 'exactly') !== 'exactly') ? 'about ' : '';
	const size = Math.abs(number);
	return { text: `${about}${formatNumber(size, style)}`, exact: `${about}${formatNumber(size, 'exact')}` };
}

function differenceValue(ledger: Ledger, attributes: Attributes, style: NumberStyle): ValueResult {
	const a = find(ledger.series, 'series', attributes['series'] ?? '', 'series');
	if (isFailure(a)) return a;
	const b = find(ledger.series, 'series', attributes['minus'] ?? '', 'minus');
	if (isFailure(b)) return b;
	const date = attributes['date'] ?? '';
	const first = rowAt(a, date, 'date');
	if (isFailure(first)) return first;
	const second = rowAt(b, date, 'date');
	if (isFailure(second)) return second;
	if (a.unit !== b.unit)
		return fail(`${a.id} counts ${a.unit} and ${b.id} counts ${b.unit}`, 'Take series of the same unit.', 'minus');
	const number = Number((first.value - second.value).toPrecision(15));
	return done({
		...computed([first, second], number, style),
		derivation: `${formatDate(date)}: ${formatNumber(first.value, 'exact')} ${a.unit} (${a.provider}, “${a.title}”) less ${formatNumber(second.value, 'exact')} (${b.provider}, “${b.title}”) is ${formatNumber(number, 'exact')}.`,
		sources: [rowSource(a, first), rowSource(b, second)],
		series: [a.id, b.id],
	});
}

function changeValue(ledger: Ledger, attributes: Attributes, style: NumberStyle): ValueResult {
	const series = find(ledger.series, 'series', attributes['series'] ?? '', 'series');
	if (isFailure(series)) return series;
	const from = rowAt(series, attributes['from'] ?? '', 'from');
	if (isFailure(from)) return from;
	const to = rowAt(series, attributes['to'] ?? '', 'to');
	if (isFailure(to)) return to;
	const number = Number((to.value - from.value).toPrecision(15));
	const course = number > 0 ? 'a rise' : number < 0 ? 'a fall' : 'a change';
	return done({
		...computed([from, to], number, style),
		derivation: `${series.title}: from ${formatNumber(from.value, 'exact')} (${formatDate(from.date)}) to ${formatNumber(to.value, 'exact')} (${formatDate(to.date)}), ${course} of ${formatNumber(Math.abs(number), 'exact')} ${series.unit}.`,
		sources: [rowSource(series, from), rowSource(series, to)],
		series: [series.id],
	});
}

/** The limit of a sum: as loose as its loosest part, "about" where parts are loose in different directions. */
function sumQualifier(parts: readonly Quantity[]): Quantity['qualifier'] {
	const given = new Set(parts.map((part) => part.qualifier));
	given.delete('exactly');
	const [only, second] = given;
	if (only === undefined) return 'exactly';
	if (second === undefined) return only === 'between' ? 'about' : only;
	if (given.size === 2 && given.has('more than') && given.has('at least')) return 'more than';
	return 'about';
}

function sumValue(ledger: Ledger, attributes: Attributes, style: NumberStyle): ValueResult {
	const ids = (attributes['claims'] ?? '').split(',').map((id) => id.trim());
	const claims: Claim[] = [];
	const parts: Quantity[] = [];
	const units = new Set<string>();
	for (const id of ids) {
		const claim = find(ledger.claims, 'claim', id, 'claims');
		if (isFailure(claim)) return claim;
		if (claim.quantity?.value === undefined)
			return fail(`claim ${id} gives no number`, 'Sum claims that give a number.', 'claims');
		claims.push(claim);
		parts.push(claim.quantity);
		units.add(claim.quantity.unit ?? ledger.measures.get(claim.measure)?.unit ?? '');
	}
	if (new Set(ids).size !== ids.length)
		return fail('the same claim is summed twice', 'Name each claim once.', 'claims');
	if (units.size > 1)
		return fail(`the claims count different things: ${[...units].join(', ')}`, 'Sum claims of one unit.', 'claims');
	const total = parts.reduce(
		(sum, part) => sum + (part.upper === undefined ? (part.value ?? 0) : ((part.value ?? 0) + part.upper) / 2),
		0,
	);
	const [unit = ''] = units;
	const quantity: Quantity = { value: Number(total.toPrecision(15)), qualifier: sumQualifier(parts) };
	return done({
		text: formatQuantity(quantity, style),
		exact: formatQuantity(quantity, 'exact'),
		...(unit ? { unit } : {}),
		derivation: `${parts.map((part) => `${formatQuantity(part, 'exact')} ${unit}`.trim()).join(' and ')}, added up.`,
		claims,
	});
}

function eventsValue(ceasefire: Ceasefire, kind: string): ValueResult {
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

function betweenValue(ledger: Ledger, attributes: Attributes): ValueResult {
	const { from: first = '', to: second = '' } = attributes;
	const [from, to] = [datedRecord(ledger, first), datedRecord(ledger, second)];
	const dated = 'Use the id of a claim or a topic with a date, of a ceasefire, or of its end: "sochi-2018/ended".';
	if (!from) return fail(`"${first}" is no record with a date`, dated, 'from');
	if (!to) return fail(`"${second}" is no record with a date`, dated, 'to');
	const length = lengthBetween(from, to);
	if (!length)
		return fail(
			`${formatDate(to.date)} is not after ${formatDate(from.date)}`,
			'Put the earlier record into from.',
			'to',
		);
	const ends = [from, to];
	return done({
		...length,
		unit: 'days',
		claims: ends.flatMap(({ claim }) => (claim ? [claim] : [])),
		ceasefires: ends.flatMap(({ ceasefire }) => (ceasefire ? [ceasefire] : [])),
	});
}

function derived(ledger: Ledger, of: string, attributes: Attributes, style: NumberStyle): ValueResult {
	if (of === 'between') return betweenValue(ledger, attributes);
	if (of === 'difference') return differenceValue(ledger, attributes, style);
	if (of === 'change') return changeValue(ledger, attributes, style);
	if (of === 'sum') return sumValue(ledger, attributes, style);
	if (['range', 'lowest', 'highest', 'accounts', 'outside-accounts'].includes(of)) {
		return accountsValue(ledger, of, attributes, style);
	}
	if (of === 'held' || of === 'events') {
		const ceasefire = find(ledger.ceasefires, 'ceasefire', attributes['ceasefire'] ?? '', 'ceasefire');
		if (isFailure(ceasefire)) return ceasefire;
		return of === 'held' ? heldValue(ceasefire, style) : eventsValue(ceasefire, attributes['kind'] ?? '');
	}
	const list = chosen(ledger, attributes);
	if (isFailure(list)) return list;
	if (of === 'ended-within') return endedWithin(list, attributes);
	if (of.startsWith('held-')) return heldAmong(of, list, attributes, style);
	const open = of === 'open-ended';
	const counted = open ? list.filter((ceasefire) => held(ceasefire).type === 'open') : list;
	return done({
		text: `${counted.length}`,
		derivation: `Counted: ${describe(attributes)}${open ? ' for which no end was found' : ''}.`,
		ceasefires: counted,
	});
}

/** Missing and unknown attributes, in words. */
function checkAttributes(attributes: Attributes, shape: readonly string[], what: string): Failure | undefined {
	const names = [...shape, ...COMMON].map((name) => name.replace('?', ''));
	const unknown = Object.keys(attributes).find((name) => name !== 'of' && !names.includes(name));
	if (unknown !== undefined) {
		return fail(
			`${what} has no attribute "${unknown}"`,
			didYouMean(unknown, names, `It has: ${names.join(', ')}.`),
			unknown,
		);
	}
	const missing = shape.find((name) => !name.endsWith('?') && attributes[name] === undefined);
	if (missing !== undefined) return fail(`${what} needs ${missing}="…"`, `Add ${missing}="…".`, missing);
	return undefined;
}

const STYLES: Readonly<Record<string, NumberStyle>> = { exact: 'exact', rounded: 'rounded', words: 'words' };

/**
 * What `<Value …/>` says: a value of a series at a date, or one derived from the ledger (a closed list).
 * In prose a value has three significant figures; `as="exact"` gives every digit.
 * Errors are values, written for the person who wrote the attributes.
 */
export function resolveValue(ledger: Ledger, attributes: Attributes): ValueResult {
	const { of, as = 'rounded' } = attributes;
	const style = STYLES[as];
	if (style === undefined) return fail(`as="${as}" is not known`, 'Use as="exact", as="words" or as="rounded".', 'as');
	if (of === undefined) {
		return (
			checkAttributes(attributes, ['series', 'date'], '<Value> of a series') ?? seriesValue(ledger, attributes, style)
		);
	}
	const shape = Object.hasOwn(SHAPES, of) ? SHAPES[of] : undefined;
	if (shape === undefined) {
		return fail(
			`there is no value of="${of}"`,
			didYouMean(of, derivedValues, `Values: ${derivedValues.join(', ')}.`),
			'of',
		);
	}
	return checkAttributes(attributes, shape, `<Value of="${of}">`) ?? derived(ledger, of, attributes, style);
}
