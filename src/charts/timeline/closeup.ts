import { toDate } from '../../ledger/date.ts';
import type { Ceasefire, Ledger } from '../../ledger/ledger.ts';
import { notesOf as annotationsOf } from '../annotations.ts';
import { type ChartSeries, type Datum, largestOf, seriesCalled, seriesData } from '../data.ts';
import type { Drawn, Kind, Table } from '../figure.ts';
import { labeller } from '../label.ts';
import { overlap } from '../label-placement.ts';
import { circle, group, line, path, rect, round, sceneOf } from '../marks.ts';
import { countAxis, countScale, gutter, timeGrid } from '../plot.ts';
import type { Box, Scene, Segment, Shape, Size, Spot } from '../scene.ts';
import { pointOf as pointOfDatum, sourceCell, tableFrom, valueCell } from '../table.ts';
import { label, linesWidth, wrap } from '../text.ts';
import { shortDate, timeScale } from '../time.ts';
import { shortAmount, tickWords } from '../words.ts';
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

/** The months in which truces crowd, as bands behind a line of people displaced. */
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
	const begins = series.countedFrom === undefined ? undefined : toDate(series.countedFrom).min;
	return {
		scene: (size) => closeUpScene({ truces, line, begins, apart, from, to }, size),
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
	/** From when on the line counts. */
	readonly begins: number | undefined;
	/** Counts of a time that the line does not hold, with what is said of each. */
	readonly apart: readonly { readonly datum: Datum; readonly label: string }[];
	readonly from: number;
	readonly to: number;
}

const HEIGHT = { wide: 280, middle: 230, narrow: 210 } as const;
/** Height of the bars that say when a truce stood. */
const STRIP = 12;

/** A truce with its name at a level above the plot, and the columns that its band and its name take. */
interface Flag {
	readonly truce: Ceasefire;
	readonly lines: readonly string[];
	readonly anchor: 'start' | 'end';
	readonly band: Box;
	readonly name: Box;
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
		const lines = [truce.short, shortHeld(truce)];
		return { truce, lines, left: at(start.min), right: at((end ?? start).max), width: linesWidth(lines, size) };
	});
	const outer = ({ left, width }: (typeof measured)[number]) => left + width > size.width;
	// Those that can only stand to the left of their bands first.
	for (const one of [...measured.filter(outer).toReversed(), ...measured.filter((each) => !outer(each))]) {
		const { truce, lines, left, right, width } = one;
		const flag = (level: number, anchor: Flag['anchor']): Flag => {
			const x = (anchor === 'end' ? right - width : left) - 4;
			const band = { x: left, y: level + 1, width: right - left, height: 1000 };
			return { truce, lines, anchor, band, name: { x, y: level, width: width + 8, height: 1 } };
		};
		const levels = Array.from({ length: truces.length + 1 }, (_, level) => level);
		const flags = [
			...(outer(one) ? [] : levels.map((level) => flag(level, 'start'))),
			...(right < width ? [] : levels.map((level) => flag(level, 'end'))),
		];
		const apart = flags.filter(({ name }) => placed.every((other) => !overlap(name, other.name)));
		const clear = apart.find(({ band, name }) =>
			placed.every((other) => !overlap(name, other.band) && !overlap(band, other.name)),
		);
		placed.push(clear ?? apart[0] ?? flag(truces.length, 'end'));
	}
	return placed;
}

/** The truces as bands behind one line of people displaced, each named at its top. */
function closeUpScene({ truces, line: counted, begins, apart, from, to }: Content, size: Size): Scene {
	const { width, text, lineHeight, layout } = size;
	const values = counted.data.map(({ value }) => value ?? 0);
	const ticksFor = (top: number, bottom: number) => countScale(Math.max(0, ...values), [bottom, top], 4);
	const unplaced = ticksFor(0, 1).ticks;
	const left = layout === 'narrow' ? gutter(unplaced, size) : Math.ceil(linesWidth(tickWords(unplaced), size)) + 8;
	const time = timeScale(from, to, [left, width - 4]);
	const frame: Frame = { from, to, x: (at) => time(at) };
	const flags = flagsOf(truces, frame, size);
	const step = 2 * lineHeight + 4;
	const rough = truces.some((truce) => spanOf(truce).end?.min !== spanOf(truce).end?.max);
	const signs = [
		`Bars: a truce stood${rough ? '; thin: its end is known only roughly' : ''}.`,
		`Line: ${counted.unit} displaced; dotted up to the first count.`,
	];
	const key = wrap(signs.join(' '), width - 4, text);
	const head = key.length * lineHeight + 6;
	const strip = round(head + Math.max(0, ...flags.map(({ name }) => name.y + 1)) * step + 4);
	// Only their totals are known: each a bar over its months below the truces, not on the scale of the count.
	let top = strip + STRIP + 8;
	const blocks = apart.map(({ datum, label: words }): Shape => {
		const [start, end] = [Math.max(from, datum.date.min), Math.min(to, datum.date.max)].map(frame.x);
		const box = { x: start ?? left, y: top, width: (end ?? left) - (start ?? left), height: STRIP };
		const said = wrap(words, width - box.x, text);
		top += STRIP + said.length * lineHeight + 6;
		return group('', [
			rect('tl-people', box, datum.id),
			label('tl-value', size, said, { x: box.x, y: box.y + STRIP + text }),
		]);
	});
	top += 14;
	const bottom = top + HEIGHT[layout];
	const plot: Box = { x: left, y: top, width: width - 4 - left, height: bottom - top };
	const { scale, ticks } = ticksFor(top, bottom);
	const spotOf = ({ at, value }: Datum): Spot => ({ x: round(frame.x(at)), y: round(scale(value ?? 0)) });
	const spots = counted.data.map(spotOf);
	const first = begins === undefined || begins < from ? [] : [{ x: round(frame.x(begins)), y: bottom }];
	const segments = [...first, ...spots].slice(1).map((spot, i): Segment => [[...first, ...spots][i] ?? spot, spot]);
	const through = (all: readonly Spot[]) => all.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x},${y}`).join('');
	const bands = flags.flatMap(({ truce, lines, anchor, band, name }): readonly Shape[] => {
		const y = head + name.y * step;
		const x = round(anchor === 'end' ? band.x + band.width - 1 : band.x + 1);
		return [
			line('tl-pole', x, y + 2 * lineHeight + 1, x, strip),
			group('tl-strong', bar(spanOf(truce), 'tl-bar', strip, STRIP, frame), { point: pointId(truce) }),
			label('tl-name', size, lines, { x: anchor === 'end' ? band.x + band.width : band.x, y: y + text }, anchor),
		];
	});
	const axis = countAxis(scale, ticks, plot, size);
	const room = { ...plot, y: top - lineHeight, height: bottom - top + lineHeight - 4 };
	const labels = labeller(size, room, segments, spots);
	labels.keep([...axis, ...bands, ...blocks]);
	const most = largestOf(counted.data);
	const said = [...new Set([most, counted.data[0]])].flatMap((datum): readonly Shape[] => {
		if (!datum) return [];
		const words = [shortAmount(datum), `by ${shortDate(datum.date)}`];
		return labels.put({ role: 'tl-value ch-halo', anchors: [spotOf(datum)], words, clear: datum !== most }) ?? [];
	});
	const grid = timeGrid(time, { y: bottom, height: 5 }, size, bottom + text + 9);
	const marks = counted.data.map((datum) => circle('tl-dot', spotOf(datum), 3.4, datum.id));
	const rise = spots[0] ? [path('tl-line tl-rise', through([...first, spots[0]]))] : [];
	const own = group('', [...rise, path('tl-line', through(spots)), ...marks], { series: counted.id });
	const behind = [label('ch-detail', size, key, { x: 0, y: text }), ...bands, ...axis, grid.rules, ...grid.names];
	return sceneOf(size, bottom + lineHeight + 13, [...behind, ...blocks, own, ...said]);
}
