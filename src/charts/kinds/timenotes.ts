import type { Note } from '../annotations.ts';
import { overlap } from '../label-placement.ts';
import { boxOf, label, linesWidth } from '../plot.ts';
import { line, rect, round, type Shape, type TextShape } from '../scene.ts';
import type { Size } from '../size.ts';
import { wrap } from '../text.ts';

/** The annotations of a time or a span of time: words above the plot, each on a line down to the axis; spans as bands. */
export interface TimeNotes {
	/** Room that the words need above the plot. */
	readonly height: number;
	/** @param top of the words @param plotTop @param bottom of the plot */
	readonly at: (
		top: number,
		plotTop: number,
		bottom: number,
	) => { readonly bands: readonly Shape[]; readonly words: readonly Shape[] };
}

/** Widths at which words are broken. */
const WRAP_AT = { wide: 240, middle: 230, narrow: 130 } as const;

/** @param x place of a moment; what begins before the plot or ends after it is cut off at its edge */
export function timeNotes(
	notes: readonly Note[],
	x: (at: number) => number,
	[from, to]: readonly [number, number],
	size: Size,
): TimeNotes {
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
		height,
		at: (top, plotTop, bottom) => ({
			bands: times.flatMap(({ note, start }): readonly Shape[] => {
				if (note.type !== 'span') return [];
				const width = Math.max(2, place(note.to) - start);
				return [rect('ch-band', { x: start, y: plotTop, width, height: bottom - plotTop })];
			}),
			words: words.flatMap(({ text, start }): readonly Shape[] => {
				const from = line('ch-note-line', start, boxOf(text).y + top + height, start, bottom);
				return [from, { ...text, y: round(text.y + top + height) }];
			}),
		}),
	};
}
