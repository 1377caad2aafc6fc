import { formatDate } from './date.ts';
import type { Ledger, Series } from './ledger.ts';
import { formatNumber, formatQuantity, type NumberStyle } from './quantity.ts';
import type { Quantity, Row } from './schemas/index.ts';
import { relayed } from './speaker.ts';
import { type Attributes, done, type Failure, fail, find, isFailure, type ValueResult } from './value.ts';

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

export function seriesValue(ledger: Ledger, attributes: Attributes, style: NumberStyle): ValueResult {
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

/** A result computed from rows is "about" as soon as one of them is not exact. */
function computed(rows: readonly Row[], number: number, style: NumberStyle): { text: string; exact: string } {
	const about = rows.some((row) => (row.qualifier ?? 'exactly') !== 'exactly') ? 'about ' : '';
	const size = Math.abs(number);
	return { text: `${about}${formatNumber(size, style)}`, exact: `${about}${formatNumber(size, 'exact')}` };
}

export function differenceValue(ledger: Ledger, attributes: Attributes, style: NumberStyle): ValueResult {
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

export function changeValue(ledger: Ledger, attributes: Attributes, style: NumberStyle): ValueResult {
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
