import { line as lineShape } from 'd3-shape';
import type { Note } from '../annotations.ts';
import { type ChartSeries, type Datum, stretches } from '../data.ts';
import { marker, qualifierSymbol, seriesSymbol } from '../marks.ts';
import { type Box, type Obstacles, place, type Segment, type Spot, spread } from '../place.ts';
import { boxOf, countAxis, countScale, gutter, label, linesWidth, timeAxis } from '../plot.ts';
import { flatten, round, type Scene, type Shape, type SymbolName, type TextShape } from '../scene.ts';
import type { Size } from '../size.ts';
import { strip, stripTexts } from '../strip.ts';
import { wrap } from '../text.ts';
import { timeScale, wholeSpans } from '../time.ts';
import { shortAmount } from '../words.ts';

export interface LineChart {
	readonly series: readonly ChartSeries[];
	readonly notes: readonly Note[];
	/** Markers by qualifier and not by series: for one count that grows day by day. */
	readonly byQualifier: boolean;
}

const END_LABEL_WIDTH = 136;

/** Marker and fill of a datum in the series at `index`. */
function look(chart: LineChart, index: number, datum: Datum): { symbol: SymbolName; hollow: boolean; radius: number } {
	if (chart.byQualifier || chart.series.length === 1) return { ...qualifierSymbol(datum.qualifier), radius: 4 };
	const inexact = datum.qualifier !== 'exactly';
	return { symbol: seriesSymbol(index), hollow: inexact || index > 0, radius: index === 0 ? 3 : 4.6 };
}

/** Draws values over time: lines and cumulative counts. */
export function lineScene(chart: LineChart, size: Size): Scene {
	const { series, notes } = chart;
	const isWide = size.layout === 'wide';
	const claims = notes.filter((note) => note.type === 'claim');
	const data = [...series.flatMap((strand) => strand.data), ...claims.map(({ datum }) => datum)];
	const [from, to] = wholeSpans(
		Math.min(...data.map(({ date }) => date.min)),
		Math.max(...data.map(({ date }) => date.max)),
	);
	const largest = Math.max(0, ...data.map(({ value, upper }) => upper ?? value ?? 0));

	const plotHeight = isWide ? 300 : 250;
	const probe = countScale(largest, [1, 0], 5);
	const left = gutter(probe.ticks, size);
	const ends = series.map((strand) => endLines(strand, size));
	const right = isWide
		? size.width - Math.min(170, Math.max(20, ...ends.map((lines) => linesWidth(lines, size, 'bold') + 34)))
		: size.width - 8;

	const x = timeScale(from, to, [left, right]);
	const times = notes.filter((note) => note.type === 'time' || note.type === 'span');
	const timeX = (note: (typeof times)[number]) =>
		x(Math.max(from, Math.min(to, note.type === 'time' ? note.at : note.from)));
	const header = strip(
		times.map((note) => ({ x: timeX(note), text: note.label })),
		size,
		0,
		size.width,
	);
	const top = Math.max(header.height + 6, size.text);
	const plot: Box = { x: left, y: top, width: right - left, height: plotHeight };
	const { scale: y, ticks } = countScale(largest, [top + plotHeight, top], 5);
	const at = (datum: Datum): Spot => ({ x: round(x(datum.at)), y: round(y(datum.value ?? 0)) });

	const shapes: Shape[] = [];
	for (const note of times) {
		if (note.type !== 'span') continue;
		const start = x(Math.max(from, note.from));
		const end = x(Math.min(to, note.to));
		shapes.push({
			type: 'rect',
			role: 'ch-band',
			x: round(start),
			y: round(top),
			width: round(Math.max(2, end - start)),
			height: plotHeight,
		});
	}
	shapes.push(...countAxis(y, ticks, plot, size), ...timeAxis(x, plot, size));
	for (const [index, note] of times.entries()) {
		const start = header.tops[index];
		if (!start) continue;
		const lineX = round(timeX(note));
		shapes.push({
			type: 'line',
			role: note.type === 'span' ? 'ch-note-line ch-span-edge' : 'ch-note-line',
			x1: lineX,
			y1: start.y,
			x2: lineX,
			y2: round(top + plotHeight),
		});
	}
	shapes.push(...stripTexts(header.texts, 0));

	const segments: Segment[] = [];
	const groups: Shape[] = [];
	for (const [index, strand] of series.entries()) {
		const parts = stretches(strand);
		const path = lineShape<Datum>(
			(datum) => at(datum).x,
			(datum) => at(datum).y,
		).digits(1);
		const inner: Shape[] = [];
		for (const [order, part] of parts.entries()) {
			const before = parts[order - 1]?.at(-1);
			const [first] = part;
			if (before && first) {
				const [p, q] = [at(before), at(first)];
				inner.push({ type: 'line', role: 'ch-gap', x1: p.x, y1: p.y, x2: q.x, y2: q.y });
				segments.push([p, q]);
			}
			if (part.length > 1) inner.push({ type: 'path', role: 'ch-line', d: path(part) ?? '' });
			for (const [i, datum] of part.entries()) {
				const next = part[i + 1];
				if (next) segments.push([at(datum), at(next)]);
			}
		}
		const crowded = strand.data.length > 80;
		for (const datum of strand.data) {
			const { symbol, hollow, radius } = look(chart, index, datum);
			const spot = at(datum);
			inner.push(...precision(datum, x, spot));
			inner.push(marker(datum, spot.x, spot.y, symbol, hollow, crowded ? 1 : radius));
		}
		groups.push({ type: 'group', role: `ch-series ch-series-${(index % 6) + 1}`, series: strand.id, shapes: inner });
	}
	// The first series lies on top.
	shapes.push(...groups.reverse());
	for (const { datum } of claims) {
		const spot = at(datum);
		shapes.push({
			type: 'group',
			role: 'ch-series ch-claim',
			series: 'claims',
			shapes: [marker(datum, spot.x, spot.y, 'diamond', datum.qualifier !== 'exactly', 4.6)],
		});
	}

	const marks = data.length > 400 ? [] : data.map(at);
	const boxes: Box[] = flatten(shapes)
		.filter((shape) => shape.type === 'text')
		.map(boxOf);
	const obstacles = (): Obstacles => ({
		bounds: { x: 2, y: 0, width: size.width - 4, height: top + plotHeight - 3 },
		boxes,
		segments: segments.length > 400 ? [] : segments,
		marks,
	});
	const add = (texts: readonly Shape[]) => {
		shapes.push(...texts);
		for (const text of flatten(texts)) if (text.type === 'text') boxes.push(boxOf(text));
	};
	const put = (
		role: string,
		lines: readonly string[],
		anchors: readonly Spot[],
		lead = true,
		symbol?: SymbolName,
		hollow = false,
	) => {
		const weight = symbol ? 'bold' : 'regular';
		const indent = symbol ? 13 : 0;
		const width = linesWidth(lines, size, weight) + indent;
		const height = lines.length * size.lineHeight + 2;
		const found = place({ width, height }, anchors, obstacles());
		if (!found) return;
		const { box, anchor, distance } = found;
		const middle = box.x + indent + (width - indent) / 2;
		const toLeft = box.x >= anchor.x - 1;
		const toRight = box.x + box.width <= anchor.x + 1;
		const align = symbol || toLeft ? 'start' : toRight ? 'end' : 'middle';
		const textX = align === 'start' ? box.x + indent : align === 'end' ? box.x + box.width : middle;
		const text = label(role, size, lines, { x: textX, y: box.y + size.text }, align, weight);
		const extra: Shape[] = [];
		if (lead && distance > 12) {
			const from_: Spot = {
				x: round(Math.max(box.x, Math.min(box.x + box.width, anchor.x))),
				y: round(Math.max(box.y, Math.min(box.y + box.height, anchor.y))),
			};
			extra.push({ type: 'line', role: 'ch-leader', x1: from_.x, y1: from_.y, x2: anchor.x, y2: anchor.y });
			segments.push([from_, anchor]);
		}
		if (symbol) extra.push(marker(undefined, box.x + 5, box.y + size.text - 4, symbol, hollow, 4));
		add([...extra, text]);
	};

	// Names of the series: at their ends where there is room beside the plot, else near the line.
	const several = series.length > 1;
	if (isWide) add(endLabels(chart, ends, at, right, plot, size));
	for (const note of notes) {
		if (note.type !== 'datum' && note.type !== 'claim') continue;
		const lines = wrap(note.label, isWide ? 190 : 130, size.text);
		put(note.type === 'claim' ? 'ch-note ch-claim' : 'ch-note', lines, [at(note.datum)]);
	}
	if (!isWide) {
		for (const [index, strand] of series.entries()) {
			const anchors = [...strand.data]
				.reverse()
				.filter((_, i) => i % Math.ceil(strand.data.length / 24) === 0)
				.map(at);
			const last = strand.data.at(-1);
			if (!last) continue;
			const { symbol, hollow } = look(chart, index, last);
			if (several)
				put(
					`ch-name ch-series-${(index % 6) + 1}`,
					wrap(strand.label, 130, size.text, 'bold'),
					anchors,
					true,
					symbol,
					hollow,
				);
			if (!several || index === 0) put(`ch-value ch-series-${(index % 6) + 1}`, [shortAmount(last)], [at(last)]);
		}
	}
	for (const [index, strand] of series.entries()) {
		if (index > 0) break;
		for (const datum of telling(strand, notes))
			put(`ch-value ch-series-${index + 1}`, [shortAmount(datum)], [at(datum)], false);
	}
	return {
		width: size.width,
		height: Math.ceil(top + plotHeight + 5 + size.lineHeight * 1.5),
		layout: size.layout,
		shapes,
	};
}

/** The values worth a label of their own: the largest, and for a growing count the first. The last one is at the end. */
function telling(strand: ChartSeries, notes: readonly Note[]): readonly Datum[] {
	const known = strand.data.filter(({ value }) => value !== null);
	const last = known.at(-1);
	const largest = known.reduce<Datum | undefined>(
		(most, datum) => (most === undefined || (datum.value ?? 0) > (most.value ?? 0) ? datum : most),
		undefined,
	);
	const noted = new Set(notes.flatMap((note) => (note.type === 'datum' ? [note.datum.id] : [])));
	return [largest, known[0]].filter(
		(datum, index, all): datum is Datum =>
			datum !== undefined && datum !== last && !noted.has(datum.id) && all.indexOf(datum) === index,
	);
}

/** A value known to the month only is drawn over that month, where that is wide enough to be seen. */
function precision(datum: Datum, x: (at: number) => number, spot: Spot): readonly Shape[] {
	if (datum.date.type === 'point' && datum.date.precision === 'year') return [];
	const from = round(x(datum.date.min));
	const to = round(x(datum.date.max));
	if (to - from < 10) return [];
	return [{ type: 'line', role: 'ch-precision', x1: from, y1: spot.y, x2: to, y2: spot.y }];
}

function endLines(strand: ChartSeries, size: Size): readonly string[] {
	const last = strand.data.at(-1);
	return [
		...wrap(strand.label, END_LABEL_WIDTH, size.text, 'bold'),
		...(last && last.value !== null ? wrap(shortAmount(last), END_LABEL_WIDTH, size.text) : []),
	];
}

function endLabels(
	chart: LineChart,
	ends: readonly (readonly string[])[],
	at: (datum: Datum) => Spot,
	right: number,
	plot: Box,
	size: Size,
): readonly Shape[] {
	const items = chart.series.map((strand, index) => {
		const last = strand.data.at(-1);
		return {
			centre: last ? at(last).y : plot.y,
			size: (ends[index]?.length ?? 1) * size.lineHeight + 6,
		};
	});
	const centres = spread(items, plot.y - size.lineHeight, plot.y + plot.height + size.lineHeight);
	return chart.series.flatMap((strand, index): Shape[] => {
		const last = strand.data.at(-1);
		const lines = ends[index] ?? [];
		if (!last) return [];
		const spot = at(last);
		const names = wrap(strand.label, END_LABEL_WIDTH, size.text, 'bold').length;
		const centre = centres[index] ?? spot.y;
		const topLine = centre - (lines.length * size.lineHeight) / 2 + size.text - 1;
		const role = `ch-series-${(index % 6) + 1}`;
		const { symbol, hollow } = look(chart, index, last);
		const several = chart.series.length > 1;
		const indent = several ? 28 : 12;
		const shapes: Shape[] = [];
		if (Math.abs(centre - spot.y) > 6 || spot.x < right - 6) {
			shapes.push({
				type: 'line',
				role: 'ch-leader',
				x1: round(spot.x + 6),
				y1: spot.y,
				x2: round(right + indent - 14),
				y2: round(topLine - 4),
			});
		}
		if (several)
			shapes.push({ type: 'group', role, shapes: [marker(undefined, right + 20, topLine - 4, symbol, hollow, 4)] });
		const text = (role_: string, part: readonly string[], skip: number, weight: 'bold' | 'regular'): TextShape =>
			label(
				`${role_} ${role}`,
				size,
				part,
				{ x: right + indent, y: topLine + skip * size.lineHeight },
				'start',
				weight,
			);
		shapes.push(text('ch-name', lines.slice(0, names), 0, 'bold'));
		if (lines.length > names) shapes.push(text('ch-value', lines.slice(names), names, 'regular'));
		return shapes;
	});
}
