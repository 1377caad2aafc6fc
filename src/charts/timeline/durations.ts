import { scaleLinear } from 'd3';
import { held, heldKnown } from '../../ledger/duration.ts';
import type { Ceasefire, Ledger } from '../../ledger/ledger.ts';
import { plainText } from '../../prose/words.ts';
import type { Drawn } from '../figure.ts';
import { path, round } from '../marks.ts';
import { heading, keyRows } from '../rows.ts';
import type { Scene, Size } from '../scene.ts';
import { DROP, label, textWidth, wrap } from '../text.ts';
import { exact } from '../words.ts';
import { ceasefireRow } from './overview.ts';
import { ofCeasefires, paleKey, pointId, ring } from './record.ts';
import { columnsOf, rowScene } from './rows.ts';
import { ABOUT_DAYS, type Span } from './span.ts';

const YEAR = 365.25;

/** How long a ceasefire may have held, in days, as a span that begins at nought: as long as its words say. */
function fromNought(ceasefire: Ceasefire): Span {
	const start = { min: 0, max: 0, hard: true };
	const length = held(ceasefire);
	if (length.type === 'open') return { start, end: null };
	const { min, max, about } = length;
	return { start, end: { min: about && min === max ? Math.max(0, max - ABOUT_DAYS.day) : min, max, hard: !about } };
}

/** An even scale of years from nought. */
function yearsAxis(longest: number, size: Size, left: number, right: number) {
	const scale = scaleLinear().domain([0, longest]).range([left, right]);
	const ticks = scaleLinear()
		.domain([0, longest / YEAR])
		.ticks((right - left) / 110)
		.filter(Number.isInteger);
	const at = (n: number) => round(scale(n * YEAR));
	return {
		x: (days: number) => scale(days),
		rules: (top: number, bottom: number) =>
			path('ch-grid', ticks.map((n) => `M${at(n)},${round(top)}V${round(bottom)}`).join('')),
		names: (baseline: number) =>
			ticks.map((n) => {
				const words = n === 0 ? '0' : `${n}\u00a0year${n === 1 ? '' : 's'}`;
				const last = right - textWidth(words, size.text) / 2;
				return label('ch-tick', size, [words], { x: Math.min(Math.max(at(n), 5), last), y: baseline }, 'middle');
			}),
	};
}

/** Those whose end is known as rows; the others by name below them: nobody can say how long they were. */
function scene(known: readonly Ceasefire[], open: readonly Ceasefire[], said: string, size: Size): Scene {
	const most = Math.max(31, ...heldKnown(known).map(([, { max }]) => max));
	// The scale of years ends on a whole one.
	const longest = most < YEAR ? most : Math.ceil(most / YEAR) * YEAR;
	const heights: number[] = [];
	const rows = known.map((one, index) => {
		const frame = () => ({ x: axis.x, from: 0, to: longest });
		const row = ceasefireRow(one, fromNought(one), index === known.length - 1, frame);
		const marks = (y: number) => {
			heights.push(y);
			return row.marks(y);
		};
		return { ...row, marks };
	});
	const groups = [{ heading: 'Truces, the shortest first', rows }];
	const at = columnsOf(groups, size);
	const axis = yearsAxis(longest, size, at.left, at.right);
	const drawn = rowScene(groups, at, axis);
	const head = heading(`End not known: ${open.length}`, size, drawn.height + 6);
	const rings = open.map((one) => ({ words: one.short, lead: 10, sample: ring(pointId(one)) }));
	const names = keyRows(rings, size, head.bottom + 2);
	const key = keyRows(paleKey(known), size, open.length > 0 ? names.bottom : drawn.height);
	// Behind the shorter half, where there is room.
	const half = Math.floor((known.length - 1) / 2);
	const [first = 0, last = 0] = [heights[0], heights[half]];
	const x = round(axis.x(Math.max(0, ...known.slice(0, half + 1).map((one) => fromNought(one).end?.max ?? 0))) + 16);
	const lines = wrap(said, (at.right - x) * 0.6, size.text, 'bold');
	const middle = (first + last - (lines.length - 1) * size.lineHeight) / 2 + size.text * DROP;
	const bracket = at.names > 0 &&
		known.length > 4 && [
			path('ch-chain', `M${x},${first - 6}h6V${last + 6}h-6`),
			label('tl-say', size, lines, { x: x + 16, y: middle }, 'start', 'bold'),
		];
	return {
		...drawn,
		height: Math.ceil(key.bottom),
		shapes: [
			...drawn.shapes,
			...(open.length > 0 ? [head.shape, ...names.shapes] : []),
			...key.shapes,
			...(bracket || []),
		],
	};
}

/** How long each ceasefire was in force, shortest first, as bars from nought on an even scale. */
export function drawDurations(ledger: Ledger): Drawn {
	const all = [...ledger.ceasefires.values()].filter(({ covers }) => covers !== 'no');
	const known = heldKnown(all)
		.toSorted(([, a], [, b]) => a.max - b.max)
		.map(([ceasefire]) => ceasefire);
	const open = all.filter((ceasefire) => !known.includes(ceasefire));
	const shown = [...known, ...open];
	const most = `${exact(Math.ceil(known.length / 2))} of the ${exact(known.length)} whose end is known were over`;
	const said = known.length > 0 ? plainText(ledger, `${most} within <Value of="held-median" as="words"/>.`) : '';
	return ofCeasefires(
		ledger,
		shown,
		(size) => scene(known, open, said, size),
		'Ceasefires, by how long they held, shortest first',
	);
}
