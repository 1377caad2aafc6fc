import { formatDate, toDate } from '../../ledger/date.ts';
import { overWithin } from '../../ledger/duration.ts';
import type { Ceasefire, Ledger, Series } from '../../ledger/ledger.ts';
import { largestOf } from '../data.ts';
import type { Cell, Figure, Table } from '../figure.ts';
import { exact } from '../number.ts';
import type { Shape } from '../scene.ts';
import { narrow, type Size, wide } from '../size.ts';
import { OFFENSIVE } from '../subject.ts';
import { writeDrawing } from '../svg.ts';
import { axis, monthTicks } from './axis.ts';
import { type Frame, timeFrame } from './bar.ts';
import { earlierWave, panel, pointsOf, valueId, valuesIn, valueWords } from './displacement.ts';
import { gather } from './group-rows.ts';
import { key, samplesFor } from './key.ts';
import { licencesOf, notes, sourcesOf } from './notes.ts';
import { endWords, pointId, pointOf } from './point.ts';
import { columns, type RowGroup, rows } from './rows.ts';
import { spanOf } from './span.ts';
import { heldCell, sourceCell, sourceColumn } from './table.ts';

/** The series below the rows. */
const SERIES = 'displaced-north-west';

/** In force at some time inside the frame, with an end that is known or a start inside it. */
const within = (ceasefire: Ceasefire, from: number, to: number): boolean => {
	const { start, end } = spanOf(ceasefire);
	return start.min < to && (end ? end.max > from : start.min >= from);
};

interface Content {
	readonly id: string;
	readonly shown: readonly Ceasefire[];
	readonly groups: readonly RowGroup[];
	readonly series: Series | undefined;
	readonly from: number;
	readonly to: number;
}

function draw({ id, shown, groups, series, from, to }: Content, size: Size): string {
	const at = columns(groups, size);
	const frame = timeFrame(from, to, at.left, at.right);
	const legend = key(samplesFor(shown), size, 0);
	const baseline = legend.bottom + 6 + size.lineHeight;
	const placed = rows(groups, at, frame, baseline + size.lineHeight);
	const ticks = monthTicks(from, to);
	const options = { ticks, x: frame.x, size, right: size.width };
	const shapes: Shape[] = [...legend.shapes];
	let bottom = placed.bottom + 4;
	const truces = shown.filter(({ coversIdlib }) => coversIdlib !== 'no');
	const below = series && panel({ series, truces }, at, frame, placed.bottom + 6);
	shapes.push(...axis(options, baseline + 4, bottom, baseline), ...placed.shapes);
	if (below) {
		bottom = below.bottom;
		shapes.push(...axis(options, below.top, bottom, bottom + size.lineHeight + 2), ...below.shapes);
	} else shapes.push(...axis(options, bottom, bottom, bottom + size.lineHeight));
	const height = Math.ceil(bottom + 2 * size.lineHeight + 8);
	return writeDrawing({ width: size.width, height, layout: size.layout, shapes }, id);
}

function table(
	ledger: Ledger,
	shown: readonly Ceasefire[],
	series: Series | undefined,
	frame: Pick<Frame, 'from' | 'to'>,
): Table {
	const text = (words: string): Cell => ({ value: words, text: words });
	const truces = shown.map((ceasefire): readonly Cell[] => [
		text(ceasefire.name),
		{ value: ceasefire.inForce, text: formatDate(ceasefire.inForce) },
		{ value: ceasefire.ended ?? null, text: endWords(ceasefire) },
		heldCell(ceasefire),
		text('days in force'),
		sourceCell(ledger, ceasefire.sources[0]),
	]);
	const values = series ? valuesIn(series, frame) : [];
	const counts = values.map((row): readonly Cell[] => [
		text(series?.label ?? ''),
		{ value: row.date, text: formatDate(row.date) },
		{ value: null, text: '' },
		{ value: row.value, text: valueWords(row, 'exact') },
		text(series?.unit ?? 'people'),
		sourceCell(ledger, row.source ?? series?.source),
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
		points: [...shown.map(pointId), ...(series ? values.map((row) => valueId(series, row)) : [])],
		rows: [...truces, ...counts],
	};
}

/** Truces over within a week, with those that may have been: "3 were over within a week, and perhaps 1 more, …". */
function briefly(began: readonly Ceasefire[]): string {
	const { sure, possible } = overWithin(began, 7);
	const open = possible.length - sure.length;
	const over = `${sure.length === 0 ? 'none' : exact(sure.length)} ${sure.length === 1 ? 'was' : 'were'} over within a week`;
	return open === 0 ? over : `${over}, and perhaps ${exact(open)} more, whose end is known only roughly`;
}

/** The months in which truces crowd, above the line of people displaced, on one time axis. */
export function drawCloseUp(ledger: Ledger): Figure {
	const id = 'ceasefires-close-up';
	const period = toDate(ledger.topics.get(OFFENSIVE)?.date ?? '2019-04/2020-03');
	const [from, to] = [period.min, period.max + 1];
	const all = [...ledger.ceasefires.values()];
	const shown = all.filter((ceasefire) => within(ceasefire, from, to));
	const { groups, grouped } = gather(shown);
	const series = ledger.series.get(SERIES);
	const content: Content = { id, shown, groups, series, from, to };
	const values = series ? valuesIn(series, { from, to }) : [];
	const peak = largestOf(values);
	const earlier = series && earlierWave(ledger, series, OFFENSIVE, { from });
	const began = shown.filter((ceasefire) => ceasefire.coversIdlib !== 'no' && spanOf(ceasefire).start.min >= from);
	const before = all.filter((ceasefire) => {
		const { start, end } = spanOf(ceasefire);
		return end === null && start.min < from;
	});
	return {
		id,
		title: 'Truce after truce, while people fled',
		summary: [
			began.length > 0
				? `Of ${exact(began.length)} ${began.length === 1 ? 'ceasefire' : 'ceasefires'} covering Idlib that took effect in these months, ${briefly(began)}.`
				: 'No ceasefire covering Idlib took effect in these months.',
			...(grouped > 0 ? [`The drawing groups ${exact(grouped)} of them into rows by year.`] : []),
			...(series && peak
				? [
						`While they came and went people fled: <Value series="${series.id}" date="${peak.date}"/>, counted from ${formatDate(series.countedFrom ?? peak.date)} to ${formatDate(peak.date)}.`,
					]
				: []),
			...(earlier?.date === undefined
				? []
				: [`An earlier count, ${formatDate(earlier.date)}, is not drawn: <Claim id="${earlier.id}"/> people.`]),
		].join(' '),
		subtitle: `Time in force, by month, ${formatDate(period)}${series ? '; below, people displaced' : ''}`,
		drawings: { wide: draw(content, wide), narrow: draw(content, narrow) },
		table: table(ledger, shown, series, { from, to }),
		points: [...(grouped > 0 ? [] : shown.map(pointOf)), ...(series ? pointsOf(series, values) : [])],
		sources: [...new Set([...sourcesOf(shown), ...values.map((row) => row.source ?? series?.source ?? '')])],
		licences: licencesOf(ledger, series ? [series.id] : []),
		notes: [
			...notes(shown),
			...(before.length > 0
				? [
						{
							heading: 'Left out of the close-up',
							text: `Began earlier and has no known end: ${before.map(({ name }) => name).join('; ')}.`,
						},
					]
				: []),
			...(series ? [{ heading: series.label, text: `${series.definition} ${series.method}` }] : []),
		],
	};
}
