import { heldWords } from '../../ledger/duration.ts';
import type { Ceasefire } from '../../ledger/ledger.ts';
import type { Scene, Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { textWidth } from '../text.ts';
import { axis, yearTicks } from './axis.ts';
import { timeFrame } from './bar.ts';
import { type Happening, lanes } from './event-rows.ts';
import { label } from './label.ts';
import { type Frame, row } from './liferows.ts';
import { spanOf } from './span.ts';

/** What is drawn. */
export interface Content {
	readonly ceasefire: Ceasefire;
	readonly all: readonly Happening[];
	/** Dates of the events to see. */
	readonly strong: ReadonlySet<string | undefined>;
}

const year = (time: number): number => new Date(time).getUTCFullYear();

/** Whole years around the events and the time in force. */
function period({ all, ceasefire }: Content): readonly [number, number] {
	const span = spanOf(ceasefire);
	const times = [...all.flatMap(({ date }) => [date.min, date.max]), span.start.min, (span.end ?? span.start).max - 1];
	const min = times.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY);
	const max = times.reduce((most, time) => Math.max(most, time), Number.NEGATIVE_INFINITY);
	return [Date.UTC(year(min), 0), Date.UTC(year(max) + 1, 0)];
}

/** The time in force as a band behind the rows, with its length at the top. */
function inForce(
	{ ceasefire }: Content,
	{ x, left, right, size }: Frame,
	top: number,
	bottom: number,
): readonly Shape[] {
	const { start, end } = spanOf(ceasefire);
	if (!end) return [];
	const [from, to] = [Math.max(left, x(start.min)), Math.min(right, x(end.hard ? end.min : end.max))];
	const words = `in force: ${heldWords(ceasefire)}`;
	const half = textWidth(words, size.text) / 2;
	const centre = Math.min(size.width - half, Math.max(left + half, (from + to) / 2));
	return [
		{ type: 'rect', role: 'tl-in-force-time', x: from, y: top, width: to - from, height: bottom - top },
		label('tl-note', centre, top + size.text + 3, words, size, { anchor: 'middle' }),
	];
}

/** Draws the lanes below one another, each with its events in order of time. */
export function lifeScene(content: Content, size: Size): Scene {
	const wideLayout = size.layout === 'wide';
	const [from, to] = period(content);
	const left = wideLayout ? 120 : 6;
	const right = size.width - 8;
	const frame: Frame = { left, right, size, x: timeFrame(from, to, left, right).x };
	const top = size.lineHeight + 4;
	const shapes: Shape[] = [];
	let y = top + size.lineHeight + 8;
	for (const { heading, kinds } of lanes) {
		const inLane = content.all.filter(({ kind }) => kinds.includes(kind));
		if (inLane.length === 0) continue;
		y += 6;
		shapes.push(label('tl-heading', 0, y + size.text + (wideLayout ? 2 : 1), heading, size, { weight: 'bold' }));
		if (!wideLayout) y += size.lineHeight + 3;
		for (const happening of inLane) {
			const strong = happening.kind === 'violation' && content.strong.has(happening.event.date);
			const placed = row(happening, strong, y, frame);
			shapes.push(...placed.shapes);
			y = placed.bottom;
		}
	}
	const bottom = y + 6;
	const ticks = { ticks: yearTicks(from, to - 1), x: frame.x, size, right: size.width };
	return {
		width: size.width,
		height: Math.ceil(bottom + size.lineHeight + 4),
		layout: size.layout,
		shapes: [
			...inForce(content, frame, top, bottom),
			...axis(ticks, top - 4, bottom, size.text + 2),
			...axis(ticks, bottom, bottom, bottom + size.lineHeight - 1).filter(({ type }) => type === 'text'),
			...shapes,
		],
	};
}
