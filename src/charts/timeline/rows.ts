import { heldWords } from '../../ledger/duration.ts';
import type { Ceasefire } from '../../ledger/ledger.ts';
import type { Note } from '../annotations.ts';
import { type KeyItem, keyRows } from '../key.ts';
import { boxOf, label } from '../plot.ts';
import { beside, type Columns, heading, rowOf } from '../rows.ts';
import { round, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { DROP, textWidth } from '../text.ts';
import { type Bar, bar, type Frame, type Look } from './bar.ts';
import { type Area, headingOf, headings, pointId } from './point.ts';
import { type Span, spanOf } from './span.ts';

/** A day to see on the bar of one ceasefire. */
export type Seen = Extract<Note, { readonly type: 'event' }>;

/** The bar of a row as one point. */
const point = (ceasefire: Ceasefire, shapes: readonly Shape[]): Shape => ({
	type: 'group',
	role: '',
	point: pointId(ceasefire),
	shapes,
});

/** A cross on the bar, and its words below it. */
function event({ at, label: words }: Seen, y: number, { size, left }: Columns, { x }: Frame): readonly Shape[] {
	const half = textWidth(words, size.text) / 2;
	const centre = Math.max((size.layout === 'narrow' ? 0 : left) + half, Math.min(size.width - half, x(at)));
	return [
		{ type: 'symbol', role: 'tl-event', symbol: 'cross', x: round(x(at)), y, radius: 6 },
		label('tl-warm', size, [words], { x: centre, y: y + 10 + size.text }, 'middle'),
	];
}

/** The row of one ceasefire: its name, its bar, how long it held, and what is to see on it. */
export function ceasefireRow(
	ceasefire: Ceasefire,
	draw: (y: number) => Bar,
	at: Columns,
	top: number,
	{ seen, frame, height = 24 }: { readonly seen?: Seen; readonly frame?: Frame; readonly height?: number } = {},
): { readonly shape: Shape; readonly bottom: number } {
	const { size } = at;
	const words = heldWords(ceasefire);
	const strong = seen !== undefined;
	// In the narrow layout the name and how long it held share a line where both fit.
	const narrow = at.names === 0;
	const row = rowOf({ name: ceasefire.short, strong }, at, top, narrow ? height - 6 : height);
	const name = row.words[0];
	const nameEnd = name?.type === 'text' ? boxOf(name).x + boxOf(name).width : 0;
	const held = { role: strong ? 'ch-value' : 'ch-detail', width: textWidth(words, size.text) } as const;
	const shared = narrow && nameEnd + 10 + held.width <= size.width;
	const y = row.y;
	const { shapes, left, right } = draw(y);
	const behind = narrow ? undefined : beside(held.role, words, { left, right }, y, at);
	const noteBase = shared && name?.type === 'text' ? name.y : y + size.text * DROP;
	const extra = (behind || shared ? 0 : size.lineHeight) + (seen ? size.lineHeight : 0);
	const note =
		behind ??
		(shared
			? label(held.role, size, [words], { x: size.width, y: noteBase }, 'end')
			: label(held.role, size, [words], { x: size.width, y: y + size.lineHeight + 4 }, 'end'));
	return {
		shape: {
			type: 'group',
			role: strong ? 'tl-row tl-shown' : 'tl-row',
			series: ceasefire.id,
			shapes: [...row.words, point(ceasefire, shapes), note, ...(seen && frame ? event(seen, y, at, frame) : [])],
		},
		bottom: row.bottom + extra,
	};
}

/** Ceasefires in rows on a time axis, those that do not cover the area apart, in the order given. */
export function ceasefireRows(
	area: Area,
	ceasefires: readonly Ceasefire[],
	seen: readonly Seen[],
	at: Columns,
	frame: Frame,
	top: number,
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
	const shapes: Shape[] = [];
	const quiet = seen.length > 0;
	let y = top;
	for (const words of headings(area)) {
		const own = ceasefires.filter((ceasefire) => headingOf(area, ceasefire) === words);
		if (own.length === 0) continue;
		const head = heading(words, at.size, y);
		shapes.push(head.shape);
		y = head.bottom;
		for (const ceasefire of own) {
			const one = seen.find((note) => note.ceasefire === ceasefire.id);
			const look = { covers: ceasefire.covers, strong: one ? true : !quiet && ceasefire.covers !== 'no' };
			const row = ceasefireRow(ceasefire, (level) => bar(spanOf(ceasefire), look, level, frame), at, y, {
				frame,
				...(one ? { seen: one } : {}),
			});
			shapes.push(row.shape);
			y = row.bottom;
		}
	}
	return { shapes, bottom: y };
}

const hard = (at: number) => ({ min: at, max: at, hard: true });
const sampleFrame = (left: number): Frame => ({ x: (time) => left + 1 + time, from: -1, to: 100 });

function item(words: string, lead: number, end: Span['end'], look: Look): KeyItem {
	const span: Span = { start: hard(0), end };
	return { words, lead, sample: (x, y) => bar(span, look, y, sampleFrame(x)).shapes };
}

/** What the marks mean that do not explain themselves, of those that occur among these ceasefires. */
export function timelineKey({ name }: Area, ceasefires: readonly Ceasefire[], strong: boolean, size: Size) {
	const whole: Look = { covers: 'yes', strong };
	const spans = ceasefires.map(spanOf);
	const items = [
		...(spans.some(({ end }) => end && !end.hard)
			? [item('end known only roughly', 28, { min: 10, max: 26, hard: false }, whole)]
			: []),
		...(spans.some(({ end }) => end === null) ? [item('begins; end not known', 10, null, whole)] : []),
		...(ceasefires.some(({ covers }) => covers === 'partly')
			? [item(`holds in part of ${name}`, 28, hard(26), { covers: 'partly', strong })]
			: []),
	];
	return keyRows(items, size, 0);
}
