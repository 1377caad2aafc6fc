import { held, knownWords } from '../../ledger/duration.ts';
import { type Ceasefire, type Ledger, siteOf } from '../../ledger/ledger.ts';
import { type Note, notesOf } from '../annotations.ts';
import type { Drawn, Kind } from '../chart-spec.ts';
import type { Scene } from '../scene.ts';
import type { Size } from '../size.ts';
import { bar, type Frame } from './bar.ts';
import { licencesOf, notes, sourcesOf, subtitleOf } from './notes.ts';
import { type Area, headingOf, headings, pointId, pointOf } from './point.ts';
import { columnsOf, type Row, rowScene, timeAxisOf } from './rows.ts';
import { type Span, spanOf, years } from './span.ts';
import { ceasefireTable } from './table.ts';

/** How long it held, in few words. */
export function shortHeld(ceasefire: Ceasefire): string {
	const length = held(ceasefire);
	return length.type === 'open' ? 'end not known' : knownWords(length);
}

/** The row of one ceasefire: its name, how long it held, its bar. */
export function ceasefireRow(ceasefire: Ceasefire, span: Span, strong: boolean, frame: () => Frame): Row {
	const role = `tl-bar ${strong ? 'tl-strong' : 'tl-quiet'}`;
	return {
		name: ceasefire.short,
		value: shortHeld(ceasefire),
		series: ceasefire.id,
		strong,
		marks: (y) => [{ type: 'group', role: '', point: pointId(ceasefire), shapes: bar(span, role, y - 6, 12, frame()) }],
	};
}

function scene(area: Area, shown: readonly Ceasefire[], seen: readonly Note[], size: Size): Scene {
	const [from, to] = years(shown);
	const events = seen.filter((note) => note.type === 'event');
	const row = (ceasefire: Ceasefire): Row => {
		const event = events.find((note) => note.ceasefire === ceasefire.id);
		const plain = ceasefireRow(ceasefire, spanOf(ceasefire), event !== undefined, () => frame);
		if (!event) return plain;
		const cross = (y: number) =>
			({ type: 'symbol', role: 'tl-event', symbol: 'cross', x: frame.x(event.at), y, radius: 6 }) as const;
		return {
			...plain,
			said: { at: event.at, words: event.label },
			marks: (y) => [...plain.marks(y), cross(y)],
		};
	};
	const groups = headings(area)
		.map((heading) => ({ heading, rows: shown.filter((one) => headingOf(area, one) === heading).map(row) }))
		.filter(({ rows }) => rows.length > 0);
	const at = columnsOf(groups, size, size.layout === 'wide' ? 230 : 150);
	const axis = timeAxisOf(from, to, at);
	const frame: Frame = { x: axis.x, from, to };
	const bands = seen.flatMap((note) =>
		note.type === 'span' && note.from >= from && note.to < to
			? [{ role: 'tl-band', from: note.from, to: note.to, words: note.label }]
			: [],
	);
	return rowScene(groups, at, axis, bands);
}

/** These ceasefires as one bar each on one axis of years. */
export function timelineOf(ledger: Ledger, shown: readonly Ceasefire[], seen: readonly Note[]): Drawn {
	const { area } = siteOf(ledger);
	return {
		scene: (size) => scene(area, shown, seen, size),
		subtitle: subtitleOf('Time in force, by year', shown),
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
