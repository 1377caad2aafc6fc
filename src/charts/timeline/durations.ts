import { scaleLinear } from 'd3';
import { held, heldKnown, knownWords } from '../../ledger/duration.ts';
import { type Ceasefire, type Ledger, siteOf } from '../../ledger/ledger.ts';
import type { Drawn } from '../chart-spec.ts';
import { keyRows } from '../key.ts';
import { label } from '../plot.ts';
import { heading } from '../rows.ts';
import { round, type Scene, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { textWidth, wrap } from '../text.ts';
import { type Median, medianHeld } from './median.ts';
import { licencesOf, notes, sourcesOf, subtitleOf } from './notes.ts';
import { ceasefireRow } from './overview.ts';
import { pointId, pointOf } from './point.ts';
import { columnsOf, rowScene } from './rows.ts';
import type { Span } from './span.ts';
import { ceasefireTable } from './table.ts';

const YEAR = 365.25;

/** How long a ceasefire held, as a span that begins at nought, in days. */
function fromNought(ceasefire: Ceasefire): Span {
	const length = held(ceasefire);
	const start = { min: 0, max: 0, hard: true };
	if (length.type === 'open') return { start, end: null };
	return { start, end: { min: length.min, max: length.max, hard: !length.about } };
}

/** An even scale of years from nought. */
function yearsAxis(longest: number, size: Size, left: number, right: number) {
	const scale = scaleLinear().domain([0, longest]).range([left, right]);
	const widest = textWidth('10\u00a0years', size.text) + 10;
	const every = [1, 2, 5, 10, 20, 50].find((n) => scale(n * YEAR) - scale(0) >= widest) ?? 100;
	const ticks = Array.from({ length: Math.floor(longest / YEAR / every) + 1 }, (_, step) => step * every);
	const at = (n: number) => round(scale(n * YEAR));
	return {
		x: (days: number) => scale(days),
		rules: (top: number, bottom: number): Shape => ({
			type: 'path',
			role: 'ch-grid',
			d: ticks.map((n) => `M${at(n)},${round(top)}V${round(bottom)}`).join(''),
		}),
		names: (baseline: number) =>
			ticks.map((n) => {
				const words = n === 0 ? '0' : `${n}\u00a0year${n === 1 ? '' : 's'}`;
				return label('ch-tick', size, [words], { x: Math.max(at(n), 5), y: baseline }, 'middle');
			}),
	};
}

/** Those whose end is known as rows; the others by name below them: nobody can say how long they were. */
function scene(known: readonly Ceasefire[], open: readonly Ceasefire[], size: Size): Scene {
	const longest = Math.max(31, ...heldKnown(known).map(([, { max }]) => max));
	const rows = known.map((one, index) =>
		ceasefireRow(one, fromNought(one), index === known.length - 1, () => ({ x: axis.x, from: 0, to: longest })),
	);
	const at = columnsOf([{ rows }], size, size.layout === 'wide' ? 230 : 150);
	const axis = yearsAxis(longest, size, at.left, at.right);
	const drawn = rowScene([{ rows }], at, axis);
	const head = heading(`End not known: ${open.length}`, size, drawn.height + 6);
	const names = keyRows(
		open.map((one) => ({
			words: one.short,
			lead: 10,
			sample: (x, y): readonly Shape[] => [
				{
					type: 'symbol',
					role: 'tl-bar tl-quiet tl-open',
					point: pointId(one),
					symbol: 'circle',
					x: x + 5,
					y,
					radius: 4.5,
				},
			],
		})),
		size,
		head.bottom + 2,
	);
	const median = medianHeld(known);
	const said = (days: Median) =>
		wrap(
			`Half of those whose end is known were over within ${knownWords({ ...days, min: days.days, max: days.days })}.`,
			(at.right - at.left) * 0.45,
			size.text,
			'bold',
		);
	// In the room to the right of the shortest, where there is any.
	const free = at.names > 0 && median && median.days < longest / 3;
	const spot = { x: at.right, y: drawn.height / 5 };
	return {
		...drawn,
		height: open.length > 0 ? Math.ceil(names.bottom) : drawn.height,
		shapes: [
			...drawn.shapes,
			...(open.length > 0 ? [head.shape, ...names.shapes] : []),
			...(free ? [label('tl-say', size, said(median), spot, 'end', 'bold')] : []),
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
	return {
		scene: (size) => scene(known, open, size),
		subtitle: subtitleOf('Time in force, shortest first', known),
		table: ceasefireTable(ledger, shown, 'Ceasefires, by how long they held, shortest first'),
		points: shown.map((one) => pointOf(siteOf(ledger).area, one)),
		sources: sourcesOf(shown),
		licences: licencesOf(ledger),
		notes: notes(shown),
	};
}
