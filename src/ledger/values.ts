import { datedRecord, lengthBetween } from './between.ts';
import { countValue, endedWithin, eventsValue, heldAmong, heldValue } from './ceasefire-values.ts';
import { accountsValue, sumValue } from './claim-values.ts';
import { formatDate } from './date.ts';
import type { Ledger } from './ledger.ts';
import type { NumberStyle } from './quantity.ts';
import { changeValue, differenceValue, seriesValue } from './series-values.ts';
import { didYouMean } from './suggest.ts';
import { type Attributes, done, type Failure, fail, type ValueResult } from './value.ts';

export type { Value, ValueResult } from './value.ts';

/** How long it was from one dated record to another. */
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

/** Attributes that several take; `?` marks those that may be left out. */
const FILTER = ['covers?', 'type?'] as const;
const MATTER = ['about', 'measure'] as const;
const COMMON = ['as?'] as const;

interface Derived {
	/** Its attributes. */
	readonly takes: readonly string[];
	readonly compute: (ledger: Ledger, attributes: Attributes, style: NumberStyle) => ValueResult;
}

/** Every value that can be derived, by the name that `of` gives it. */
const derived: Readonly<Record<string, Derived>> = {
	ceasefires: { takes: FILTER, compute: (ledger, given) => countValue(false, ledger, given) },
	between: { takes: ['from', 'to'], compute: betweenValue },
	held: { takes: ['ceasefire'], compute: heldValue },
	'held-median': { takes: FILTER, compute: (...all) => heldAmong('median', ...all) },
	'held-longest': { takes: FILTER, compute: (...all) => heldAmong('longest', ...all) },
	'held-shortest': { takes: FILTER, compute: (...all) => heldAmong('shortest', ...all) },
	'ended-within': { takes: ['days', ...FILTER], compute: endedWithin },
	'open-ended': { takes: FILTER, compute: (ledger, given) => countValue(true, ledger, given) },
	range: { takes: [...MATTER, 'which?'], compute: (...all) => accountsValue('range', ...all) },
	lowest: { takes: [...MATTER, 'which?'], compute: (...all) => accountsValue('lowest', ...all) },
	highest: { takes: [...MATTER, 'which?'], compute: (...all) => accountsValue('highest', ...all) },
	accounts: { takes: MATTER, compute: (...all) => accountsValue('accounts', ...all) },
	'outside-accounts': { takes: MATTER, compute: (...all) => accountsValue('outside-accounts', ...all) },
	difference: { takes: ['series', 'minus', 'date'], compute: differenceValue },
	change: { takes: ['series', 'from', 'to'], compute: changeValue },
	sum: { takes: ['claims'], compute: sumValue },
	events: { takes: ['ceasefire', 'kind'], compute: eventsValue },
};

/** The names `of` may have. */
export const derivedValues: readonly string[] = Object.keys(derived);

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
	const row = Object.hasOwn(derived, of) ? derived[of] : undefined;
	if (row === undefined) {
		return fail(
			`there is no value of="${of}"`,
			didYouMean(of, derivedValues, `Values: ${derivedValues.join(', ')}.`),
			'of',
		);
	}
	return checkAttributes(attributes, row.takes, `<Value of="${of}">`) ?? row.compute(ledger, attributes, style);
}
