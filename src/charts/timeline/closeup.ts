import { formatDate, toDate } from '../../ledger/date.ts';
import { endWords } from '../../ledger/duration.ts';
import { type Ceasefire, type Ledger, siteOf } from '../../ledger/ledger.ts';
import { notesOf } from '../annotations.ts';
import type { Drawn, Kind } from '../chart-spec.ts';
import { ChartError, type Datum, seriesData } from '../data.ts';
import type { Cell, Table } from '../figure.ts';
import { timeGrid } from '../plot.ts';
import { columnsFor } from '../rows.ts';
import type { Scene } from '../scene.ts';
import type { Size } from '../size.ts';
import { pointOf as pointOfDatum } from '../table.ts';
import { timeScale } from '../time.ts';
import { licencesOf, notes, sourcesOf } from './notes.ts';
import { type Counts, countGutter, panel } from './panel.ts';
import { type Area, pointId, pointOf } from './point.ts';
import { ceasefireRows, timelineKey } from './rows.ts';
import { spanOf } from './span.ts';
import { heldCell, sourceCell, sourceColumn } from './table.ts';

interface Content {
	readonly area: Area;
	readonly shown: readonly Ceasefire[];
	readonly counts: Counts;
	readonly from: number;
	readonly to: number;
}

/** In force at some time inside the frame, with an end that is known or a start inside it. */
const within = (ceasefire: Ceasefire, from: number, to: number): boolean => {
	const { start, end } = spanOf(ceasefire);
	return start.min < to && (end ? end.max > from : start.min >= from);
};

function scene({ area, shown, counts, from, to }: Content, size: Size): Scene {
	const names = shown.map(({ short }) => short);
	const columns = columnsFor(names, size, size.layout === 'wide' ? 230 : 150, size.width - 10);
	const at = { ...columns, left: Math.max(columns.left, countGutter(counts, size)) };
	const x = timeScale(from, to, [at.left, at.right]);
	const frame = { x: (time: number) => x(time), from, to };
	const legend = timelineKey(area, shown, true, size);
	const baseline = legend.bottom + 4 + size.text;
	const placed = ceasefireRows(area, shown, [], at, frame, baseline + 4);
	const truces = shown.filter(({ covers }) => covers !== 'no');
	const below = panel(area, counts, truces, at, frame, placed.bottom + 10);
	const grid = timeGrid(x, { y: baseline + 6, height: placed.bottom - baseline }, size, baseline);
	const foot = timeGrid(x, { y: below.top, height: below.bottom - below.top }, size, below.bottom + size.text + 9);
	return {
		width: size.width,
		height: Math.ceil(below.bottom + size.lineHeight + 13),
		layout: size.layout,
		shapes: [grid.rules, ...grid.names, ...legend.shapes, ...placed.shapes, foot.rules, ...foot.names, ...below.shapes],
	};
}

function table(ledger: Ledger, shown: readonly Ceasefire[], data: readonly Datum[]): Table {
	const text = (words: string): Cell => ({ value: words, text: words });
	const truces = shown.map((ceasefire): readonly Cell[] => [
		text(ceasefire.name),
		{ value: ceasefire.inForce, text: formatDate(ceasefire.inForce) },
		{ value: ceasefire.ended ?? null, text: endWords(ceasefire) },
		heldCell(ceasefire),
		text('days in force'),
		sourceCell(ledger, ceasefire.sources[0]),
	]);
	const counts = data.map((datum): readonly Cell[] => [
		text(datum.groupLabel),
		{ value: datum.date.edtf, text: formatDate(datum.date) },
		{ value: null, text: '' },
		{ value: datum.value, text: datum.text, ...(datum.claim ? { claim: datum.claim } : {}) },
		text(datum.unit),
		sourceCell(ledger, datum.source),
	]);
	return {
		caption: 'Ceasefires, then counts of the displaced, each in order of time',
		columns: [
			{ key: 'what', label: 'What', type: 'text' },
			{ key: 'date', label: 'From, or counted on', type: 'date' },
			{ key: 'ended', label: 'Ended', type: 'date' },
			{ key: 'value', label: 'Number', type: 'number' },
			{ key: 'unit', label: 'Of what', type: 'text' },
			sourceColumn,
		],
		points: [...shown.map(pointId), ...data.map(({ id }) => id)],
		rows: [...truces, ...counts],
	};
}

/** The months in which truces crowd, above a line of people displaced, on one time axis. */
export function drawCloseUp(ledger: Ledger, chart: Kind<'close-up'>): Drawn {
	const [from, to] = [toDate(chart.from).min, toDate(chart.to).max + 1];
	const { area } = siteOf(ledger);
	const all = [...ledger.ceasefires.values()];
	const shown = all.filter((ceasefire) => within(ceasefire, from, to));
	const series = ledger.series.get(chart.series[0] ?? '');
	if (!series) throw new ChartError(chart.id, `there is no series "${chart.series[0]}"`);
	const line = seriesData(ledger, series, { from, to: to - 1 });
	const { data } = line;
	const begins = series.countedFrom === undefined ? undefined : toDate(series.countedFrom).min;
	const counts: Counts = {
		line,
		before: notesOf(ledger, chart, []).map(({ label }) => label),
		...(begins === undefined ? {} : { begins }),
	};
	const before = all.filter((ceasefire) => {
		const { start, end } = spanOf(ceasefire);
		return end === null && start.min < from;
	});
	return {
		scene: (size) => scene({ area, shown, counts, from, to }, size),
		subtitle: `Time in force, by month, ${formatDate(`${chart.from}/${chart.to}`)}; below, people displaced`,
		table: table(ledger, shown, data),
		points: [...shown.map((one) => pointOf(area, one)), ...data.map(pointOfDatum)],
		sources: [...new Set([...sourcesOf(shown), ...data.map(({ source }) => source)])],
		licences: licencesOf(ledger, [series.id]),
		notes: [
			...(chart.note ? [{ heading: 'How to read it', text: chart.note }] : []),
			...notes(shown),
			...(before.length > 0
				? [
						{
							heading: 'Left out of the close-up',
							text: `Began earlier and has no known end: ${before.map(({ name }) => name).join('; ')}.`,
						},
					]
				: []),
			{ heading: series.label, text: `${series.definition} ${series.method}` },
		],
	};
}
