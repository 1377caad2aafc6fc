import { formatDate } from './date.ts';
import type { Ledger, Series } from './ledger.ts';
import { formatNumber, formatQuantity, type NumberStyle } from './quantity.ts';
import type { Row } from './schemas/index.ts';
import { relayed } from './speaker.ts';
import { type Attributes, type Draft, fail, find } from './value.ts';

/** The series that an attribute names. */
const named = (ledger: Ledger, attributes: Attributes, attribute: 'series' | 'minus'): Series =>
	find(ledger.series, 'series', attributes[attribute], attribute);

/** Its row at the date of an attribute. */
function rowAt(series: Series, attributes: Attributes, attribute: string): Row {
	const date = attributes[attribute];
	const dates = series.rows.map((row) => row.date);
	const shown = dates.length > 16 ? [...dates.slice(0, 8), '…', ...dates.slice(-8)] : dates;
	const fix = shown.length > 0 ? `Dates there: ${shown.join(', ')}.` : 'The series has no rows.';
	const row = series.rows.find((one) => one.date === date);
	return row ?? fail(`no row for ${date} in series ${series.id}`, fix, attribute);
}

const rowSource = (series: Series, row: Row): string => row.source ?? series.source;
const digits = (value: number): string => formatNumber(value, 'exact');

/** A value of a series at a date. */
export function seriesValue(ledger: Ledger, attributes: Attributes, style: NumberStyle): Draft {
	const series = named(ledger, attributes, 'series');
	const row = rowAt(series, attributes, 'date');
	const quantity = { value: row.value, qualifier: row.qualifier ?? 'exactly' } as const;
	const exact = formatQuantity(quantity, 'exact');
	return {
		text: formatQuantity(quantity, style),
		exact,
		unit: series.unit,
		derivation: `${series.title}, ${formatDate(row.date)}: ${exact} ${series.unit}, ${counter(ledger, series, row)}.`,
		sources: [rowSource(series, row)],
		series: [series.id],
	};
}

/** "counted by OCHA", or who passed on whose count. */
function counter({ actors }: Ledger, { provider }: Series, { countedBy = '', relayedBy = '' }: Row): string {
	const actor = actors.get(countedBy);
	const who = actor?.short ?? actor?.name ?? provider;
	const relay = actors.get(relayedBy);
	return relay ? relayed(who, relay) : `counted by ${who}`;
}

/** What two rows are apart: "about" as soon as one of them is not exact. */
type Rows = readonly (readonly [Series, Row])[];
function apart(rows: Rows, number: number, style: NumberStyle, derivation: string): Draft {
	const exact = rows.every(([, { qualifier = 'exactly' }]) => qualifier === 'exactly');
	const words = (how: NumberStyle) => `${exact ? '' : 'about '}${formatNumber(Math.abs(number), how)}`;
	return {
		text: words(style),
		exact: words('exact'),
		derivation,
		sources: rows.map(([series, row]) => rowSource(series, row)),
		series: rows.map(([{ id }]) => id),
	};
}

const less = (a: Row, b: Row): number => Number((a.value - b.value).toPrecision(15));

/** How far two series are apart at a date. */
export function differenceValue(ledger: Ledger, attributes: Attributes, style: NumberStyle): Draft {
	const [a, b] = [named(ledger, attributes, 'series'), named(ledger, attributes, 'minus')];
	const [first, second] = [rowAt(a, attributes, 'date'), rowAt(b, attributes, 'date')];
	if (a.unit !== b.unit)
		fail(`${a.id} counts ${a.unit} and ${b.id} counts ${b.unit}`, 'Take series of the same unit.', 'minus');
	const number = less(first, second);
	const [one, other] = [a, b].map(({ provider, title }) => `(${provider}, “${title}”)`);
	const derivation = `${formatDate(first.date)}: ${digits(first.value)} ${a.unit} ${one} less ${digits(second.value)} ${other} is ${digits(number)}.`;
	return apart([[a, first] as const, [b, second] as const], number, style, derivation);
}

/** The rows of a series from one date to another, added up. */
export function totalValue(ledger: Ledger, attributes: Attributes, style: NumberStyle): Draft {
	const series = named(ledger, attributes, 'series');
	const [first, last] = [rowAt(series, attributes, 'from'), rowAt(series, attributes, 'to')];
	if (find(ledger.measures, 'measure', series.measure).kind !== 'flow' || series.countedFrom)
		fail(
			`the rows of ${series.id} cannot be added up`,
			'Take a series that counts what happened in each year.',
			'series',
		);
	const rows = series.rows.slice(series.rows.indexOf(first), series.rows.indexOf(last) + 1);
	const number = rows.reduce((sum, { value }) => sum + value, 0);
	const span = `${formatDate(first.date)} to ${formatDate(last.date)}`;
	const derivation = `${series.title}: ${span}, added up: ${digits(number)} ${series.unit}.`;
	return apart(
		rows.map((row) => [series, row] as const),
		number,
		style,
		derivation,
	);
}

/** How far a series went up or down from one date to another. */
export function changeValue(ledger: Ledger, attributes: Attributes, style: NumberStyle): Draft {
	const series = named(ledger, attributes, 'series');
	const [from, to] = [rowAt(series, attributes, 'from'), rowAt(series, attributes, 'to')];
	const number = less(to, from);
	const course = number > 0 ? 'a rise' : number < 0 ? 'a fall' : 'a change';
	const [first, last] = [from, to].map(({ date, value }) => `${digits(value)} (${formatDate(date)})`);
	const derivation = `${series.title}: from ${first} to ${last}, ${course} of ${digits(Math.abs(number))} ${series.unit}.`;
	return apart([[series, from] as const, [series, to] as const], number, style, derivation);
}
