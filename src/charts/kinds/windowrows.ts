import { scaleLinear } from 'd3';
import { shortDate } from '../day.ts';
import type { Spot } from '../label-placement.ts';
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

/** A row as drawn. */
export interface WindowRow {
	readonly shapes: readonly Shape[];
	readonly bottom: number;
}

interface Placing {
	/** The figure that fills the bars of how many. */
	readonly most: number;
	/** Place of a moment on the time axis. */
	readonly at: (time: number) => number;
	readonly top: number;
	readonly size: Size;
}

/** The words of a row, and the height at which its bars stand. */
interface Words {
	readonly shapes: readonly Shape[];
	readonly middle: number;
	readonly bottom: number;
}

const detail = (size: Size, lines: readonly string[], at: Spot, anchor?: 'end') =>
	label('ch-detail ch-halo', size, lines, at, anchor);

/** The wide layout: the words beside the bars, the period over its own. */
function besideBars(window: Window, figureSize: number, { at, top, size }: Placing): Words {
	const { words, when } = windowColumns(size);
	const period = shortDate(window.datum.date);
	const baseline = top + figureSize;
	const names = wrap(window.name, words.width, size.text);
	const [from, to] = [at(window.datum.date.min), at(window.datum.date.max)];
	const width = linesWidth([period], size);
	// From the start of its bar, or where that leaves the drawing, up to the end of it.
	const start = from + width <= when.x + when.width ? from : Math.max(when.x, to - width);
	const middle = baseline + 7 + BAR / 2;
	return {
		shapes: [
			detail(size, names, { x: 0, y: baseline + size.lineHeight }),
			detail(size, [period], { x: start, y: baseline }),
		],
		middle,
		bottom: Math.max(baseline + names.length * size.lineHeight, middle + BAR / 2) + 6,
	};
}

/** The narrow layout: the words above the bars, the period behind the figure where it fits. */
function aboveBars(window: Window, figureSize: number, { top, size }: Placing): Words {
	const { words } = windowColumns(size);
	const period = shortDate(window.datum.date);
	const left = textWidth(window.figure, figureSize, 'bold') + 10;
	const beside = left + textWidth(period, size.text) <= words.width;
	const baseline = top + figureSize + (beside ? 0 : size.lineHeight);
	const names = wrap(window.name, words.width, size.text);
	const middle = baseline + names.length * size.lineHeight + 7 + BAR / 2;
	return {
		shapes: [
			detail(size, [period], { x: beside ? words.width : 0, y: baseline }, beside ? 'end' : undefined),
			detail(size, names, { x: 0, y: baseline + size.lineHeight }),
		],
		middle,
		bottom: middle + BAR / 2 + 6,
	};
}

/** Writes one figure, who gave it, how many it is and which period it counts. */
export function windowRow(window: Window, placing: Placing): WindowRow {
	const { most, at, top, size } = placing;
	const { many } = windowColumns(size);
	const isWide = size.layout === 'wide';
	const figureSize = isWide ? 15 : 14;
	const figure = label('ch-figure ch-halo', size, [window.figure], { x: 0, y: top + figureSize }, 'start', 'bold');
	const { shapes, middle, bottom } = (isWide ? besideBars : aboveBars)(window, figureSize, placing);
	const length = scaleLinear().domain([0, most]).range([0, many.width])(window.datum.upper ?? window.datum.value ?? 0);
	const bar: Shape = {
		type: 'rect',
		role: 'ch-many',
		x: many.x,
		y: round(middle - THIN / 2),
		width: round(Math.max(1, length)),
		height: THIN,
	};
	return {
		shapes: [
			{
				type: 'group',
				role: 'ch-row ch-series-1',
				shapes: [{ ...figure, size: figureSize }, ...shapes, bar, ...periodBar(window, at, round(middle))],
			},
		],
		bottom,
	};
}
