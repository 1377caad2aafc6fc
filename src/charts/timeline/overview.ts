import type { Ceasefire, Ledger } from '../../ledger/ledger.ts';
import { type Note, notesOf } from '../annotations.ts';
import type { Drawn, Kind } from '../chart-spec.ts';
import { round, type Scene, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { textWidth } from '../text.ts';
import { axis, yearTicks } from './axis.ts';
import { timeFrame } from './bar.ts';
import { gather } from './group-rows.ts';
import { key, samplesFor } from './key.ts';
import { label } from './label.ts';
import { licencesOf, notes, sourcesOf } from './notes.ts';
import { pointOf } from './point.ts';
import { columns, rows } from './rows.ts';
import { ceasefireTable } from './table.ts';
import { years } from './years.ts';

function scene(shown: readonly Ceasefire[], notes: readonly Note[], size: Size): Scene {
	const seen = notes.flatMap((note) => (note.type === 'event' ? [{ ...note, id: note.ceasefire }] : []));
	const groups = gather(shown, seen);
	const at = columns(groups, size);
	const { from, to } = years(shown);
	const frame = timeFrame(from, to, at.left, at.right);
	const legend = key(samplesFor(shown), size, 0);
	const inside = notes.find((note) => note.type === 'span' && note.from >= from && note.to < to);
	const bandTop = legend.bottom + 4;
	const baseline = bandTop + (inside ? 2 * size.lineHeight + 2 : size.lineHeight);
	const placed = rows(groups, at, frame, baseline + 2);
	const bottom = placed.bottom + 4;
	const ticks = yearTicks(from, to);
	const shapes: Shape[] = [...legend.shapes];
	if (inside?.type === 'span') {
		const bandLabel = inside.label;
		const left = round(frame.x(inside.from));
		const right = round(frame.x(inside.to));
		const width = textWidth(bandLabel, size.text);
		const centre = Math.min(size.width - width / 2, Math.max(width / 2, (left + right) / 2));
		shapes.push(
			{
				type: 'rect',
				role: 'tl-band',
				x: left,
				y: bandTop + size.lineHeight + 2,
				width: right - left,
				height: bottom - bandTop - size.lineHeight - 2,
			},
			label('tl-warm', centre, bandTop + size.lineHeight - 2, bandLabel, size, { anchor: 'middle' }),
		);
	}
	const options = { ticks, x: frame.x, size, right: size.width };
	shapes.push(
		...axis(options, baseline + 4, bottom, baseline),
		...placed.shapes,
		...axis(options, bottom, bottom, bottom + size.lineHeight - 1).filter(({ type }) => type === 'text'),
	);
	return { width: size.width, height: Math.ceil(bottom + size.lineHeight + 4), layout: size.layout, shapes };
}

/** These ceasefires as one bar each on one axis of years. */
export function timelineOf(ledger: Ledger, shown: readonly Ceasefire[], seen: readonly Note[]): Drawn {
	const elsewhere = shown.filter(({ coversIdlib }) => coversIdlib === 'no').length;
	return {
		scene: (size) => scene(shown, seen, size),
		subtitle: `Time in force, by year${elsewhere > 0 ? '; those that do not cover Idlib stand apart' : ''}`,
		table: ceasefireTable(ledger, shown),
		points: shown.map(pointOf),
		sources: sourcesOf(shown),
		licences: licencesOf(ledger),
		notes: notes(shown),
	};
}

/** Every ceasefire of the ledger on one axis. */
export const drawCeasefires = (ledger: Ledger, chart: Kind<'ceasefires'>): Drawn =>
	timelineOf(ledger, [...ledger.ceasefires.values()], notesOf(ledger, chart, []));
