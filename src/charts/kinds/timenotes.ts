import type { Note } from '../annotations.ts';
import { type LineShape, round, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { timeLabels } from './timelabels.ts';

/** The annotations of a time or a span of time: words above the plot, each on a line down to the axis; spans as bands. */
export interface TimeNotes {
	/** Room that the words need above the plot. */
	readonly height: number;
	/** @param top of the words @param plotTop @param bottom of the plot */
	readonly at: (
		top: number,
		plotTop: number,
		bottom: number,
	) => { readonly bands: readonly Shape[]; readonly lines: readonly LineShape[]; readonly words: readonly Shape[] };
}

/** @param x place of a moment; what begins before the plot or ends after it is cut off at its edge */
export function timeNotes(
	notes: readonly Note[],
	x: (at: number) => number,
	[from, to]: readonly [number, number],
	size: Size,
): TimeNotes {
	const times = notes.filter((note) => note.type === 'time' || note.type === 'span');
	const place = (at: number) => round(x(Math.max(from, Math.min(to, at))));
	const startOf = (note: (typeof times)[number]) => place(note.type === 'time' ? note.at : note.from);
	const header = timeLabels(
		times.map((note) => ({ x: startOf(note), text: note.label })),
		size,
		0,
		size.width,
	);
	return {
		height: header.height,
		at: (top, plotTop, bottom) => ({
			bands: times.flatMap((note): Shape[] => {
				if (note.type !== 'span') return [];
				const start = startOf(note);
				const width = round(Math.max(2, place(note.to) - start));
				const y = round(plotTop);
				return [{ type: 'rect', role: 'ch-band', x: start, y, width, height: round(bottom - plotTop) }];
			}),
			lines: times.map((note, index): LineShape => {
				const x1 = startOf(note);
				const y1 = round((header.tops[index] ?? 0) + top);
				return { type: 'line', role: 'ch-note-line', x1, y1, x2: x1, y2: round(bottom) };
			}),
			words: header.texts.map((text) => ({ ...text, y: round(text.y + top) })),
		}),
	};
}
