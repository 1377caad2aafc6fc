import type { Note } from '../annotations.ts';
import { bindFigures } from '../bind.ts';
import { type ChartSeries, type Datum, yearly } from '../data.ts';
import { shortDate } from '../day.ts';
import type { Labeller, TextWish } from '../label.ts';
import type { Spot } from '../label-placement.ts';
import { seriesRole } from '../marks.ts';
import { label } from '../plot.ts';
import type { Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { DROP, textWidth, wrap } from '../text.ts';
import { shortAmount } from '../words.ts';
import { telling } from './series-line.ts';

export interface LineLabels {
	readonly words: readonly Shape[];
	/** Labels of the claims, by the id of their datum. */
	readonly claims: ReadonlyMap<string, readonly Shape[]>;
	/** Bottom of the drawing with what found no room in the plot and stands below it. */
	readonly bottom: number;
}

export interface LabelledLines {
	readonly series: readonly ChartSeries[];
	readonly notes: readonly Note[];
	readonly at: (datum: Datum) => Spot;
	/** Marker of a series for beside its name. */
	readonly sample: (index: number, last: Datum, x: number, y: number) => Shape;
	/** Names and last values stand beside the plot already. */
	readonly named: boolean;
	/** From here down there is room below the plot. */
	readonly below: number;
}

/**
 * Sets the words in the plot of a line chart. Values come first, since they have one place; notes and names can
 * stand further off. What finds no room is set below the plot: an editor's words are never dropped.
 */
export function lineLabels(
	{ series, notes, at, sample, named, below }: LabelledLines,
	labels: Labeller,
	size: Size,
): LineLabels {
	const several = series.length > 1;
	const isWide = size.layout !== 'narrow';
	const words: Shape[] = [];
	const claims = new Map<string, readonly Shape[]>();
	const unplaced: string[] = [];
	const widths = isWide ? [190, 130, 90] : [130, 90, 62];
	const text = (wish: TextWish): readonly Shape[] => {
		const shapes = labels.putText({ ...wish, role: `${wish.role} ch-halo` });
		if (!shapes) unplaced.push(wish.text);
		return shapes ?? [];
	};
	const value = (datum: Datum, index: number, optional: boolean, dated = false) => {
		const others = notes.some((note) => note.type === 'claim' && note.datum.at > datum.at);
		const wish = {
			role: `ch-value ${seriesRole(index)} ch-halo`,
			lines: [dated && yearly(datum) ? `${shortDate(datum.date)}: ${shortAmount(datum)}` : shortAmount(datum)],
			anchors: [at(datum)],
			weight: several ? ('regular' as const) : ('bold' as const),
			lead: !optional,
			optional,
			notRight: others && !dated,
		};
		words.push(...(labels.put(wish) ?? []));
	};
	const placeClaims = () => {
		for (const note of notes) {
			if (note.type !== 'claim') continue;
			const wish = { role: 'ch-note ch-claim', text: note.label, widths, anchors: [at(note.datum)] };
			claims.set(note.datum.id, text(wish));
		}
	};
	// Beside a single line there is room on the free side of its last value; between several the values need it.
	const claimsFirst = isWide && !several;
	if (claimsFirst) placeClaims();
	// Of several lines each has its last value with its name.
	for (const { last, index } of named || several ? [] : fromHighest(series)) value(last, index, false);
	const noted = new Set(notes.flatMap((note) => (note.type === 'datum' ? [note.datum.id] : [])));
	const [first] = series;
	for (const datum of first ? telling(first, noted) : []) value(datum, 0, true, true);
	if (!claimsFirst) placeClaims();
	for (const note of notes) {
		if (note.type === 'datum')
			words.push(...text({ role: 'ch-note', text: note.label, widths, anchors: [at(note.datum)] }));
	}
	if (!named && several) {
		const found = names({ series, at, sample }, labels, size);
		words.push(...found.shapes);
		unplaced.push(...found.unplaced);
	}
	let bottom = below;
	for (const left of unplaced) {
		const lines = wrap(left, size.width, size.text);
		words.push(label('ch-note', size, lines, { x: 0, y: bottom + size.text }));
		bottom += lines.length * size.lineHeight;
	}
	return { words, claims, bottom };
}

/** The last value of each series, from the highest down, so that labels stand above one another as their points do. */
const fromHighest = (series: readonly ChartSeries[]) =>
	series
		.flatMap((strand, index) => {
			const last = strand.data.at(-1);
			return last ? [{ last, index }] : [];
		})
		.sort((a, b) => (b.last.value ?? 0) - (a.last.value ?? 0) || a.index - b.index);

/**
 * Names of several series with their last values, in one block near the ends of the lines: the highest first, each
 * behind its marker. Where the block would lie across a line as it is, values that need it go below their names.
 */
function names({ series, at, sample }: Pick<LabelledLines, 'series' | 'at' | 'sample'>, labels: Labeller, size: Size) {
	const ends = fromHighest(series).map(({ last, index }) => {
		const name = `${series[index]?.label ?? ''}:`;
		return { last, index, name, words: bindFigures(`${name} ${shortAmount(last)}`) };
	});
	const whole = ends.map(({ words }) => [words]);
	const width = Math.max(...ends.map(({ name }) => textWidth(name, size.text, 'bold')));
	const broken = ends.map(({ words }) => wrap(words, width, size.text, 'bold'));
	const anchors = ends.map(({ last }) => at(last)).reverse();
	const marker = ({ last, index }: (typeof ends)[number], x: number, y: number): Shape => ({
		type: 'group',
		role: seriesRole(index),
		shapes: [sample(index, last, x, y)],
	});
	/** Finds the place of the block by its text as a whole. */
	const placed = (rows: readonly (readonly string[])[], clear: boolean) => {
		const [first] = ends;
		const block = labels.put({
			role: 'ch-name',
			lines: rows.flat(),
			anchors,
			weight: 'bold',
			lead: false,
			clear,
			...(first ? { sample: (x: number, y: number) => marker(first, x, y) } : {}),
		});
		const text = block?.find((shape) => shape.type === 'text');
		return text && { rows, text };
	};
	const found = placed(whole, true) ?? placed(broken, true) ?? placed(whole, false);
	if (!found) return { shapes: [], unplaced: whole.flat() };
	const { rows, text } = found;
	let { y } = text;
	return {
		shapes: ends.flatMap((end, row): readonly Shape[] => {
			const lines = rows[row] ?? [];
			const own = `ch-name ${seriesRole(end.index)} ch-halo`;
			const shapes = [
				marker(end, text.x - 8, y - size.text * DROP),
				label(own, size, lines, { x: text.x, y }, 'start', 'bold'),
			];
			y += lines.length * size.lineHeight;
			return shapes;
		}),
		unplaced: [],
	};
}
