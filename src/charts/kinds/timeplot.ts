import type { Note } from '../annotations.ts';
import type { Datum } from '../data.ts';
import { overlap } from '../label-placement.ts';
import { line, rect, round } from '../marks.ts';
import { countAxis, countScale, gutter, timeGrid } from '../plot.ts';
import type { Box, Shape, Size, Spot, TextShape } from '../scene.ts';
import { boxOf, label, linesWidth, wrap } from '../text.ts';
import { timeScale } from '../time.ts';

/** What a plot of counts over time is made for. */
interface Wanted {
	/** What its axis counts, in words: "Refugees, at the end of each year". */
	readonly unit: string;
	readonly period: readonly [from: number, to: number];
	/** Names of years stand below the points at their ends. */
	readonly ends: boolean;
	readonly largest: number;
	readonly notes: readonly Note[];
	/** Room right of the plot. */
	readonly inset: number;
	readonly height: number;
}

/** A plot of counts over time with its unit, its axes and the times that are pointed out in it. */
export function timePlot({ unit, period, ends, largest, notes, inset, height }: Wanted, size: Size) {
	const left = gutter(countScale(largest, [1, 0], 5).ticks, size);
	const x = timeScale(...period, [left, size.width - inset]);
	const said = label('ch-detail', size, wrap(unit, size.width, size.text), { x: 0, y: size.text });
	const unitBottom = said.lines.length * size.lineHeight + 4;
	const above = timeNotes(notes, x, period, size);
	const head = unitBottom + above.height;
	const plot: Box = { x: left, y: head + size.lineHeight, width: size.width - inset - left, height };
	const bottom = round(plot.y + height);
	const { scale: y, ticks } = countScale(largest, [bottom, plot.y], 5);
	const times = above.at(unitBottom, plot.y, bottom);
	const years = timeGrid(x, { y: bottom, height: 5 }, size, bottom + 5 + size.lineHeight, ends);
	const spot = (time: number, value: number) => ({ x: round(x(time)), y: round(y(value)) });
	return {
		x,
		y,
		spot,
		at: (datum: Datum): Spot => spot(datum.at, datum.value ?? 0),
		plot,
		/** Top of the room for words: below those of the unit and of times. */
		head,
		/** Bottom of the drawing, with the names of the years. */
		bottom: bottom + 5 + size.lineHeight * 1.5,
		/** What lies behind the marks. */
		behind: [...times.bands, said, ...countAxis(y, ticks, plot, size), years.rules, ...years.names, ...times.words],
		/** The lines down from the words of times. */
		ruled: times.words.flatMap((shape) =>
			shape.type === 'line'
				? [
						[
							{ x: shape.x1, y: shape.y1 },
							{ x: shape.x2, y: shape.y2 },
						] as const,
					]
				: [],
		),
	};
}

/** Widths at which words are broken. */
const WRAP_AT = { wide: 240, middle: 230, narrow: 130 } as const;

/**
 * The annotations of a time or a span of time: words above the plot, each on a line down to the axis; spans as bands.
 * @param x place of a moment; what begins before the plot or ends after it is cut off at its edge
 */
export function timeNotes(
	notes: readonly Note[],
	x: (at: number) => number,
	[from, to]: readonly [number, number],
	size: Size,
) {
	const place = (at: number) => round(x(Math.max(from, Math.min(to, at))));
	// From the right: words that would run into later ones stand above them.
	const times = notes
		.flatMap((note) =>
			note.type === 'time' || note.type === 'span'
				? [{ note, start: place(note.type === 'time' ? note.at : note.from) }]
				: [],
		)
		.sort((a, b) => b.start - a.start);
	const words: { readonly text: TextShape; readonly start: number }[] = [];
	for (const { note, start } of times) {
		// To the right of its line, there in two lines if need be; else to the left.
		const room = size.width - start - 4;
		const beside = wrap(note.label, Math.min(WRAP_AT[size.layout], room), size.text);
		const fits = beside.length <= 2 && linesWidth(beside, size) <= room;
		const lines = fits ? beside : wrap(note.label, WRAP_AT[size.layout], size.text);
		const y = -4 - lines.length * size.lineHeight + size.text;
		const x = fits ? start + 4 : Math.max(start - 4, linesWidth(lines, size));
		let text = label('ch-note ch-halo', size, lines, { x, y }, fits ? 'start' : 'end');
		const inTheWay = (other: (typeof words)[number]) => overlap(boxOf(text), boxOf(other.text), 3);
		for (let other = words.find(inTheWay); other; other = words.find(inTheWay)) {
			const { y, height } = boxOf(text);
			text = { ...text, y: text.y - (y + height + 4 - boxOf(other.text).y) };
		}
		words.push({ text, start });
	}
	const height = Math.ceil(Math.max(0, ...words.map(({ text }) => -boxOf(text).y)));
	return {
		/** Room that the words need above the plot. */
		height,
		/** @param top of the words @param plotTop @param bottom of the plot */
		at: (top: number, plotTop: number, bottom: number) => ({
			bands: times.flatMap(({ note, start }): readonly Shape[] => {
				if (note.type !== 'span') return [];
				const [sure, end] = [place(note.sure ?? note.from), Math.max(start + 2, place(note.to))];
				const piece = (role: string, x: number, end: number) =>
					end > x ? [rect(role, { x, y: plotTop, width: end - x, height: bottom - plotTop })] : [];
				return [...piece('ch-band ch-maybe', start, sure), ...piece('ch-band', sure, end)];
			}),
			words: words.flatMap(({ text, start }): readonly Shape[] => {
				const from = line('ch-note-line', start, boxOf(text).y + top + height, start, bottom);
				return [from, { ...text, y: round(text.y + top + height) }];
			}),
		}),
	};
}
