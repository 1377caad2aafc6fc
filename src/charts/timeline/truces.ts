import { toDate } from '../../ledger/date.ts';
import { held } from '../../ledger/duration.ts';
import { type Ceasefire, type Ledger, type Series, siteOf } from '../../ledger/ledger.ts';
import { plainText } from '../../prose/words.ts';
import { type Note, notesOf } from '../annotations.ts';
import type { Drawn, Kind } from '../chart-spec.ts';
import { ChartError } from '../data.ts';
import { boxOf, label, timeGrid } from '../plot.ts';
import { round, type Scene, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { DROP, wrap } from '../text.ts';
import { timeScale } from '../time.ts';
import type { Frame } from './bar.ts';
import { dissolve } from './dissolve.ts';
import { licencesOf, notes, sourcesOf } from './notes.ts';
import { pointId, pointOf } from './point.ts';
import { years } from './span.ts';
import { ceasefireTable } from './table.ts';

/** Narrowest that a sliver is drawn; height of its row; height of the one that stands out, and of the people below. */
const LEAST = 3;
const ROW = { narrow: 8, middle: 10, wide: 11 } as const;
const [THICK, PEOPLE] = [24, 84];

interface Content {
	readonly all: readonly Ceasefire[];
	readonly marked: Ceasefire | undefined;
	readonly series: Series;
	readonly notes: readonly Note[];
	/** Said of all of them, of the one that stands out, of the people. */
	readonly words: { readonly all: string; readonly marked: string; readonly people: string };
}

/** One of the many: grey, as long as it lasted; a ring at its start where no end is known. */
function sliver(ceasefire: Ceasefire, y: number, height: number, { x }: Frame): Shape {
	const left = round(x(toDate(ceasefire.inForce).min));
	const point = pointId(ceasefire);
	const length = held(ceasefire);
	if (length.type === 'open' || ceasefire.ended === undefined)
		return {
			type: 'symbol',
			role: 'tl-sliver-open',
			point,
			symbol: 'circle',
			x: left,
			y: y + height / 2,
			radius: height / 2 - 1,
		};
	const width = Math.max(LEAST, round(x(toDate(ceasefire.ended).max) - left));
	return { type: 'rect', role: 'tl-sliver', point, x: left, y: y + 1, width, height: height - 2 };
}

/** People on the move, counted up from a day: a rising area on the same years. */
function people(
	series: Series,
	top: number,
	bottom: number,
	{ x }: Frame,
): { readonly shapes: readonly Shape[]; readonly left: number } {
	const rows = series.rows.map((row) => ({ at: toDate(row.date).min, value: row.value }));
	const begins = series.countedFrom === undefined ? rows[0]?.at : toDate(series.countedFrom).min;
	const most = Math.max(1, ...rows.map(({ value }) => value));
	const [left, right] = [round(x(begins ?? 0)), round(x(rows.at(-1)?.at ?? 0))];
	// A season is a few units wide on an axis of years; never narrower than can be seen.
	const stretch = Math.max(1, 14 / Math.max(1, right - left));
	const spot = (at: number, value: number) =>
		`${round(right - (right - x(at)) * stretch)},${round(bottom - (value / most) * (bottom - top))}`;
	const edge = [{ at: begins ?? 0, value: 0 }, ...rows].map(({ at, value }) => spot(at, value));
	const d = `M${edge.join('L')}L${right},${round(bottom)}Z`;
	// Nobody went home at once: where the count ends the area fades and does not fall.
	const fade = dissolve(right, right + 14, top, bottom - top);
	const shapes = [d, fade].map((path): Shape => ({ type: 'path', role: 'tl-people', d: path }));
	return { shapes, left: round(right - (right - left) * stretch) };
}

/** Lines no wider than the room, all about as long. */
function balanced(text: string, room: number, size: Size): readonly string[] {
	const broken = (width: number) => wrap(text, width, size.text, 'bold');
	const least = broken(room).length;
	const width = Array.from({ length: 12 }, (_, step) => room * (1 - step / 16)).findLast(
		(one) => broken(one).length === least,
	);
	return broken(width ?? room);
}

/** Lines of a label in the room it has. */
function words(
	role: string,
	text: string,
	x: number,
	y: number,
	room: number,
	size: Size,
	anchor: 'start' | 'end' = 'start',
): readonly Shape[] {
	return text === '' ? [] : [label(role, size, balanced(text, room, size), { x, y }, anchor, 'bold')];
}

function draw({ all, marked, series, notes: seen, words: said }: Content, size: Size): Scene {
	const [from, to] = years(all);
	const scale = timeScale(from, to, [2, size.width - 2]);
	const frame: Frame = { from, to, x: (time) => scale(time) };
	const row = ROW[size.layout];
	const top = size.lineHeight + 6;
	const others = all.filter((one) => one !== marked);
	const level = top + others.length * row + 4;
	const bottom = level + THICK + PEOPLE;
	const grid = timeGrid(scale, { y: size.lineHeight, height: bottom - size.lineHeight }, size, size.text);
	const lines = balanced(said.all, size.width * 0.52, size).length;
	const flight = people(series, level + THICK + 6, bottom, frame);
	return {
		width: size.width,
		height: Math.ceil(bottom + 4),
		layout: size.layout,
		shapes: [
			grid.rules,
			...grid.names,
			...others.map((one, index) => sliver(one, top + index * row, row, frame)),
			...words('tl-say', said.all, size.width - 2, top + size.text, size.width * 0.52, size, 'end'),
			...ringKey(top + size.text + lines * size.lineHeight, row, size),
			...flight.shapes,
			...words(
				'tl-say-people',
				said.people,
				flight.left - 8,
				bottom - 3.2 * size.lineHeight,
				flight.left - 12,
				size,
				'end',
			),
			...(marked ? longOne(marked, seen, said.marked, level, frame, size) : []),
		],
	};
}

/** What a ring means, below what is said of all. */
function ringKey(y: number, row: number, size: Size): readonly Shape[] {
	const words = label('tl-key', size, ['end not known'], { x: size.width - 2, y }, 'end');
	const [x, radius] = [boxOf(words).x - row, row / 2 - 1];
	return [{ type: 'symbol', role: 'tl-sliver-open', symbol: 'circle', x, y: y - size.text * DROP, radius }, words];
}

/** The one that stands out, with what is said of it above, and what happened in it below. */
function longOne(
	marked: Ceasefire,
	seen: readonly Note[],
	said: string,
	level: number,
	{ x }: Frame,
	size: Size,
): readonly Shape[] {
	const [left, right] = [round(x(toDate(marked.inForce).min)), round(x(toDate(marked.ended ?? marked.inForce).max))];
	const lines = balanced(said, size.width - left - 4, size);
	const events = seen.flatMap((note) => (note.type === 'event' && note.ceasefire === marked.id ? [note] : []));
	return [
		{
			type: 'rect',
			role: 'tl-long',
			point: pointId(marked),
			x: left,
			y: level,
			width: round(right - left),
			height: THICK,
		},
		label('tl-say-long', size, lines, { x: right, y: level - 8 - (lines.length - 1) * size.lineHeight }, 'end', 'bold'),
		...events.flatMap((event): readonly Shape[] => {
			const at = round(x(event.at));
			return [
				{ type: 'line', role: 'tl-strike', x1: at, y1: level - 3, x2: at, y2: level + THICK + 10 },
				{ type: 'symbol', role: 'tl-event', symbol: 'cross', x: at, y: level + THICK / 2, radius: 7 },
				...words('tl-say-strike', event.label, at + 4, level + THICK + 12 + size.text, size.width - at - 6, size),
			];
		}),
	];
}

/** Every ceasefire that sentences count by default, one by one, how short each was; one that stands out, what happened in it, and the people on the move. */
export function drawTruces(ledger: Ledger, chart: Kind<'truces'>): Drawn {
	const all = [...ledger.ceasefires.values()].filter(({ covers }) => covers !== 'no');
	const marked = ledger.ceasefires.get(chart.ceasefire);
	const series = ledger.series.get(chart.series[0] ?? '');
	if (!series) throw new ChartError(chart.id, `there is no series "${chart.series[0]}"`);
	const { all: many, marked: one, people: moved } = chart.says;
	const content: Content = {
		all,
		marked,
		series,
		notes: notesOf(ledger, chart, []),
		words: { all: plainText(ledger, many), marked: plainText(ledger, one), people: plainText(ledger, moved) },
	};
	return {
		scene: (size) => draw(content, size),
		subtitle: 'Time in force, by year; a ring where no end is known',
		table: ceasefireTable(ledger, all),
		points: all.map((one) => pointOf(siteOf(ledger).area, one)),
		sources: [...new Set([...sourcesOf(all), ...series.rows.map(({ source }) => source ?? series.source)])],
		licences: licencesOf(ledger, [series.id]),
		notes: notes(all),
	};
}
