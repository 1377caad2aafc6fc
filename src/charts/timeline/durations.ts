import { scaleLinear } from 'd3';
import { DAY_MS, formatDate } from '../../ledger/date.ts';
import { endWords, heldKnown, heldWords, knownWords } from '../../ledger/duration.ts';
import { type Ceasefire, type Ledger, siteOf } from '../../ledger/ledger.ts';
import type { Drawn } from '../chart-spec.ts';
import type { Table } from '../figure.ts';
import { type Box, overlap } from '../label-placement.ts';
import { boxOf, label } from '../plot.ts';
import { type Columns, columnsFor, fromNought as fromZero, heading } from '../rows.ts';
import { round, type Scene, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { textWidth, wrap } from '../text.ts';
import { capital } from '../words.ts';
import { type Bar, bar } from './bar.ts';
import { medianHeld } from './median.ts';
import { licencesOf, notes, sourcesOf } from './notes.ts';
import { pointId, pointOf } from './point.ts';
import { ceasefireRow } from './rows.ts';
import { type Span, spanOf } from './span.ts';
import { heldCell, sourceCell, sourceColumn } from './table.ts';

/** One row a ceasefire, shortest first: its dates, how long it held, its type. */
function lengthTable(ledger: Ledger, shown: readonly Ceasefire[]): Table {
	return {
		caption: 'Ceasefires, by how long they held, shortest first',
		columns: [
			{ key: 'name', label: 'Ceasefire', type: 'text' },
			{ key: 'type', label: 'Type', type: 'text' },
			{ key: 'date', label: 'In force', type: 'date' },
			{ key: 'ended', label: 'Ended', type: 'date' },
			{ key: 'value', label: 'Held', type: 'number', unit: 'days' },
			sourceColumn,
		],
		points: shown.map(pointId),
		rows: shown.map((ceasefire) => [
			{ value: ceasefire.name, text: ceasefire.name },
			{ value: ceasefire.type, text: capital(ceasefire.type) },
			{ value: ceasefire.inForce, text: formatDate(ceasefire.inForce) },
			{ value: ceasefire.ended ?? null, text: endWords(ceasefire) },
			heldCell(ceasefire),
			sourceCell(ledger, ceasefire.sources[0]),
		]),
	};
}

/** The span of a ceasefire moved so that it begins at nought, in days. */
function fromNought(ceasefire: Ceasefire): Span {
	const { start, end } = spanOf(ceasefire);
	const day = (time: number) => Math.max(0, (time - start.min) / DAY_MS);
	const begins = { min: 0, max: 0, hard: true };
	return { start: begins, end: end && { min: day(end.min), max: day(end.max) - 1, hard: end.hard && start.hard } };
}

const YEAR = 365.25;

function scene(known: readonly Ceasefire[], open: readonly Ceasefire[], longest: number, size: Size): Scene {
	const names = [...known, ...open].map(({ short }) => short);
	const at = fromZero(columnsFor(names, size, size.layout === 'wide' ? 230 : 150, size.width - 4));
	const last = known.at(-1);
	const behind = size.layout === 'wide' && last ? textWidth(heldWords(last), size.text) + 14 : 8;
	const x = scaleLinear()
		.domain([0, Math.max(longest, 31)])
		.range([at.left, size.width - behind]);
	const frame = { x: (days: number) => x(days), from: -1, to: longest * 2 };
	const top = size.text + 8;
	const rows: Shape[] = [];
	let y = top;
	const put = (ceasefire: Ceasefire, draw: (level: number) => Bar) => {
		const row = ceasefireRow(ceasefire, draw, at, y, { height: 22 });
		rows.push(row.shape);
		y = row.bottom;
	};
	const half = Math.ceil(known.length / 2);
	const bands: Shape[] = [];
	for (const [index, one] of known.entries()) {
		put(one, (level) => bar(fromNought(one), { covers: one.covers, strong: one === last }, level, frame));
		if (index !== half - 1 || known.length < 2) continue;
		const marked = shorterHalf(known, top, y, at, rows.flatMap(wordsIn));
		bands.push(...marked.behind);
		rows.push(...marked.words);
		y = marked.bottom;
	}
	const bottom = round(y + 4);
	if (open.length > 0) {
		const head = heading('End not known', size, y + 4);
		rows.push(head.shape);
		y = head.bottom;
		for (const one of open) put(one, (level) => bar(fromNought(one), { covers: one.covers }, level, frame));
	}
	const widest = textWidth('10\u00a0years', size.text) + 10;
	const every = [1, 2, 5, 10, 20, 50].find((n) => x(n * YEAR) - x(0) >= widest) ?? 100;
	const grid = Array.from({ length: Math.floor(longest / YEAR / every) + 1 }, (_, step): readonly Shape[] => {
		const n = step * every;
		const place = round(x(n * YEAR));
		const words = n === 0 ? '0' : `${n}\u00a0year${n === 1 ? '' : 's'}`;
		return [
			{ type: 'line', role: n === 0 ? 'ch-axis' : 'ch-grid', x1: place, y1: top, x2: place, y2: bottom },
			label('ch-tick', size, [words], { x: Math.max(place, 5), y: size.text }, 'middle'),
		];
	});
	return {
		width: size.width,
		height: Math.ceil(y + 6),
		layout: size.layout,
		shapes: [...bands, ...grid.flat(), ...rows],
	};
}

/** Boxes of the words in a shape. */
const wordsIn = (shape: Shape): readonly Box[] =>
	shape.type === 'text' ? [boxOf(shape)] : shape.type === 'group' ? shape.shapes.flatMap(wordsIn) : [];

/** The shorter half as a band with what it says: in the room right of its bars, or below its rows where there is none. */
function shorterHalf(
	known: readonly Ceasefire[],
	top: number,
	y: number,
	{ size, names, left }: Columns,
	taken: readonly Box[],
) {
	const median = medianHeld(known);
	if (!median) return { behind: [], words: [], bottom: y };
	const words = `The shorter half of those whose end is known. In the middle: ${knownWords({ ...median, min: median.days, max: median.days })}`;
	const said = (width: number) =>
		label('tl-warm', size, wrap(words, width, size.text, 'bold'), { x: size.width - 6, y: 0 }, 'end', 'bold');
	const beside = said((size.width - left) * 0.45);
	const middle = (top + y - boxOf(beside).height) / 2 + size.text;
	const at = boxOf({ ...beside, y: middle });
	const fits = names > 0 && !taken.some((box) => overlap(at, box));
	const text = fits ? beside : said(size.width - 8);
	const base = fits ? middle : y + 4 + size.text;
	const bottom = round(fits ? y : base + boxOf(text).height - size.text + 4);
	return {
		behind: [{ type: 'rect', role: 'tl-band', x: 0, y: top, width: size.width, height: round(bottom - top) }] as const,
		words: [
			{ ...text, y: round(base) },
			{ type: 'line', role: 'tl-median', x1: 0, y1: bottom, x2: size.width, y2: bottom },
		] as const,
		bottom,
	};
}

/** How long each ceasefire was in force, shortest first, as bars from nought on an even scale. */
export function drawDurations(ledger: Ledger): Drawn {
	const all = [...ledger.ceasefires.values()].filter(({ covers }) => covers !== 'no');
	const lengths = heldKnown(all);
	const known = lengths.map(([ceasefire]) => ceasefire);
	const open = all.filter((ceasefire) => !known.includes(ceasefire));
	const shown = [...known, ...open];
	return {
		scene: (size) => scene(known, open, lengths.at(-1)?.[1].max ?? 31, size),
		subtitle: 'Time in force, shortest first; the longest bar is as much longer as its truce was',
		table: lengthTable(ledger, shown),
		points: shown.map((one) => pointOf(siteOf(ledger).area, one)),
		sources: sourcesOf(shown),
		licences: licencesOf(ledger),
		notes: notes(shown),
	};
}
