import { toDate } from '../../ledger/date.ts';
import type { Ceasefire, Ledger, Series } from '../../ledger/ledger.ts';
import { plainText } from '../../prose/words.ts';
import { type Note, notesOf } from '../annotations.ts';
import { seriesCalled } from '../data.ts';
import type { Drawn, Kind } from '../figure.ts';
import { circle, group, line, path, round, sceneOf, symbol } from '../marks.ts';
import { countScale } from '../plot.ts';
import type { Scene, Shape, Size } from '../scene.ts';
import { boxOf, DROP, label, wrap } from '../text.ts';
import { exact } from '../words.ts';
import { licencesOf, ofCeasefires, pointId, subtitleOf } from './record.ts';
import { timeAxisOf } from './rows.ts';
import { bar, type Frame, spanOf, years } from './span.ts';

/** Height of a row; of the one that stands out, and of the people below. */
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

/** Every ceasefire as a sliver without a name, in the order given; the one that stands out higher than the others. */
export function slivers(
	all: readonly Ceasefire[],
	marked: Ceasefire | undefined,
	size: Size,
	row: number,
	thick: number,
) {
	const [from, to] = years(all);
	const axis = timeAxisOf(from, to, { size, left: 0, right: size.width });
	const frame: Frame = { from, to, x: axis.x };
	const top = size.lineHeight + 6;
	let bottom = top;
	const shapes = all.map((one): Shape => {
		const [role, height] = one === marked ? ['tl-bar tl-strong', thick] : ['tl-bar tl-quiet', row - 2];
		const y = bottom + (one === marked ? 4 : 1);
		bottom = y + height + 1;
		return group('', bar(spanOf(one), role, y, height, frame), { point: pointId(one) });
	});
	const under = (end: number) => [axis.rules(size.lineHeight, end), ...axis.names(size.text)];
	return { frame, top, bottom, shapes, under };
}

/** People on the move, counted up from a day: a rising area on the same years. */
function people(series: Series, top: number, bottom: number, { x }: Frame) {
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
	const shapes = [path('tl-people', d)];
	// Heights that say how many, from nought to the last count, which has its own words.
	const ticks = countScale(most, [bottom, top], 2).ticks.filter((tick) => tick < 0.8 * most);
	const levels = ticks.map((tick) => ({ tick, y: round(bottom - (tick / most) * (bottom - top)) }));
	return { shapes, levels, left: round(right - (right - left) * stretch), right };
}

/** How many people the area counts: a rule at its peak below what is said of it, and at the round numbers under that. */
function measured({ levels, left, right }: ReturnType<typeof people>, top: number, size: Size) {
	const rule = (y: number, from: number) => line('tl-level', from, y, right, y);
	return [
		rule(top, left - 10),
		...levels.flatMap(({ tick, y }) => {
			const name = label(
				'ch-tick',
				size,
				[exact(tick)],
				{ x: left - 14, y: y + (tick === 0 ? 0 : size.text * DROP) },
				'end',
			);
			return [rule(y, left - 10), name];
		}),
	];
}

/** A label in lines no wider than the room, all about as long. */
function words(
	role: string,
	text: string,
	at: { x: number; y: number },
	room: number,
	size: Size,
	anchor: 'start' | 'end' = 'end',
) {
	const broken = (width: number) => wrap(text, width, size.text, 'bold');
	const least = broken(room).length;
	const width = Array.from({ length: 12 }, (_, step) => room * (1 - step / 16)).findLast(
		(one) => broken(one).length === least,
	);
	return label(role, size, broken(width ?? room), at, anchor, 'bold');
}

function draw({ all, marked, series, notes: seen, words: said }: Content, size: Size): Scene {
	const { width, text, lineHeight } = size;
	const ordered = [...all.filter((one) => one !== marked), ...(marked ? [marked] : [])];
	const { frame, top, bottom: end, shapes, under } = slivers(ordered, marked, size, ROW[size.layout], THICK);
	const level = end - 1 - THICK;
	const bottom = level + THICK + PEOPLE;
	const peak = round(level + THICK + 6);
	const flight = people(series, peak, bottom, frame);
	// What a row is, in the free corner below the earliest.
	const starts = ordered.map((one) => frame.x(spanOf(one).start.min));
	const early = starts.filter((x) => x < width / 4).length;
	const corner = Math.min(width * 0.3, ...starts.filter((x) => x >= width / 4)) - 8;
	const rows = wrap('Truces, one a row', corner, text, 'bold');
	const named = label('tl-say', size, rows, { x: 0, y: top + early * ROW[size.layout] + text + 6 }, 'start', 'bold');
	const many = words('tl-say', said.all, { x: width, y: top + text }, width * 0.52, size);
	const ring = label(
		'tl-key',
		size,
		['end not known'],
		{ x: width, y: many.y + many.lines.length * lineHeight },
		'end',
	);
	const fled = words('tl-say-people', said.people, { x: flight.left - 2, y: 0 }, flight.left - 12, size);
	const events = seen.flatMap((note) => (note.type === 'event' && note.ceasefire === marked?.id ? [note] : []));
	const start = frame.x(toDate(marked?.inForce ?? '2020').min);
	const long = words('tl-say-long', said.marked, { x: width, y: 0 }, width - start - 4, size);
	const struck = events.flatMap((event): readonly Shape[] => {
		const x = round(frame.x(event.at));
		return [
			symbol('cross', 'tl-event', { x, y: level + THICK / 2 }, 7),
			words('tl-say-strike', event.label, { x: x - 6, y: level + THICK + 12 + text }, width - x + 6, size, 'start'),
		];
	});
	return sceneOf(size, bottom + 4, [
		...under(bottom),
		...shapes,
		named,
		many,
		circle('tl-open tl-quiet', { x: boxOf(ring).x - 9, y: ring.y - text * DROP }, 3.5),
		ring,
		...flight.shapes,
		...measured(flight, peak, size),
		{ ...fled, y: round(peak - 6 - (fled.lines.length - 1) * lineHeight) },
		{ ...long, y: round(level - 8 - (long.lines.length - 1) * lineHeight) },
		...struck,
	]);
}

/** Every ceasefire that sentences count by default, one by one, how short each was; one that stands out, what happened in it, and the people on the move. */
export function drawTruces(ledger: Ledger, chart: Kind<'truces'>): Drawn {
	const all = [...ledger.ceasefires.values()].filter(({ covers }) => covers !== 'no');
	const series = seriesCalled(ledger, chart, chart.series[0]);
	const { all: many, marked, people: moved } = chart.says;
	const content: Content = {
		all,
		marked: ledger.ceasefires.get(chart.ceasefire),
		series,
		notes: notesOf(ledger, chart, []),
		words: { all: plainText(ledger, many), marked: plainText(ledger, marked), people: plainText(ledger, moved) },
	};
	const drawn = ofCeasefires(ledger, all, {
		scene: (size) => draw(content, size),
		subtitle: subtitleOf('Time in force, by year', all),
	});
	const counted = series.rows.map(({ source }) => source ?? series.source);
	return {
		...drawn,
		sources: [...new Set([...drawn.sources, ...counted])],
		licences: licencesOf(ledger, [series.id]),
	};
}
