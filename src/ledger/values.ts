import { betweenValue } from './between.ts';
import { countValue, endedWithin, eventsValue, heldAmong, heldValue } from './ceasefire-values.ts';
import { rangeValue, sumValue } from './claim-values.ts';
import type { Ledger } from './ledger.ts';
import type { NumberStyle } from './quantity.ts';
import { changeValue, differenceValue, seriesValue, totalValue } from './series-values.ts';
import { didYouMean } from './suggest.ts';
import { type Attributes, type Draft, fail, oneOf, settle, type ValueResult } from './value.ts';

export type { Value, ValueResult } from './value.ts';

interface Derived {
	/** Its attributes; `?` marks those that may be left out. */
	readonly takes: readonly string[];
	readonly compute: (ledger: Ledger, attributes: Attributes, style: NumberStyle) => Draft;
}

/** Attributes that say which ceasefires are meant. */
const FILTER = ['covers?', 'type?', 'ended?'];

/** Every value that can be derived, by the name that `of` gives it. */
const derived: Readonly<Record<string, Derived>> = {
	ceasefires: { takes: FILTER, compute: (...all) => countValue(false, ...all) },
	between: { takes: ['from', 'to'], compute: betweenValue },
	held: { takes: ['ceasefire'], compute: heldValue },
	'held-median': { takes: FILTER, compute: (...all) => heldAmong('median', ...all) },
	'held-longest': { takes: FILTER, compute: (...all) => heldAmong('longest', ...all) },
	'ended-within': { takes: ['days', ...FILTER], compute: endedWithin },
	'open-ended': { takes: FILTER, compute: (...all) => countValue(true, ...all) },
	range: { takes: ['about', 'measure'], compute: rangeValue },
	difference: { takes: ['series', 'minus', 'date'], compute: differenceValue },
	change: { takes: ['series', 'from', 'to'], compute: changeValue },
	total: { takes: ['series', 'from', 'to'], compute: totalValue },
	sum: { takes: ['claims'], compute: sumValue },
	events: { takes: ['ceasefire', 'kind'], compute: eventsValue },
};
const ofSeries: Derived = { takes: ['series', 'date'], compute: seriesValue };

/** The names `of` may have. */
export const derivedValues: readonly string[] = Object.keys(derived);

/** Missing and unknown attributes, in words. */
function checkAttributes(attributes: Attributes, takes: readonly string[], what: string): void {
	const names = [...takes, 'as'].map((name) => name.replace('?', ''));
	const unknown = Object.keys(attributes).find((name) => name !== 'of' && !names.includes(name));
	if (unknown !== undefined) {
		const near = didYouMean(unknown, names, `It has: ${names.join(', ')}.`);
		fail(`${what} has no attribute "${unknown}"`, near, unknown);
	}
	const missing = takes.find((name) => !name.endsWith('?') && attributes[name] === undefined);
	if (missing !== undefined) fail(`${what} needs ${missing}="…"`, `Add ${missing}="…".`, missing);
}

const STYLES: readonly NumberStyle[] = ['exact', 'words', 'rounded'];

/**
 * What `<Value …/>` says: a value of a series at a date, or one derived from the ledger (a closed list).
 * In prose a value has three significant figures; `as="exact"` gives every digit.
 * Errors are values, written for the person who wrote the attributes.
 */
export const resolveValue = (ledger: Ledger, attributes: Attributes): ValueResult =>
	settle(() => {
		const { of, as = 'rounded' } = attributes;
		const style = STYLES.find((one) => one === as);
		if (!style) fail(`as="${as}" is not known`, 'Use as="exact", as="words" or as="rounded".', 'as');
		const name = of === undefined ? undefined : oneOf(derivedValues, of, `there is no value of="${of}"`, 'of');
		const { takes, compute } = (name !== undefined && derived[name]) || ofSeries;
		checkAttributes(attributes, takes, name === undefined ? '<Value> of a series' : `<Value of="${name}">`);
		return compute(ledger, attributes, style);
	});
