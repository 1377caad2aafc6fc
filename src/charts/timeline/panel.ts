import type { Ceasefire } from '../../ledger/ledger.ts';
import { type ChartSeries, type Datum, largestOf } from '../data.ts';
import { shortDate } from '../day.ts';
import { labeller } from '../label.ts';
import { type Box, overlap, type Segment, type Spot } from '../label-placement.ts';
import { tickWords } from '../number.ts';
import { countAxis, countScale, gutter, label, linesWidth, timeGrid } from '../plot.ts';
import { round, type Scene, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { wrap } from '../text.ts';
import { timeScale } from '../time.ts';
import { shortAmount } from '../words.ts';
import { bar, type Frame } from './bar.ts';
import { pointId, shortHeld } from './record.ts';
import { spanOf } from './span.ts';

/** What is drawn, and from when to when. */
export interface Content {
	readonly truces: readonly Ceasefire[];
	readonly line: ChartSeries;
	/** From when on the line counts. */
	readonly begins: number | undefined;
	/** Counts of a time that the line does not hold, with what is said of each. */
	readonly apart: readonly { readonly datum: Datum; readonly label: string }[];
	readonly from: number;
	readonly to: number;
}

const HEIGHT = { wide: 280, middle: 230, narrow: 210 } as const;

/** A truce with its name at a level above the plot, and the columns that its band and its name take. */
interface Flag {
	readonly truce: Ceasefire;
	readonly lines: readonly string[];
	readonly anchor: 'start' | 'end';
	readonly band: Box;
	readonly name: Box;
}

/**
 * Every truce hangs from its name, in order of time; names stand one above the other where they would touch, and no band
 * runs through the name of another.
 */
function flagsOf(truces: readonly Ceasefire[], frame: Frame, size: Size): readonly Flag[] {
	const placed: Flag[] = [];
	const measured = truces.map((truce) => {
		const { start, end } = spanOf(truce);
		const at = (time: number) => frame.x(Math.min(frame.to, Math.max(frame.from, time)));
		const lines = [truce.short, shortHeld(truce)];
		return { truce, lines, left: at(start.min), right: at((end ?? start).max), width: linesWidth(lines, size) };
	});
	const outer = ({ left, width }: (typeof measured)[number]) => left + width > size.width;
	// Those that can only stand to the left of their bands first.
	for (const one of [...measured.filter(outer).toReversed(), ...measured.filter((each) => !outer(each))]) {
		const { truce, lines, left, right, width } = one;
		const flag = (level: number, anchor: Flag['anchor']): Flag => {
			const x = (anchor === 'end' ? right - width : left) - 4;
			const band = { x: left, y: level + 1, width: right - left, height: 1000 };
			return { truce, lines, anchor, band, name: { x, y: level, width: width + 8, height: 1 } };
		};
		const levels = Array.from({ length: truces.length + 1 }, (_, level) => level);
		const flags = [
			...(outer(one) ? [] : levels.map((level) => flag(level, 'start'))),
			...(right < width ? [] : levels.map((level) => flag(level, 'end'))),
		];
		const apart = flags.filter(({ name }) => placed.every((other) => !overlap(name, other.name)));
		const clear = apart.find(({ band, name }) =>
			placed.every((other) => !overlap(name, other.band) && !overlap(band, other.name)),
		);
		placed.push(clear ?? apart[0] ?? flag(truces.length, 'end'));
	}
	return placed;
}

/** The truces as bands behind one line of people displaced, each named at its top. */
export function closeUpScene({ truces, line, begins, apart, from, to }: Content, size: Size): Scene {
	const { width, text, lineHeight, layout } = size;
	const values = [...line.data, ...apart.map(({ datum }) => datum)].map(({ value }) => value ?? 0);
	const ticksFor = (top: number, bottom: number) => countScale(Math.max(0, ...values), [bottom, top], 4);
	const counted = ticksFor(0, 1).ticks;
	const left = layout === 'narrow' ? gutter(counted, size) : Math.ceil(linesWidth(tickWords(counted), size)) + 8;
	const time = timeScale(from, to, [left, width - 4]);
	const frame: Frame = { from, to, x: (at) => time(at) };
	const flags = flagsOf(truces, frame, size);
	const step = 2 * lineHeight + 4;
	const rough = truces.some((truce) => spanOf(truce).end?.min !== spanOf(truce).end?.max);
	const signs = `Line: ${line.label}. Shaded: a ceasefire stood${rough ? '; stripes: its end is known only roughly' : ''}.`;
	const key = wrap(signs, width - 4, text);
	const head = key.length * lineHeight + 6;
	const top = round(head + Math.max(0, ...flags.map(({ name }) => name.y + 1)) * step + lineHeight);
	const bottom = top + HEIGHT[layout];
	const plot: Box = { x: left, y: top, width: width - 4 - left, height: bottom - top };
	const { scale, ticks } = ticksFor(top, bottom);
	const spotOf = ({ at, value }: Datum): Spot => ({ x: round(frame.x(at)), y: round(scale(value ?? 0)) });
	const spots = line.data.map(spotOf);
	const first = begins === undefined || begins < from ? [] : [{ x: round(frame.x(begins)), y: bottom }];
	const segments = [...first, ...spots].slice(1).map((spot, i): Segment => [[...first, ...spots][i] ?? spot, spot]);
	const path = (all: readonly Spot[]) => all.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x},${y}`).join('');
	const bands = flags.flatMap(({ truce, lines, anchor, band, name }): readonly Shape[] => {
		const y = head + name.y * step;
		const high = bottom - y - step;
		return [
			{ type: 'group', role: '', point: pointId(truce), shapes: bar(spanOf(truce), 'tl-truce', y + step, high, frame) },
			label('tl-name', size, lines, { x: anchor === 'end' ? band.x + band.width : band.x, y: y + text }, anchor),
		];
	});
	const axis = countAxis(scale, ticks, plot, size);
	const labels = labeller(
		size,
		{ ...plot, y: top - lineHeight, height: bottom - top + lineHeight - 4 },
		segments,
		spots,
	);
	const blocks = apart.flatMap(({ datum, label: words }): readonly Shape[] => {
		const [a, b] = [frame.x(Math.max(from, datum.date.min)), frame.x(Math.min(to, datum.date.max))];
		const y = round(scale(datum.value ?? 0));
		const lines = wrap(words, Math.max(b - a, 110), text);
		const at = { x: (a + b) / 2, y: y - 6 - (lines.length - 1) * lineHeight };
		const box = { x: round(a), y, width: round(b - a), height: bottom - y };
		return [
			{ type: 'rect', role: 'tl-block', point: datum.id, ...box },
			label('tl-value ch-halo', size, lines, at, 'middle'),
		];
	});
	labels.keep([...axis, ...blocks, ...bands]);
	const said = [...new Set([largestOf(line.data), line.data[0]])].flatMap((datum): readonly Shape[] => {
		if (!datum) return [];
		const words = [shortAmount(datum), `by ${shortDate(datum.date)}`];
		return labels.put({ role: 'tl-value ch-halo', anchors: [spotOf(datum)], words }) ?? [];
	});
	const grid = timeGrid(time, { y: bottom, height: 5 }, size, bottom + text + 9);
	const marks = line.data.map((datum): Shape => {
		return { type: 'symbol', role: 'tl-dot', point: datum.id, symbol: 'circle', ...spotOf(datum), radius: 3.4 };
	});
	return {
		width,
		height: Math.ceil(bottom + lineHeight + 13),
		layout,
		shapes: [
			label('ch-detail', size, key, { x: 0, y: text }),
			...bands,
			...axis,
			grid.rules,
			...grid.names,
			...blocks,
			{
				type: 'group',
				role: '',
				series: line.id,
				shapes: [
					...(spots[0] ? [{ type: 'path', role: 'tl-line tl-rise', d: path([...first, spots[0]]) } as const] : []),
					{ type: 'path', role: 'tl-line', d: path(spots) },
					...marks,
				],
			},
			...said,
		],
	};
}
