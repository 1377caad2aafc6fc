import { held, overWithin } from '../../ledger/duration.ts';
import type { Ceasefire, Ledger } from '../../ledger/ledger.ts';
import { type Note, notesOf } from '../annotations.ts';
import type { Drawn, Kind } from '../figure.ts';
import { group, symbol } from '../marks.ts';
import { keyRows } from '../rows.ts';
import type { Scene, Size } from '../scene.ts';
import { exact } from '../words.ts';
import { headingOf, ofCeasefires, paleKey, pointId, shortHeld } from './record.ts';
import { columnsOf, type Row, rowScene, timeAxisOf } from './rows.ts';
import { bar, type Frame, type Span, spanOf, years } from './span.ts';

/** The row of one ceasefire: its name, how long it held, its bar. */
export function ceasefireRow(ceasefire: Ceasefire, span: Span, strong: boolean, frame: () => Frame): Row {
	const role = `tl-bar ${strong ? 'tl-strong' : 'tl-quiet'}`;
	return {
		name: ceasefire.short,
		detail: shortHeld(ceasefire),
		strong,
		marks: (y) => [group('', bar(span, role, y - 6, 12, frame()), { point: pointId(ceasefire) })],
	};
}

function scene(ledger: Ledger, shown: readonly Ceasefire[], seen: readonly Note[], size: Size): Scene {
	const [from, to] = years(shown);
	const events = seen.filter((note) => note.type === 'event');
	const row = (ceasefire: Ceasefire): Row => {
		const event = events.find((note) => note.ceasefire === ceasefire.id);
		const plain = ceasefireRow(ceasefire, spanOf(ceasefire), event !== undefined, () => frame);
		if (!event) return plain;
		const said = { at: event.at, words: event.label };
		const cross = (y: number) => symbol('cross', 'tl-event', { x: frame.x(event.at), y }, 6);
		return { ...plain, said, marks: (y) => [...plain.marks(y), cross(y)] };
	};
	const covering = [false, true].map((apart) => shown.filter(({ covers }) => (covers === 'no') === apart));
	const groups = covering.flatMap((own) =>
		own[0] ? [{ heading: headingOf(ledger, own[0]), rows: own.map(row) }] : [],
	);
	const at = columnsOf(groups, size);
	const axis = timeAxisOf(from, to, at);
	const frame: Frame = { x: axis.x, from, to };
	const bands = seen.flatMap((note) =>
		note.type === 'span' && note.from >= from && note.to < to
			? [{ role: 'tl-band', from: note.from, to: note.to, words: note.label }]
			: [],
	);
	const drawn = rowScene(groups, at, axis, bands);
	const key = keyRows(paleKey(shown), size, drawn.height);
	return { ...drawn, height: Math.ceil(key.bottom), shapes: [...drawn.shapes, ...key.shapes] };
}

/** These ceasefires as one bar each on one axis of years. */
export const timelineOf = (ledger: Ledger, shown: readonly Ceasefire[], seen: readonly Note[]): Drawn =>
	ofCeasefires(ledger, shown, (size) => scene(ledger, shown, seen, size));

/** Every ceasefire of the ledger on one axis. */
export const drawCeasefires = (ledger: Ledger, chart: Kind<'ceasefires'>): Drawn =>
	timelineOf(ledger, [...ledger.ceasefires.values()], notesOf(ledger, chart, []));

/** What a timeline of some ceasefires shows, counted here: a selection has no name that a reference could give. */
export function overviewSummary(shown: readonly Ceasefire[]): string {
	const { possible, text } = overWithin(shown, 31);
	const open = shown.filter((ceasefire) => held(ceasefire).type === 'open').length;
	const parts = [
		...(possible.length > 0 ? [`${text} ${text === '1' ? 'was' : 'were'} over within a month`] : []),
		...(open > 0 ? [`for ${exact(open)} no end is known`] : []),
	];
	const what = `${exact(shown.length)} ${shown.length === 1 ? 'ceasefire' : 'ceasefires'} on this site’s list`;
	if (parts.length > 0) return `Of ${what}, ${parts.join('; ')}.`;
	return `There ${shown.length === 1 ? 'is' : 'are'} ${what}.`;
}
