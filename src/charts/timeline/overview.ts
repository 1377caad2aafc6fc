import { type Ceasefire, type Ledger, siteOf } from '../../ledger/ledger.ts';
import { type Note, notesOf } from '../annotations.ts';
import type { Drawn, Kind } from '../chart-spec.ts';
import { label, timeGrid } from '../plot.ts';
import { columnsFor } from '../rows.ts';
import { round, type Scene, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { textWidth } from '../text.ts';
import { timeScale } from '../time.ts';
import { licencesOf, notes, sourcesOf } from './notes.ts';
import { type Area, pointOf } from './point.ts';
import { ceasefireRows, timelineKey } from './rows.ts';
import { years } from './span.ts';
import { ceasefireTable } from './table.ts';

/** A span of time behind the rows, its name above them. */
function band(
	note: Extract<Note, { readonly type: 'span' }>,
	x: (time: number) => number,
	top: number,
	bottom: number,
	size: Size,
): readonly Shape[] {
	const [left, right] = [round(x(note.from)), round(x(note.to))];
	const half = textWidth(note.label, size.text) / 2;
	const centre = Math.min(size.width - half, Math.max(half, (left + right) / 2));
	const y = top + size.lineHeight + 2;
	return [
		{ type: 'rect', role: 'tl-band', x: left, y, width: right - left, height: bottom - y },
		label('tl-warm', size, [note.label], { x: centre, y: top + size.text }, 'middle'),
	];
}

function scene(area: Area, shown: readonly Ceasefire[], seen: readonly Note[], size: Size): Scene {
	const names = shown.map(({ short }) => short);
	const at = columnsFor(names, size, size.layout === 'wide' ? 230 : 150, size.width - 10);
	const [from, to] = years(shown);
	const x = timeScale(from, to, [at.left, at.right]);
	const events = seen.filter((note) => note.type === 'event');
	const legend = timelineKey(area, shown, events.length === 0, size);
	const spans = seen.filter((note) => note.type === 'span').filter((note) => note.from >= from && note.to < to);
	const bandTop = legend.bottom + 4;
	const baseline = bandTop + size.text + (spans.length > 0 ? size.lineHeight : 0);
	const placed = ceasefireRows(area, shown, events, at, { x: (time) => x(time), from, to }, baseline + 4);
	const bottom = round(placed.bottom + 6);
	const grid = timeGrid(x, { y: baseline + 6, height: bottom - baseline - 6 }, size, baseline);
	const below = timeGrid(x, { y: bottom, height: 0 }, size, bottom + size.text + 4);
	return {
		width: size.width,
		height: Math.ceil(bottom + size.lineHeight + 6),
		layout: size.layout,
		shapes: [
			...spans.flatMap((note) => band(note, x, bandTop, bottom, size)),
			grid.rules,
			...grid.names,
			...below.names,
			...legend.shapes,
			...placed.shapes,
		],
	};
}

/** These ceasefires as one bar each on one axis of years. */
export function timelineOf(ledger: Ledger, shown: readonly Ceasefire[], seen: readonly Note[]): Drawn {
	const { area } = siteOf(ledger);
	const elsewhere = shown.filter(({ covers }) => covers === 'no').length;
	return {
		scene: (size) => scene(area, shown, seen, size),
		subtitle: `Time in force, by year${elsewhere > 0 ? `; those that do not cover ${area.name} stand apart` : ''}`,
		table: ceasefireTable(ledger, shown),
		points: shown.map((one) => pointOf(area, one)),
		sources: sourcesOf(shown),
		licences: licencesOf(ledger),
		notes: notes(shown),
	};
}

/** Every ceasefire of the ledger on one axis. */
export const drawCeasefires = (ledger: Ledger, chart: Kind<'ceasefires'>): Drawn =>
	timelineOf(ledger, [...ledger.ceasefires.values()], notesOf(ledger, chart, []));
