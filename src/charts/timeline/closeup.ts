import { toDate } from '../../ledger/date.ts';
import type { Ceasefire, Ledger } from '../../ledger/ledger.ts';
import { required } from '../../prose/words.ts';
import { notesOf as annotationsOf } from '../annotations.ts';
import { type ChartSeries, type Datum, largestOf, seriesData } from '../data.ts';
import type { Drawn, Kind, Table } from '../figure.ts';
import { labeller } from '../label.ts';
import { circle, group, path, round, sceneOf } from '../marks.ts';
import { countAxis, countScale, gutter, timeGrid } from '../plot.ts';
import { beside, type Columns, heading } from '../rows.ts';
import type { Scene, Segment, Shape, Size, Spot } from '../scene.ts';
import { dateCell, pointOf as pointOfDatum, sourceCell, tableFrom, textCell, valueCell } from '../table.ts';
import { boxOf, label, linesWidth, wrapEvenly } from '../text.ts';
import { shortDate, shortDay, timeScale } from '../time.ts';
import { capital, shortAmount, tickWords } from '../words.ts';
import { endCell, heldCell, isRough, licencesOf, notesOf, PALE, pointId, pointOf, shortHeld } from './record.ts';
import { bar, type Frame, spanOf } from './span.ts';

const isCount = (row: Ceasefire | Datum): row is Datum => 'at' in row;

const table = (ledger: Ledger, rows: readonly (Ceasefire | Datum)[]): Table =>
	tableFrom(
		'Ceasefires, then counts of the displaced, each in order of time',
		rows,
		(row) => (isCount(row) ? row.id : pointId(row)),
		[
			['what', 'What', 'text', (row) => textCell(isCount(row) ? row.groupLabel : row.name)],
			['date', 'From, or counted on', 'date', (row) => dateCell(isCount(row) ? row.date.edtf : row.inForce)],
			['ended', 'Ended', 'date', (row) => (isCount(row) ? { value: null, text: '' } : endCell(row))],
			['value', 'Number', 'number', (row) => (isCount(row) ? valueCell(row, true) : heldCell(row))],
			['unit', 'Of what', 'text', (row) => textCell(isCount(row) ? row.unit : 'days in force')],
			['source', 'First source', 'text', (row) => sourceCell(ledger, isCount(row) ? row.source : row.sources[0])],
		],
	);

/** The months in which truces crowd, above the people displaced in them. */
export function drawCloseUp(ledger: Ledger, chart: Kind<'close-up'>): Drawn {
	const [from, to] = [toDate(chart.from).min, toDate(chart.to).max + 1];
	const all = [...ledger.ceasefires.values()].filter(({ covers }) => covers !== 'no');
	const begun = all.filter((ceasefire) => spanOf(ceasefire).start.min < to);
	const truces = begun.filter((ceasefire) => (spanOf(ceasefire).end?.max ?? from) > from);
	const open = begun.filter((ceasefire) => spanOf(ceasefire).end === null);
	const [counted = ''] = chart.series;
	const series = required(ledger.series.get(counted), 'series', counted);
	const line = seriesData(ledger, series, { from, to: to - 1 });
	const apart = annotationsOf(ledger, chart, []).flatMap((note) => (note.type === 'claim' ? [note] : []));
	const data = [...apart.map(({ datum }) => datum), ...line.data];
	return {
		scene: (size) => closeUpScene({ truces, line, apart, from, to }, size),
		table: table(ledger, [...truces, ...data]),
		points: [...truces.map((one) => pointOf(ledger, one)), ...data.map(pointOfDatum)],
		sources: [...new Set([...truces.flatMap(({ sources }) => sources), ...data.map(({ source }) => source)])],
		licences: licencesOf(ledger, [series.id]),
		notes: [
			...(chart.note ? [{ heading: 'How to read it', text: chart.note }] : []),
			...notesOf(truces),
			...(open.length > 0
				? [{ heading: 'Left out', text: `Has no known end: ${open.map(({ name }) => name).join('; ')}.` }]
				: []),
			{ heading: series.label, text: `${series.definition} ${series.method}` },
		],
	};
}

/** What is drawn, and from when to when. */
export interface Content {
	readonly truces: readonly Ceasefire[];
	readonly line: ChartSeries;
	/** Counts of a time that the line does not hold, with what is said of each. */
	readonly apart: readonly { readonly datum: Datum; readonly label: string }[];
	readonly from: number;
	readonly to: number;
}

const HEIGHT = { wide: 280, middle: 230, narrow: 220 } as const;
/** Height of the bar of a truce, and from one to the next. */
const [STRIP, STEP] = [14, 24];

/** What is said of a truce: how long it stood; of one that is cut off at an edge, from when or until when. */
function wordsOf(truce: Ceasefire, { from, to }: Frame): string {
	const { start, end } = spanOf(truce);
	const month = (date = '') => shortDate(toDate(date.slice(0, 7)));
	if (start.min < from) return `${truce.short}, from ${month(truce.inForce)}`;
	return `${truce.short}, ${end && end.max > to ? `until ${month(truce.ended)}` : shortHeld(truce)}`;
}

/** A truce: its bar, an arrow at each edge beyond which it stood, and beside it, else above it, its words. */
function rowOf(truce: Ceasefire, top: number, frame: Frame, at: Columns) {
	const { size, left, right } = at;
	const { start, end } = spanOf(truce);
	const [a, b] = [start.min, (end ?? start).max].map((time) => frame.x(Math.min(frame.to, Math.max(frame.from, time))));
	const marks = { left: (a ?? left) - 4, right: (b ?? right) + 4 };
	const words = wordsOf(truce, frame);
	const near = beside('ch-halo', words, marks, top + STRIP / 2, at);
	const y = near ? top : top + size.lineHeight;
	const above = label('ch-halo', size, [words], { x: size.width, y: top + size.text - 4 }, 'end');
	const shapes = [
		...bar(spanOf(truce), 'tl-bar', y, STRIP, frame),
		...(start.min < frame.from
			? [onwards(end && end.min <= frame.from ? 'tl-bar tl-rough' : 'tl-bar', left, y, -1)]
			: []),
		...(end && end.max > frame.to ? [onwards('tl-bar', right, y, 1)] : []),
	];
	return { shapes: [group('tl-strong', shapes, { point: pointId(truce) }), near ?? above], bottom: y + STEP };
}

/** The head of an arrow at an edge beyond which a truce stood on. */
const onwards = (role: string, x: number, y: number, to: -1 | 1): Shape =>
	path(
		role,
		`M${round(x)},${round(y - 4)}L${round(x + 9 * to)},${round(y + STRIP / 2)}L${round(x)},${round(y + STRIP + 4)}z`,
	);

/** Above, when each truce stood; below, on the same months, the people displaced: their count an area, a total of several months a bracket over these. */
function closeUpScene({ truces, line: counted, apart, from, to }: Content, size: Size): Scene {
	const { width, text, lineHeight, layout } = size;
	const { begins } = counted;
	const highest = largestOf(counted.data);
	const ticksFor = (top: number, bottom: number) => countScale(highest?.value ?? 0, [bottom, top], 4);
	const unplaced = ticksFor(0, 1).ticks;
	const left = layout === 'narrow' ? gutter(unplaced, size) : Math.ceil(linesWidth(tickWords(unplaced), size)) + 8;
	const right = width - 12;
	const time = timeScale(from, to, [left, right]);
	const frame: Frame = { from, to, x: (at) => time(at) };
	const above = heading(`When a truce stood${isRough(truces) ? `; pale: ${PALE}` : ''}`, size, 0);
	const head = above.bottom + 6;
	let strip = head;
	const bands = truces.flatMap((truce) => {
		const { shapes, bottom } = rowOf(truce, strip, frame, { size, names: 1, values: 0, indent: 0, left, right });
		strip = bottom;
		return shapes;
	});
	const below = heading(`${capital(counted.unit)} displaced`, size, strip);
	const top = below.bottom + lineHeight;
	const bottom = top + HEIGHT[layout];
	const { scale, ticks } = ticksFor(top, bottom);
	const spot = (at: number, value: number | null): Spot => ({ x: round(frame.x(at)), y: round(scale(value ?? 0)) });
	const spotOf = ({ at, value }: Datum): Spot => spot(at, value);
	const through = (all: readonly Spot[]) => all.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x},${y}`).join('');
	const spots = counted.data.map(spotOf);
	const first = begins === undefined || begins.min < from ? [] : [spot(begins.min, 0)];
	const edge = [...first, ...spots];
	const segments = edge.slice(1).map((spot, i): Segment => [edge[i] ?? spot, spot]);
	const end = spots.at(-1);
	const area = first.length > 0 && end ? [path('tl-block', `${through(edge)}V${bottom}z`)] : [];
	const axis = countAxis(scale, ticks, { x: left, y: top, width: right - left, height: bottom - top }, size);
	// Only a total is known: a bracket over its months, at no height of the scale; then nobody counted.
	const level = round(bottom - 16);
	const totals = apart.flatMap(({ datum, label: words }): readonly Shape[] => {
		const [x, last] = [spot(Math.max(from, datum.date.min), 0).x, spot(Math.min(to, datum.date.max), 0).x];
		const until = first[0]?.x ?? right;
		const said = wrapEvenly(words, Math.min(until - x - 8, Math.max(last - x, 11 * text)), text);
		const total = label('tl-value ch-halo', size, said, { x: x + 1, y: level - 8 - (said.length - 1) * lineHeight });
		const none = label('ch-detail ch-halo', size, ['no count'], { x: (last + until) / 2, y: level + 10 }, 'middle');
		const bracket = path('tl-line', `M${x},${round(level + 8)}V${level}H${last}V${round(level + 8)}`, datum.id);
		return [bracket, total, ...(boxOf(none).width < until - last - 4 ? [none] : [])];
	});
	const room = { x: left, y: top - lineHeight, width: right - left, height: bottom - top + lineHeight - 4 };
	const labels = labeller(size, room, segments, spots);
	labels.keep([...axis, ...totals]);
	const put = (anchors: readonly Spot[], words: readonly string[], clear: boolean) =>
		labels.put({ role: 'tl-value ch-halo', anchors, words, ...(clear ? { clear, within: 24 } : {}) }) ?? [];
	const saidOf = (datum: Datum, clear: boolean) =>
		put([spotOf(datum)], [shortAmount(datum), `by ${shortDate(datum.date)}`], clear);
	const [earliest] = counted.data;
	const said = [
		...(highest ? saidOf(highest, false) : []),
		...(begins
			? put(first, ['new count', `from ${shortDay(begins.type === 'point' ? begins : begins.from, false)}`], false)
			: []),
		...(earliest && earliest !== highest ? saidOf(earliest, true) : []),
	];
	const grid = timeGrid(time, { y: head, height: bottom + 5 - head }, size, bottom + text + 9);
	const marks = counted.data.map((datum) => circle('tl-dot', spotOf(datum), 3.4, datum.id));
	const rise = spots[0] ? [path('tl-line tl-rise', through([...first, spots[0]]))] : [];
	const own = group('', [...area, ...rise, path('tl-line', through(spots)), ...marks], { series: counted.id });
	const behind = [grid.rules, ...grid.names, above.shape, below.shape, ...bands, ...axis];
	return sceneOf(size, bottom + lineHeight + 13, [...behind, ...totals, own, ...said]);
}
