import type { Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { DROP, textWidth, wrap } from '../text.ts';
import { eventDate, type Happening } from './event-rows.ts';
import { label } from './label.ts';
import type { Placed } from './rows.ts';
import { edge } from './span.ts';

/** The part of a drawing that holds its time axis. */
export interface Frame {
	readonly x: (time: number) => number;
	readonly left: number;
	readonly right: number;
	readonly size: Size;
}

/** Height of the row of one event, where its words take one line. */
const PITCH = 22;

const symbolOf = ({ kind }: Happening) => {
	if (kind === 'violation' || kind === 'trigger') return 'diamond';
	if (kind === 'collapse') return 'square';
	return kind === 'reaction' ? 'up' : 'circle';
};

/** One event at its date: a symbol where the day is known, else a bar over all the days that it can mean. */
function mark(happening: Happening, y: number, { x, left, right }: Frame) {
	const { min, max, hard } = edge(happening.event.date);
	const role = `tl-event tl-${happening.kind.replaceAll(' ', '-')}`;
	const [from, to] = [Math.max(left, x(min)), Math.min(right, x(max))];
	const shape: Shape = hard
		? { type: 'symbol', role, point: happening.id, symbol: symbolOf(happening), x: x(min), y, radius: 5 }
		: { type: 'rect', role, point: happening.id, x: from, y: y - 3, width: Math.max(4, to - from), height: 6 };
	return hard ? { shape, from: x(min) - 5, to: x(min) + 5 } : { shape, from, to: Math.max(from + 4, to) };
}

/** What an event is called in the drawing: its date and its own short words, or its kind where it has none. */
const wordsOf = ({ date, event, kind }: Happening): string =>
	`${eventDate(date)}: ${event.short ?? (kind === 'in force' ? 'takes effect' : kind)}`;

/** Words beside a mark, on the side that has more room, broken where one line has none. */
export function row(happening: Happening, strong: boolean, top: number, frame: Frame): Placed {
	const { size, right } = frame;
	const drawn = mark(happening, top + PITCH / 2, frame);
	const weight = strong ? 'bold' : 'regular';
	const rooms = {
		after: size.width - drawn.to - 6,
		before: drawn.from - 6 - (size.layout === 'wide' ? frame.left : 0),
	};
	const text = wordsOf(happening);
	const after = textWidth(text, size.text, weight) <= rooms.after || rooms.after >= rooms.before;
	const lines = wrap(text, after ? rooms.after : rooms.before, size.text, weight);
	const middle = top + PITCH / 2 + ((lines.length - 1) * size.lineHeight) / 2;
	const { shape } = mark(happening, middle, frame);
	const baseline = middle + size.text * DROP - ((lines.length - 1) * size.lineHeight) / 2;
	const shapes: readonly Shape[] = [
		{ type: 'line', role: 'tl-guide', x1: frame.left, y1: middle, x2: right, y2: middle },
		label(strong ? 'tl-warm' : 'tl-label', after ? drawn.to + 6 : drawn.from - 6, baseline, lines, size, {
			anchor: after ? 'start' : 'end',
			...(strong ? { weight } : {}),
		}),
		shape,
	];
	return { shapes, bottom: top + PITCH + (lines.length - 1) * size.lineHeight };
}
