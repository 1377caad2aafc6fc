import { toDate } from '../../ledger/date.ts';
import type { Ceasefire, Ledger, Series } from '../../ledger/ledger.ts';
import { plainText, required } from '../../prose/words.ts';
import { type Note, notesOf } from '../annotations.ts';
import type { Drawn, Kind } from '../figure.ts';
import { group, rect, round, sceneOf, symbol } from '../marks.ts';
import { keyRows } from '../rows.ts';
import type { Scene, Shape, Size, Spot } from '../scene.ts';
import { boxOf, label, wrapEvenly } from '../text.ts';
import { licencesOf, ofCeasefires, openKey, paleKey, pointId } from './record.ts';
import { timeAxisOf } from './rows.ts';
import { bar, type Frame, spanOf, years } from './span.ts';

/** Height of a row; of the one that stands out. */
const ROW = { narrow: 9, middle: 11, wide: 13 } as const;
const THICK = 22;

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

/** When people fled: behind the rows, from the first day that is counted to the last. */
function flight({ countedFrom, rows }: Series, { x }: Frame) {
	const days = [...(countedFrom ? [countedFrom] : []), ...rows.map(({ date }) => date)].map(toDate);
	const [from, to] = [Math.min(...days.map(({ min }) => min)), Math.max(...days.map(({ max }) => max))];
	return days.length === 0 ? undefined : { left: round(x(from)), right: round(x(to)) };
}

function draw({ all, marked, series, notes: seen, words: said }: Content, size: Size): Scene {
	const { width, text, lineHeight } = size;
	const ordered = [...all.filter((one) => one !== marked), ...(marked ? [marked] : [])];
	const { frame, top, bottom, shapes, under } = slivers(ordered, marked, size, ROW[size.layout], THICK);
	const level = bottom - 1 - THICK;
	const words = (role: string, words: string, at: Spot, room: number, anchor: 'start' | 'end' = 'end') =>
		label(role, size, wrapEvenly(words, room, text, 'bold'), at, anchor, 'bold');
	const fled = flight(series, frame);
	const many = words('tl-say', said.all, { x: width, y: top + text }, Math.max(150, width - (fled?.right ?? 0) - 8));
	// Below the older half, where there is room.
	const key = [...openKey(all), ...paleKey(all)];
	const later = ordered[Math.floor(ordered.length / 2)];
	const beside = { ...size, width: (later ? frame.x(spanOf(later).start.min) : width) - 8 };
	const start = frame.x(toDate(marked?.inForce ?? '2020').min);
	const long = words('tl-say-long', said.marked, { x: width, y: 0 }, width - start - 4);
	const baseline = bottom + 10 + text;
	const events = seen.flatMap((note) => (note.type === 'event' && note.ceasefire === marked?.id ? [note] : []));
	const struck = events.map(({ at, label: event }) => {
		const x = round(frame.x(at));
		const name = words('tl-say-strike', event, { x: x - 6, y: baseline }, width - x + 6, 'start');
		return { cross: symbol('cross', 'tl-event', { x, y: level + THICK / 2 }, 7), name };
	});
	// Beside the foot of the band, which is about nothing else.
	const moved = fled ? [words('tl-say-people', said.people, { x: fled.left - 6, y: baseline }, fled.left - 6)] : [];
	const end = Math.max(
		bottom,
		...[...moved, ...struck.map(({ name }) => name)].map((one) => boxOf(one).y + boxOf(one).height),
	);
	const band = fled && { x: fled.left, y: lineHeight, width: fled.right - fled.left, height: end - lineHeight };
	return sceneOf(size, end + 2, [
		...(band ? [rect('tl-people', band)] : []),
		...under(bottom + 4),
		...shapes,
		many,
		...keyRows(key, beside, bottom - keyRows(key, beside, 0).bottom).shapes,
		...moved,
		{ ...long, y: round(level - 8 - (long.lines.length - 1) * lineHeight) },
		...struck.flatMap(({ cross, name }) => [cross, name]),
	]);
}

/** Every ceasefire that sentences count by default, one by one, how short each was; one that stands out, what happened in it, and the people on the move. */
export function drawTruces(ledger: Ledger, chart: Kind<'truces'>): Drawn {
	const all = [...ledger.ceasefires.values()].filter(({ covers }) => covers !== 'no');
	const [counted = ''] = chart.series;
	const series = required(ledger.series.get(counted), 'series', counted);
	const { all: many, marked, people: moved } = chart.says;
	const content: Content = {
		all,
		marked: ledger.ceasefires.get(chart.ceasefire),
		series,
		notes: notesOf(ledger, chart, []),
		words: { all: plainText(ledger, many), marked: plainText(ledger, marked), people: plainText(ledger, moved) },
	};
	const drawn = ofCeasefires(ledger, all, (size) => draw(content, size));
	const sources = series.rows.map(({ source }) => source ?? series.source);
	return {
		...drawn,
		sources: [...new Set([...drawn.sources, ...sources])],
		licences: licencesOf(ledger, [series.id]),
	};
}
