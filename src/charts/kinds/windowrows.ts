import { scaleLinear } from 'd3-scale';
import { shortDate } from '../day.ts';
import { label, linesWidth } from '../plot.ts';
import { round, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { textWidth, wrap } from '../text.ts';
import type { Window } from '../windows.ts';
import { BAR, periodBar } from './windowbar.ts';

/** Height of the bars of how many: less than that of the periods, which the chart is about. */
const THIN = 8;

/** Where the columns of a layout stand: words, bars of how many, bars of when. */
export function windowColumns(size: Size) {
	return size.layout === 'wide'
		? { words: { x: 0, width: 208 }, many: { x: 224, width: 96 }, when: { x: 346, width: size.width - 2 - 346 } }
		: {
				words: { x: 0, width: size.width - 2 },
				many: { x: 1, width: 74 },
				when: { x: 92, width: size.width - 2 - 92 },
			};
}

export interface WindowRow {
	readonly shapes: readonly Shape[];
	readonly bottom: number;
}

/** Writes one figure, who gave it, how many it is and which period it counts. */
export function windowRow(
	window: Window,
	most: number,
	at: (time: number) => number,
	top: number,
	size: Size,
): WindowRow {
	const { words, many, when } = windowColumns(size);
	const isWide = size.layout === 'wide';
	const figureSize = isWide ? 15 : 14;
	const shapes: Shape[] = [];
	let y = top + figureSize;
	const period = shortDate(window.datum.date);
	shapes.push({
		...label('ch-figure ch-halo', size, [window.figure], { x: 0, y }, 'start', 'bold'),
		size: figureSize,
	});
	let middle: number;
	if (isWide) {
		const names = wrap(window.name, words.width, size.text);
		shapes.push(label('ch-detail ch-halo', size, names, { x: 0, y: y + size.lineHeight }));
		const [from, to] = [at(window.datum.date.min), at(window.datum.date.max)];
		const width = linesWidth([period], size);
		// From the start of its bar, or where that leaves the drawing, up to the end of it.
		const start = from + width <= when.x + when.width ? from : Math.max(when.x, to - width);
		shapes.push(label('ch-detail ch-halo', size, [period], { x: start, y }));
		middle = y + 7 + BAR / 2;
		y = Math.max(y + names.length * size.lineHeight, middle + BAR / 2) + 6;
	} else {
		const left = textWidth(window.figure, figureSize, 'bold') + 10;
		const beside = left + textWidth(period, size.text) <= words.width;
		if (!beside) y += size.lineHeight;
		const x = beside ? words.width : 0;
		shapes.push(label('ch-detail ch-halo', size, [period], { x, y }, beside ? 'end' : 'start'));
		const names = wrap(window.name, words.width, size.text);
		shapes.push(label('ch-detail ch-halo', size, names, { x: 0, y: y + size.lineHeight }));
		y += names.length * size.lineHeight;
		middle = y + 7 + BAR / 2;
		y = middle + BAR / 2 + 6;
	}
	const length = scaleLinear().domain([0, most]).range([0, many.width])(window.datum.upper ?? window.datum.value ?? 0);
	shapes.push(
		{
			type: 'rect',
			role: 'ch-many',
			x: many.x,
			y: round(middle - THIN / 2),
			width: round(Math.max(1, length)),
			height: THIN,
		},
		...periodBar(window, at, round(middle)),
	);
	return { shapes: [{ type: 'group', role: 'ch-row ch-series-1', shapes }], bottom: y };
}
