import { toDate } from '../../ledger/date.ts';
import type { Ceasefire, Ledger } from '../../ledger/ledger.ts';
import { notesOf as annotationsOf } from '../annotations.ts';
import { type ChartSeries, type Datum, largestOf, seriesCalled, seriesData } from '../data.ts';
import type { Drawn, Kind, Table } from '../figure.ts';
import { labeller } from '../label.ts';
import { overlap } from '../label-placement.ts';
import { circle, group, line, path, rect, round, sceneOf } from '../marks.ts';
import { countAxis, countScale, gutter, timeGrid } from '../plot.ts';
import { heading } from '../rows.ts';
import type { Box, Scene, Segment, Shape, Size, Spot } from '../scene.ts';
import { pointOf as pointOfDatum, sourceCell, tableFrom, valueCell } from '../table.ts';
import { label, linesWidth, wrapEvenly } from '../text.ts';
import { shortDate, shortDay, timeScale } from '../time.ts';
import { capital, shortAmount, tickWords } from '../words.ts';
import {
	dateCell,
	endCell,
	heldCell,
	licencesOf,
	notesOf,
	pointId,
	pointOf,
	shortHeld,
	subtitleOf,
	textCell,
} from './record.ts';
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
	const series = seriesCalled(ledger, chart, chart.series[0]);
	const line = seriesData(ledger, series, { from, to: to - 1 });
	const apart = annotationsOf(ledger, chart, []).flatMap((note) => (note.type === 'claim' ? [note] : []));
	const data = [...apart.map(({ datum }) => datum), ...line.data];
	return {
		scene: (size) => closeUpScene({ truces, line, apart, from, to }, size),
		subtitle: subtitleOf('People displaced, counted up, by month, and above them the ceasefires', truces),
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
/** Height of the bars that say when a truce stood. */
const STRIP = 14;

/** A truce with its words at a level above its bar, and the columns that its bar and its words take. */
interface Flag {
	readonly truce: Ceasefire;
	readonly lines: readonly string[];
	readonly anchor: 'start' | 'end';
	readonly band: Box;
	readonly name: Box;
}

/** What is said of a truce: how long it stood; of one that is cut off at an edge, from when or until when. */
function wordsOf(truce: Ceasefire, { from, to }: Frame): readonly string[] {
	const { start, end } = spanOf(truce);
	const month = (date = '') => shortDate(toDate(date.slice(0, 7)));
	if (start.min < from) return [truce.short, `from ${month(truce.inForce)}`];
	return [truce.short, end && end.max > to ? `until ${month(truce.ended)}` : shortHeld(truce)];
}

/**
 * Every truce hangs from its name, in order of time; names stand one above the other where they would touch, and no band
 * runs through the name of another.
 */
function flagsOf(truces: readonly Ceasefire[], frame: Frame, size: Size): readonly Flag[] {
	const placed: Flag[] = [];
	const measured = truces.map((truce) => {
		const { start, end } = spanOf(truce);
		const at = (time: number) => frame.x(Math.min(frame.to, Math.max(frame.from, time)));
		const lines = wordsOf(truce, frame);
		return { truce, lines, left: at(start.min), right: at((end ?? start).max), width: linesWidth(lines, size) };
	});
	const outer = ({ left, width }: (typeof measured)[number]) => left + width > size.width;
	// Those that can only stand to the left of their bands first.
	for (const one of [...measured.filter(outer).toReversed(), ...measured.filter((each) => !outer(each))]) {
		const { truce, lines, left, right, width } = one;
		const flag = (level: number, anchor: Flag['anchor']): Flag => {
			const x = left - (anchor === 'end' ? width : 0) - 4;
			const band = { x: left, y: level + 1, width: right - left, height: 1000 };
			return { truce, lines, anchor, band, name: { x, y: level, width: width + 8, height: 1 } };
		};
		const levels = Array.from({ length: truces.length + 1 }, (_, level) => level);
		const flags = [
			...(outer(one) ? [] : levels.map((level) => flag(level, 'start'))),
			...(left < width ? [] : levels.map((level) => flag(level, 'end'))),
		];
		const apart = flags.filter(({ name }) => placed.every((other) => !overlap(name, other.name)));
		const clear = apart.find(({ band, name }) =>
			placed.every((other) => !overlap(name, other.band) && !overlap(band, other.name)),
		);
		placed.push(clear ?? apart[0] ?? flag(truces.length, 'end'));
	}
	return placed;
}

/** The head of an arrow at an edge beyond which a truce stood on. */
const onwards = (x: number, y: number, to: -1 | 1): Shape =>
	path(
		'tl-bar',
		`M${round(x)},${round(y - 4)}L${round(x + 9 * to)},${round(y + STRIP / 2)}L${round(x)},${round(y + STRIP + 4)}z`,
	);

/** Above, when each truce stood; below, on the same months, the people displaced: each count an area from its own nought. */
function closeUpScene({ truces, line: counted, apart, from, to }: Content, size: Size): Scene {
	const { width, text, lineHeight, layout } = size;
	const { begins } = counted;
	const most = largestOf([...counted.data, ...apart.map(({ datum }) => datum)]);
	const ticksFor = (top: number, bottom: number) => countScale(most?.value ?? 0, [bottom, top], 4);
	const unplaced = ticksFor(0, 1).ticks;
	const left = layout === 'narrow' ? gutter(unplaced, size) : Math.ceil(linesWidth(tickWords(unplaced), size)) + 8;
	const right = width - 12;
	const time = timeScale(from, to, [left, right]);
	const frame: Frame = { from, to, x: (at) => time(at) };
	const flags = flagsOf(truces, frame, size);
	const step = 2 * lineHeight + 4;
	const rough = truces.some((truce) => spanOf(truce).end?.hard === false);
	const above = heading(`When a truce stood${rough ? '; pale where its end is known only roughly' : ''}`, size, 0);
	const head = above.bottom + 4;
	const strip = round(head + Math.max(0, ...flags.map(({ name }) => name.y + 1)) * step + 4);
	const below = heading(`${capital(counted.unit)} displaced, each count from its own zero`, size, strip + STRIP + 14);
	const top = below.bottom + lineHeight;
	const bottom = top + HEIGHT[layout];
	const { scale, ticks } = ticksFor(top, bottom);
	const spot = (at: number, value: number | null): Spot => ({ x: round(frame.x(at)), y: round(scale(value ?? 0)) });
	const spotOf = ({ at, value }: Datum): Spot => spot(at, value);
	const through = (all: readonly Spot[]) => all.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x},${y}`).join('');
	const spots = counted.data.map(spotOf);
	const first = begins === undefined || begins.min < from ? [] : [spot(begins.min, 0)];
	const edge = [...first, ...spots];
	const sides = apart.map(({ datum: { date, value } }): Segment => [spot(date.max, value), spot(date.max, 0)]);
	const segments = [...edge.slice(1).map((spot, i): Segment => [edge[i] ?? spot, spot]), ...sides];
	const end = spots.at(-1);
	const area = first.length > 0 && end ? [path('tl-block', `${through(edge)}V${bottom}z`)] : [];
	const poles = flags.map(({ band: { x }, name }) =>
		line('tl-pole', x + 0.5, head + name.y * step + 2 * lineHeight + 1, x + 0.5, strip),
	);
	const bands = flags.flatMap(({ truce, lines, anchor, band, name }): readonly Shape[] => {
		const span = spanOf(truce);
		const on = [
			...(span.start.min < from ? [onwards(left, strip, -1)] : []),
			...(span.end && span.end.max > to ? [onwards(right, strip, 1)] : []),
		];
		return [
			group('tl-strong', [...bar(span, 'tl-bar', strip, STRIP, frame), ...on], { point: pointId(truce) }),
			label('ch-halo', size, lines, { x: band.x, y: head + name.y * step + text }, anchor),
		];
	});
	const axis = countAxis(scale, ticks, { x: left, y: top, width: right - left, height: bottom - top }, size);
	// Only their totals are known: each a block over its months, as high as it counts.
	const blocks = apart.flatMap(({ datum, label: words }): readonly Shape[] => {
		const [x, last] = [frame.x(Math.max(from, datum.date.min)), frame.x(Math.min(to, datum.date.max))];
		const { y } = spotOf(datum);
		const room = (first[0]?.x ?? right) - x - 8;
		const said = wrapEvenly(words, room, text);
		return [
			rect('tl-block', { x, y, width: last - x, height: bottom - y }, datum.id),
			label('tl-value ch-halo', size, said, { x: x + 1, y: y - 8 - (said.length - 1) * lineHeight }),
		];
	});
	const room = { x: left, y: top - lineHeight, width: right - left, height: bottom - top + lineHeight - 4 };
	const labels = labeller(size, room, segments, spots);
	labels.keep([...axis, ...blocks]);
	const highest = largestOf(counted.data);
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
	const grid = timeGrid(time, { y: strip, height: bottom + 5 - strip }, size, bottom + text + 9);
	const marks = counted.data.map((datum) => circle('tl-dot', spotOf(datum), 3.4, datum.id));
	const rise = spots[0] ? [path('tl-line tl-rise', through([...first, spots[0]]))] : [];
	const own = group('', [...area, ...rise, path('tl-line', through(spots)), ...marks], { series: counted.id });
	const behind = [grid.rules, ...grid.names, above.shape, below.shape, ...poles, ...bands, ...axis];
	return sceneOf(size, bottom + lineHeight + 13, [...behind, ...blocks, own, ...said]);
}
