import { formatDate } from '../../ledger/date.ts';
import type { Note } from '../annotations.ts';
import type { ChartSeries, Datum } from '../data.ts';
import { labeller } from '../label.ts';
import { qualifierSymbol } from '../marks.ts';
import type { Box, Spot } from '../place.ts';
import { countAxis, countScale, gutter, label } from '../plot.ts';
import { round, type Scene, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { wrap } from '../text.ts';
import { timeScale, wholeSpans } from '../time.ts';
import { shortAmount } from '../words.ts';
import { strandShapes, telling } from './strand.ts';

export interface Multiples {
	readonly series: readonly ChartSeries[];
	readonly notes: readonly Note[];
	/** One scale for all panels, or each its own. */
	readonly scale: 'shared' | 'own';
}

const COLUMN_GAP = 18;
const ROW_GAP = 14;

/** Draws one small panel for each series, all over the same time. */
export function multiplesScene({ series, notes, scale }: Multiples, size: Size): Scene {
	const isWide = size.layout === 'wide';
	const columns = Math.min(series.length, isWide ? 3 : 2);
	const width = (size.width - COLUMN_GAP * (columns - 1)) / columns;
	const data = series.flatMap((strand) => strand.data);
	const period = wholeSpans(
		Math.min(...data.map(({ date }) => date.min)),
		Math.max(...data.map(({ date }) => date.max)),
	);
	const most = (items: readonly Datum[]) => Math.max(0, ...items.map(({ value }) => value ?? 0));
	const panels = series.map((strand, index) => ({
		strand,
		index,
		column: index % columns,
		row: Math.floor(index / columns),
		largest: scale === 'shared' ? most(data) : most(strand.data),
		notes: notes.filter((note) => note.type === 'datum' && note.datum.group === strand.id),
	}));
	const shapes: Shape[] = [];
	let top = 0;
	for (let row = 0; row * columns < panels.length; row++) {
		let lowest = top;
		for (const panel of panels.filter((one) => one.row === row)) {
			const drawn = panelShapes(panel, period, { x: panel.column * (width + COLUMN_GAP), y: top, width }, size);
			shapes.push(drawn.group);
			lowest = Math.max(lowest, drawn.bottom);
		}
		top = lowest + ROW_GAP;
	}
	return { width: size.width, height: Math.ceil(top - ROW_GAP + 2), layout: size.layout, shapes };
}

interface Panel {
	readonly strand: ChartSeries;
	readonly index: number;
	readonly largest: number;
	readonly notes: readonly Note[];
}

function panelShapes(
	{ strand, largest, notes }: Panel,
	period: readonly [number, number],
	frame: { readonly x: number; readonly y: number; readonly width: number },
	size: Size,
): { readonly group: Shape; readonly bottom: number } {
	const isWide = size.layout === 'wide';
	const names = wrap(strand.label, frame.width, size.text, 'bold');
	const head = label('ch-panel', size, names, { x: frame.x, y: frame.y + size.text }, 'start', 'bold');
	const top = frame.y + names.length * size.lineHeight + size.lineHeight + 8;
	const height = isWide ? 120 : 108;
	const bottom = top + height;
	const ticks = countScale(largest, [1, 0], 2).ticks;
	const left = frame.x + gutter(ticks, size);
	const right = frame.x + frame.width - 6;
	const { scale: y } = countScale(largest, [bottom, top], 2);
	const x = timeScale(period[0], period[1], [left, right]);
	const at = (datum: Datum): Spot => ({ x: round(x(datum.at)), y: round(y(datum.value ?? 0)) });
	const plot: Box = { x: left - frame.x, y: top, width: right - left, height };
	const axes = [
		...countAxis(y, ticks, plot, size).map((shape) => shifted(shape, frame.x)),
		...yearEnds(x, period, frame, bottom, size),
	];
	const { shapes, segments } = strandShapes(strand, at, (datum) => ({
		...qualifierSymbol(datum.qualifier),
		radius: 2.4,
	}));
	const labels = labeller(
		size,
		{ x: frame.x, y: top - size.lineHeight - 6, width: frame.width, height: height + size.lineHeight + 4 },
		segments,
		strand.data.map(at),
	);
	labels.keep([head, ...axes]);
	const words: Shape[] = [];
	const known = strand.data.filter(({ value }) => value !== null);
	const last = known.at(-1);
	let below = bottom + size.lineHeight + 8;
	const value = (datum: Datum | undefined) => {
		if (!datum) return;
		const wish = { lines: [shortAmount(datum)], anchors: [at(datum)], lead: false, optional: true };
		words.push(...(labels.put({ role: 'ch-value ch-series-1', ...wish }) ?? []));
	};
	value(last);
	for (const note of notes) {
		if (note.type !== 'datum') continue;
		const widths = [0.62, 0.45, 0.34].map((share) => frame.width * share);
		const wish = { role: 'ch-note ch-halo', text: note.label, widths, anchors: [at(note.datum)], clear: true };
		const found = labels.putText(wish);
		if (found) words.push(...found);
		else {
			const rows = wrap(`${formatDate(note.datum.date)}: ${note.label}`, frame.width, size.text);
			words.push(label('ch-note', size, rows, { x: frame.x, y: below + size.text }));
			below += rows.length * size.lineHeight;
		}
	}
	for (const datum of telling(strand)) value(datum);
	return {
		group: {
			type: 'group',
			role: 'ch-series ch-series-1',
			series: strand.id,
			shapes: [head, ...axes, ...shapes, ...words],
		},
		bottom: below,
	};
}

/** First and last year below a panel, each in the middle of its span. */
function yearEnds(
	x: ReturnType<typeof timeScale>,
	[from, to]: readonly [number, number],
	frame: { readonly x: number; readonly width: number },
	bottom: number,
	size: Size,
): readonly Shape[] {
	const words = (time: number) => `${new Date(time).getUTCFullYear()}`;
	const texts = [words(from), words(to - 1)];
	const y = bottom + size.lineHeight;
	return [
		label('ch-tick', size, [texts[0] ?? ''], { x: x(from), y }),
		...(texts[0] === texts[1]
			? []
			: [label('ch-tick', size, [texts[1] ?? ''], { x: frame.x + frame.width - 6, y }, 'end' as const)]),
	];
}

/** The axis of a panel is drawn as if the panel stood at the left edge. */
function shifted(shape: Shape, by: number): Shape {
	if (shape.type === 'line') return { ...shape, x1: round(shape.x1 + by), x2: round(shape.x2 + by) };
	return shape.type === 'text' ? { ...shape, x: round(shape.x + by) } : shape;
}
