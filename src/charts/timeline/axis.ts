import { toDate } from '../../ledger/date.ts';
import { SHORT_MONTHS } from '../day.ts';
import { round, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { textWidth } from '../text.ts';

/** A moment on the axis, UTC milliseconds, with its words. */
export interface Tick {
	readonly at: number;
	readonly label: string;
	/** Year, set below the first label of each. */
	readonly year?: string;
}

const start = (value: string): number => toDate(value).min;

/** First of January of each year from `from` to `to`, inclusive. */
export function yearTicks(from: number, to: number): readonly Tick[] {
	const ticks: Tick[] = [];
	const last = new Date(to).getUTCFullYear();
	for (let year = new Date(from).getUTCFullYear(); year <= last; year++) {
		const at = start(String(year).padStart(4, '0'));
		if (at >= from && at <= to) ticks.push({ at, label: String(year) });
	}
	return ticks;
}

/** First of each month in [from, to). */
export function monthTicks(from: number, to: number): readonly Tick[] {
	const ticks: Tick[] = [];
	const first = new Date(from);
	for (let n = first.getUTCFullYear() * 12 + first.getUTCMonth(); ; n++) {
		const [year, month] = [Math.floor(n / 12), n % 12];
		const at = start(`${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}`);
		if (at >= to) return ticks;
		if (at < from) continue;
		ticks.push({ at, label: SHORT_MONTHS[month] ?? '', year: String(year) });
	}
}

/** Every k-th tick keeps its label, k as small as their widths allow; months count from January, years from the first. */
function labelled(ticks: readonly Tick[], x: (time: number) => number, size: Size): readonly Tick[] {
	const [first, second] = ticks;
	if (!first || !second) return ticks;
	const pitch = Math.min(...ticks.slice(1).map((tick, i) => x(tick.at) - x(ticks[i]?.at ?? tick.at)));
	const widest = Math.max(...ticks.map((tick) => textWidth(tick.label, size.text)));
	const step = [1, 2, 3, 4, 6, 12, 24, 60, 120].find((k) => k * pitch >= widest + 8) ?? ticks.length;
	return ticks.filter((_, i) => i % step === 0);
}

export interface AxisOptions {
	readonly ticks: readonly Tick[];
	readonly x: (time: number) => number;
	readonly size: Size;
	/** Right end that a label may not pass. */
	readonly right: number;
}

/** Vertical rules from `top` to `bottom`, and the labels with their baseline at `baseline`. */
export function axis(options: AxisOptions, top: number, bottom: number, baseline: number): readonly Shape[] {
	const { ticks, x, size, right } = options;
	// All in one path: a page holds several drawings with a rule for each month or year.
	const d = ticks.map((tick) => `M${round(x(tick.at))},${round(top)}V${round(bottom)}`).join('');
	const rules: readonly Shape[] = d && bottom > top ? [{ type: 'path', role: 'tl-rule', d }] : [];
	let clear = Number.NEGATIVE_INFINITY;
	let said: string | undefined;
	const labels: Shape[] = labelled(ticks, x, size).flatMap((tick): readonly Shape[] => {
		const width = textWidth(tick.label, size.text);
		// The last one is moved inwards rather than left out: a reader takes the last label for the end of the axis.
		const at = Math.min(x(tick.at) + 3, right - width);
		if (at < clear) return [];
		clear = at + width + 4;
		const year = tick.year === said ? undefined : tick.year;
		said = tick.year;
		const common = { type: 'text', x: at, anchor: 'start', size: size.text, lineHeight: size.lineHeight } as const;
		return [
			{ ...common, role: 'tl-tick', y: baseline, lines: [tick.label] },
			...(year ? [{ ...common, role: 'tl-tick', y: baseline + size.lineHeight, lines: [year] } satisfies Shape] : []),
		];
	});
	return [...rules, ...labels];
}
