import { formatDate } from '../../ledger/date.ts';
import type { Ceasefire, Ledger } from '../../ledger/ledger.ts';
import { plainText } from '../../ledger/plain.ts';
import type { Figure } from '../figure.ts';
import { exact } from '../number.ts';
import { type Box, overlap, spread } from '../place.ts';
import type { Shape } from '../scene.ts';
import { narrow, type Size, wide } from '../size.ts';
import { writeDrawing } from '../svg.ts';
import { textWidth } from '../text.ts';
import { axis, monthTicks, yearTicks } from './axis.ts';
import { label } from './label.ts';
import { type Happening, happenings, lanes, shortDate } from './lanes.ts';
import { licencesOf } from './notes.ts';

/** One stretch of the axis with a scale of its own. */
interface Part {
	readonly from: number;
	readonly to: number;
	readonly left: number;
	readonly right: number;
	readonly months: boolean;
}

const BREAK = 22;
/** The first year is drawn on this share of the width: most of what is recorded falls in it. */
const FIRST = 0.6;
/** Labels of one lane stand on at most so many lines; marks beyond are drawn without a label. */
const MOST_LINES = 8;

const year = (time: number): number => new Date(time).getUTCFullYear();
const january = (y: number): number => Date.UTC(y, 0, 1);

/** Two stretches: the first calendar year month by month, then the rest year by year. One, where there is no rest. */
function partsOf(all: readonly Happening[], left: number, right: number): readonly Part[] {
	const min = all.reduce((least, { date }) => Math.min(least, date.min), Number.POSITIVE_INFINITY);
	const max = all.reduce((most, { date }) => Math.max(most, date.max), Number.NEGATIVE_INFINITY);
	if (!Number.isFinite(min)) return [];
	const [first, last] = [year(min), year(max)];
	const start = Date.UTC(first, new Date(min).getUTCMonth(), 1);
	if (last === first) return [{ from: start, to: january(first + 1), left, right, months: true }];
	const middle = left + (right - left) * FIRST;
	return [
		{ from: start, to: january(first + 1), left, right: middle - BREAK / 2, months: true },
		{ from: january(first + 1), to: january(last + 1), left: middle + BREAK / 2, right, months: false },
	];
}

const x = (part: Part, time: number): number =>
	part.left + ((time - part.from) / (part.to - part.from)) * (part.right - part.left);
const partOf = (parts: readonly Part[], time: number): Part | undefined =>
	parts.find(({ to }) => time < to) ?? parts.at(-1);

interface Mark {
	readonly happening: Happening;
	readonly part: Part;
	/** Where the date is: one moment, or the stretch that it can mean. */
	readonly left: number;
	readonly right: number;
	/** Where the symbol stands: as near to its date as its neighbours allow. */
	readonly at: number;
	readonly words: string;
	/** Set off from the others: the event that the site is about. */
	readonly strong: boolean;
}

interface Written {
	readonly shapes: readonly Shape[];
	readonly lines: number;
}

/**
 * Puts labels on lines below their lane so that no label and no leader touches another label. A label stands to the
 * right of its leader, or to the left where the drawing ends. One that finds no room is left to the table.
 */
function labels(marks: readonly Mark[], top: number, size: Size): Written {
	const sized = marks.map((mark) => {
		const width = textWidth(mark.words, size.text, mark.strong ? 'bold' : 'regular');
		return { ...mark, width, over: mark.at - 4 + width > size.width };
	});
	const ending = new Set(sized.filter(({ over }) => over).map(({ part }) => part));
	const flags = sized.map((mark) => ({ ...mark, flipped: ending.has(mark.part) }));
	// Later flags stand above earlier ones to their left, so that no leader runs through a flag; mirrored at the end.
	const order = [...flags.filter(({ flipped }) => flipped), ...flags.filter(({ flipped }) => !flipped).toReversed()];
	const taken: Box[] = [];
	const shapes: Shape[] = [];
	let most = 0;
	for (const { at, width, flipped, words, strong } of order) {
		const x1 = flipped ? Math.min(at + 4, size.width) - width : at - 4;
		for (let line = 0; line < MOST_LINES; line++) {
			const y = top + 2 + line * size.lineHeight;
			const box: Box = { x: x1 - 3, y: y + 1, width: width + 6, height: size.lineHeight - 2 };
			const leader: Box = { x: at - 1, y: top, width: 2, height: y - top };
			if (taken.some((other) => overlap(box, other) || overlap(leader, other))) continue;
			taken.push(box, leader);
			most = Math.max(most, line + 1);
			shapes.push(
				{ type: 'line', role: 'tl-leader', x1: at, y1: top, x2: at, y2: y + 2 },
				label(strong ? 'tl-warm' : 'tl-note', x1, y + size.text, words, size, strong ? { weight: 'bold' } : {}),
			);
			break;
		}
	}
	return { shapes, lines: most };
}

function draw(id: string, all: readonly Happening[], strike: string | undefined, size: Size): string {
	const wideLayout = size.layout === 'wide';
	const left = wideLayout ? 108 : 4;
	const parts = partsOf(all, left, size.width - 8);
	const shapes: Shape[] = [];
	const rules: Shape[] = [];
	const top = 2 * size.lineHeight + 8;
	let y = top;
	for (const { heading, kinds } of lanes) {
		const inLane = all.filter(({ kind }) => kinds.includes(kind));
		if (inLane.length === 0) continue;
		if (!wideLayout) {
			shapes.push(label('tl-heading', 0, y + size.text + 4, heading, size, { weight: 'bold' }));
			y += size.lineHeight + 4;
		} else shapes.push(label('tl-heading', 0, y + 16, heading, size, { weight: 'bold' }));
		const middle = y + 10;
		for (const part of parts)
			rules.push({ type: 'line', role: 'tl-guide', x1: part.left, y1: middle, x2: part.right, y2: middle });
		const marks = inLane.length > 0 ? apart(inLane, parts, strike, wideLayout) : [];
		for (const { happening, left: from, right: to, at } of marks) {
			const role = `tl-event tl-${happening.kind.replaceAll(' ', '-')}`;
			shapes.push(
				to > from
					? { type: 'rect', role, x: from, y: middle - 2, width: Math.max(2, to - from), height: 4 }
					: { type: 'rect', role, x: from - 1, y: middle - 5, width: 2, height: 10 },
				{ type: 'line', role: 'tl-leader', x1: (from + to) / 2, y1: middle + 5, x2: at, y2: middle + 12 },
				{ type: 'symbol', role, point: happening.id, symbol: symbolOf(happening), x: at, y: middle + 16, radius: 5 },
			);
		}
		const placed = labels(marks, middle + 22, size);
		shapes.push(...placed.shapes);
		y = middle + 26 + placed.lines * size.lineHeight + 6;
	}
	const axes = parts.flatMap((part) => {
		const at = (time: number) => x(part, time);
		const ticks = part.months ? monthTicks(part.from, part.to) : yearTicks(part.from, part.to - 1);
		return axis({ ticks, x: at, size, right: part.right + 4 }, top - size.lineHeight, y, size.text + 2);
	});
	const [first, second] = parts;
	const gap: readonly Shape[] =
		first && second
			? [{ type: 'path', role: 'tl-break', d: zigzag((first.right + second.left) / 2, top - size.lineHeight, y) }]
			: [];
	return writeDrawing(
		{
			width: size.width,
			height: Math.ceil(y + 4),
			layout: size.layout,
			shapes: [...axes, ...rules, ...gap, ...shapes],
		},
		id,
	);
}

/** Room that a symbol takes on its lane, in units. */
const SYMBOL = 13;

/**
 * Symbols of one lane moved apart until each is seen; the ticks above them stay at their dates.
 * @param years labels give the year too, where the axis has many
 */
function apart(
	inLane: readonly Happening[],
	parts: readonly Part[],
	strike: string | undefined,
	years: boolean,
): readonly Mark[] {
	return parts.flatMap((part) => {
		const own = inLane.filter(({ date }) => partOf(parts, date.min) === part);
		const room = Math.min(SYMBOL, (part.right - part.left) / Math.max(1, own.length));
		const places = own.map(({ date }) => {
			const left = x(part, date.min);
			const day = date.type === 'point' && date.precision === 'day';
			return { left, right: day ? left : Math.min(part.right, x(part, date.max + 1)) };
		});
		const centres = spread(
			places.map(({ left, right }) => ({ centre: (left + right) / 2, size: room })),
			part.left - 4,
			part.right + 6,
		);
		return own.map((happening, i): Mark => {
			const place = places[i] ?? { left: part.left, right: part.left };
			return {
				happening,
				part,
				...place,
				at: centres[i] ?? place.left,
				...wordsFor(happening, years && !part.months, strike),
			};
		});
	});
}

/** The date; what it is where a lane holds several kinds; and the strike by its name. */
function wordsFor(happening: Happening, withYear: boolean, strike: string | undefined): Pick<Mark, 'words' | 'strong'> {
	const { kind, date } = happening;
	const day = shortDate(date, withYear);
	const shared = lanes.some(({ kinds }) => kinds.length > 1 && kinds.includes(kind));
	const strong = kind === 'violation' && date.edtf === strike;
	return { words: strong ? `${day}: strike near Harem` : shared ? `${day}: ${kind}` : day, strong };
}

const symbolOf = ({ kind }: Happening) => {
	if (kind === 'violation' || kind === 'trigger') return 'diamond';
	if (kind === 'collapse') return 'square';
	return kind === 'reaction' ? 'up' : 'circle';
};

/** The place where the scale changes, from top to bottom. */
function zigzag(at: number, top: number, bottom: number): string {
	let path = `M${at - 3} ${top}`;
	for (let y = top, side = 1; y < bottom; y += 6, side = -side) path += `l${6 * side} 6`;
	return path;
}

const kindWords = (kind: string): string => kind.charAt(0).toUpperCase() + kind.slice(1);

/** The events of one ceasefire by kind: its first year month by month, the years after it year by year. */
export function drawLife(ledger: Ledger, ceasefireId: string, id = 'ceasefire-march-2020-life'): Figure {
	const ceasefire: Ceasefire | undefined = ledger.ceasefires.get(ceasefireId);
	const all = ceasefire
		? [...happenings(ceasefire)].sort((a, b) => a.date.min - b.date.min || (a.id < b.id ? -1 : 1))
		: [];
	const strike = ledger.topics.get('strike-2020-10-26')?.date;
	const name = ceasefire?.name ?? ceasefireId;
	const first = all[0] ? year(all[0].date.min) : undefined;
	const inFirst = all.filter(({ date }) => year(date.min) === first).length;
	const violations = all.filter(({ kind }) => kind === 'violation').length;
	return {
		id,
		title: `${name}, kept and broken`,
		summary: [
			`Events on record from the deal to its collapse: ${exact(all.length)}; violations among them: ${violations > 0 ? `<Value of="events" ceasefire="${ceasefireId}" kind="violation"/>` : 'none'}.`,
			...(first === undefined ? [] : [`In ${first} alone: ${exact(inFirst)}.`]),
		].join(' '),
		subtitle: first === undefined ? '' : `Events by kind; ${first} month by month, later years drawn narrower`,
		drawings: { wide: draw(id, all, strike, wide), narrow: draw(id, all, strike, narrow) },
		table: {
			caption: `Events in the life of ${name}, in order of time`,
			columns: [
				{ key: 'date', label: 'Date', type: 'date' },
				{ key: 'kind', label: 'Kind', type: 'text' },
				{ key: 'what', label: 'What happened', type: 'text' },
			],
			points: all.map((happening) => happening.id),
			rows: all.map(({ event }) => {
				const what = plainText(ledger, event.what);
				const [source] = event.sources;
				return [
					{ value: event.date, text: formatDate(event.date) },
					{ value: event.kind, text: kindWords(event.kind) },
					{ value: what, text: what, ...(source === undefined ? {} : { source }) },
				];
			}),
		},
		points: all.map(({ id: point, kind, event }) => ({
			id: point,
			group: lanes.find(({ kinds }) => kinds.includes(kind))?.heading ?? kind,
			date: event.date,
			value: null,
			qualifier: 'not given',
			text: plainText(ledger, event.what),
			source: event.sources[0] ?? '',
		})),
		sources: [...new Set(all.flatMap(({ event }) => event.sources))],
		licences: licencesOf(ledger),
		notes: [
			{
				heading: 'Two scales of time',
				text: 'The jagged line is where the scale changes: to its left every month has room, to its right a whole year has little more. Ticks stand at the dates; symbols of events close together are moved apart below them.',
			},
			{
				heading: 'Not every event',
				text: 'These are the events we have sources for. There were many more violations than are listed here; a gap in the drawing is a gap in the record, not a time of peace.',
			},
		],
	};
}
