import { formatDate, toDate } from '../../ledger/date.ts';
import type { Ceasefire, Ledger, Series } from '../../ledger/ledger.ts';
import type { Drawn, Kind } from '../chart-spec.ts';
import { ChartError } from '../data.ts';
import type { Cell, Table } from '../figure.ts';
import type { Scene, Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { axis, monthTicks } from './axis.ts';
import { type Frame, timeFrame } from './bar.ts';
import { panel, pointsOf, valueId, valuesIn, valueWords } from './displacement.ts';
import { gather } from './group-rows.ts';
import { key, samplesFor } from './key.ts';
import { licencesOf, notes, sourcesOf } from './notes.ts';
import { endWords, pointId, pointOf } from './point.ts';
import { columns, rows } from './rows.ts';
import { spanOf } from './span.ts';
import { heldCell, sourceCell, sourceColumn } from './table.ts';

/** In force at some time inside the frame, with an end that is known or a start inside it. */
const within = (ceasefire: Ceasefire, from: number, to: number): boolean => {
	const { start, end } = spanOf(ceasefire);
	return start.min < to && (end ? end.max > from : start.min >= from);
};

interface Content {
	readonly shown: readonly Ceasefire[];
	readonly series: Series;
	readonly from: number;
	readonly to: number;
}

function scene({ shown, series, from, to }: Content, size: Size): Scene {
	const groups = gather(shown);
	const at = columns(groups, size);
	const frame = timeFrame(from, to, at.left, at.right);
	const legend = key(samplesFor(shown), size, 0);
	const baseline = legend.bottom + 6 + size.lineHeight;
	const placed = rows(groups, at, frame, baseline + size.lineHeight);
	const ticks = monthTicks(from, to);
	const options = { ticks, x: frame.x, size, right: size.width };
	const shapes: Shape[] = [...legend.shapes];
	const truces = shown.filter(({ coversIdlib }) => coversIdlib !== 'no');
	const below = panel({ series, truces }, at, frame, placed.bottom + 6);
	const { bottom } = below;
	shapes.push(
		...axis(options, baseline + 4, placed.bottom + 4, baseline),
		...placed.shapes,
		...axis(options, below.top, bottom, bottom + size.lineHeight + 2),
		...below.shapes,
	);
	const height = Math.ceil(bottom + 2 * size.lineHeight + 8);
	return { width: size.width, height, layout: size.layout, shapes };
}

function table(ledger: Ledger, shown: readonly Ceasefire[], series: Series, frame: Pick<Frame, 'from' | 'to'>): Table {
	const text = (words: string): Cell => ({ value: words, text: words });
	const truces = shown.map((ceasefire): readonly Cell[] => [
		text(ceasefire.name),
		{ value: ceasefire.inForce, text: formatDate(ceasefire.inForce) },
		{ value: ceasefire.ended ?? null, text: endWords(ceasefire) },
		heldCell(ceasefire),
		text('days in force'),
		sourceCell(ledger, ceasefire.sources[0]),
	]);
	const values = valuesIn(series, frame);
	const counts = values.map((row): readonly Cell[] => [
		text(series.label),
		{ value: row.date, text: formatDate(row.date) },
		{ value: null, text: '' },
		{ value: row.value, text: valueWords(row, 'exact') },
		text(series.unit),
		sourceCell(ledger, row.source ?? series.source),
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
		points: [...shown.map(pointId), ...values.map((row) => valueId(series, row))],
		rows: [...truces, ...counts],
	};
}

/** The months in which truces crowd, above a line of people displaced, on one time axis. */
export function drawCloseUp(ledger: Ledger, chart: Kind<'close-up'>): Drawn {
	const { from, to } = { from: toDate(chart.from).min, to: toDate(chart.to).max + 1 };
	const all = [...ledger.ceasefires.values()];
	const shown = all.filter((ceasefire) => within(ceasefire, from, to));
	const series = ledger.series.get(chart.series[0] ?? '');
	if (!series) throw new ChartError(chart.id, `there is no series "${chart.series[0]}"`);
	const values = valuesIn(series, { from, to });
	const before = all.filter((ceasefire) => {
		const { start, end } = spanOf(ceasefire);
		return end === null && start.min < from;
	});
	return {
		scene: (size) => scene({ shown, series, from, to }, size),
		subtitle: `Time in force, by month, ${formatDate(`${chart.from}/${chart.to}`)}; below, people displaced`,
		table: table(ledger, shown, series, { from, to }),
		points: [...shown.map(pointOf), ...pointsOf(series, values)],
		sources: [...new Set([...sourcesOf(shown), ...values.map((row) => row.source ?? series.source)])],
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
