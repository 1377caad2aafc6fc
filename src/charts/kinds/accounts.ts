import { scaleLinear } from 'd3';
import type { Ledger } from '../../ledger/ledger.ts';
import { formatQuantity } from '../../ledger/quantity.ts';
import { type AccountChart, accountChart, type SpeakerDatum, type SpeakerRow } from '../accounts.ts';
import { ChartError } from '../data.ts';
import { ofData } from '../datafigure.ts';
import type { Drawn, Kind } from '../figure.ts';
import { ARROW, arrow, group, interval, line, marker, openSide, rect, round, sceneOf } from '../marks.ts';
import { beside, type Columns, columnsFor, heading, type KeyItem, keyRows, rowOf } from '../rows.ts';
import type { Scene, Shape, Size } from '../scene.ts';
import { boxOf, label, linesWidth, textWidth, wrap } from '../text.ts';
import { bindFigures, capital, countedWords, quantityOf, tickWords } from '../words.ts';

/** Half of the width of a mark that stands, and of one that was replaced. */
const [STANDING, REPLACED] = [6, 3.2];
/** Height of the strip of marks. */
const STRIP = 26;

type At = (value: number) => number;

const hasNumber = ({ datum }: SpeakerDatum): boolean => datum.value !== null;
const most = ({ said }: SpeakerRow): number => Math.max(0, ...said.map(({ datum }) => datum.upper ?? datum.value ?? 0));

/**
 * Draws who says what about the same thing: one row for each speaker, all on one scale; below, what has no number.
 * @param counted what the numbers count: "people killed"
 */
export function accountsScene({ rows, range }: AccountChart, counted: string, size: Size): Scene {
	const names = rows.flatMap(({ name, detail }) => [name, detail]);
	const columns = columnsFor(names, size);
	const { left, right } = columns;
	const low = range?.ends.low.quantity?.value ?? 0;
	const numbers = rows
		.filter(({ said }) => said.some(hasNumber))
		.map((row) => ((row.value?.value ?? low) < low ? { ...row, figure: `${row.figure}: only a minimum` } : row));
	// The scale ends on a tick beyond the largest number.
	const x = scaleLinear()
		.domain([0, Math.max(1, ...rows.map(most)) * 1.02])
		.nice(5);
	x.range([left, scaleEnd(numbers, x.domain()[1] ?? 1, columns)]);
	const at: At = (value) => round(x(value));
	const head = rangeHead(range, counted, at, size, right);
	const axisY = head.bottom + size.text;
	const top = axisY + 6;
	const marked = stack(numbers, top, (row, y) => numberRow(row, y, at, columns, low));
	const bottom = marked.bottom + 4;
	const words = inWords(rows);
	const wordsHead = words.length > 0 ? heading('Without a number', size, bottom + 22) : undefined;
	const spoken = keyRows(words, size, wordsHead?.bottom ?? bottom + 20);
	const ticks = x.ticks(5).filter(Number.isInteger);
	const tickTexts = tickWords(ticks);
	const grid = ticks.flatMap((tick, index): readonly Shape[] => {
		const text = tickTexts[index] ?? '';
		const middle = Math.max(textWidth(text, size.text) / 2, at(tick));
		return [
			line('ch-grid', at(tick), top, at(tick), bottom),
			...[axisY, bottom + size.lineHeight].map((y) => label('ch-tick', size, [text], { x: middle, y }, 'middle')),
		];
	});
	const key = keyRows(markKey(numbers, low), size, spoken.bottom + 10);
	const said = [...(wordsHead ? [wordsHead.shape] : []), ...spoken.shapes];
	const shapes = [...head.band(bottom), ...grid, head.text, ...marked.shapes, ...said, ...key.shapes];
	return sceneOf(size, key.bottom, shapes);
}

interface Placed {
	readonly shapes: readonly Shape[];
	readonly bottom: number;
}

/** Rows below one another, each under the kind of source that its speaker is: a reader can ask for one kind alone. */
function stack(rows: readonly SpeakerRow[], top: number, draw: (row: SpeakerRow, y: number) => Placed): Placed {
	let bottom = top;
	const groups = rows.map((row): Shape => {
		const drawn = draw(row, bottom);
		bottom = drawn.bottom;
		return group('ch-row', drawn.shapes, { series: row.said[0]?.datum.group ?? '' });
	});
	return { shapes: groups, bottom };
}

/** What is counted, and the range of the accounts that stand: in words above the band that lies behind the rows. */
function rangeHead(range: AccountChart['range'], counted: string, at: At, size: Size, right: number) {
	const words = range ? `${capital(counted)}, latest counts: ${bindFigures(range.words)}` : capital(counted);
	const lines = wrap(words, right, size.text, 'bold');
	const { low, high } = range?.ends ?? {};
	const from = at(low?.quantity?.value ?? 0);
	const to = range ? at(high?.quantity?.upper ?? high?.quantity?.value ?? 0) : right;
	const half = linesWidth(lines, size, 'bold') / 2;
	const middle = Math.max(half, Math.min(right - half, (from + to) / 2));
	const text = label('ch-range', size, lines, { x: middle, y: size.text }, 'middle', 'bold');
	const y = round(boxOf(text).y + boxOf(text).height + 2);
	const band = (bottom: number): readonly Shape[] =>
		range ? [rect('ch-band', { x: from, y, width: to - from, height: bottom - y })] : [];
	return { text, band, bottom: y + 3 };
}

/** Right end of the scale: behind every mark there is room for its figure, except where that would leave no scale. */
function scaleEnd(rows: readonly SpeakerRow[], largest: number, { size, left, right }: Columns): number {
	const ends = rows.map((row) => {
		const room = size.width - ARROW - 10 - textWidth(row.figure, size.text, 'bold') - left;
		return left + (room * largest) / Math.max(most(row), 1);
	});
	return Math.min(right - ARROW - 4, ...ends.filter((end) => end > left + (right - left) * 0.45));
}

/**
 * A speaker who gave numbers: what stands large, what it replaced small, both on one line, and what stands in words.
 * @param low where the range of the latest counts begins: below it a number is only a minimum, and hollow
 */
function numberRow(row: SpeakerRow, top: number, at: At, columns: Columns, low: number): Placed {
	const { size } = columns;
	const said = row.said
		.filter(hasNumber)
		.toSorted((a, b) => Number(b.superseded) - Number(a.superseded) || (a.datum.value ?? 0) - (b.datum.value ?? 0));
	// Of several reports of the highest number the first is what the figure says.
	const last = said.find(({ datum, superseded }) => !superseded && datum.value === said.at(-1)?.datum.value);
	const side = last && openSide(last.datum.qualifier);
	const spots = said.flatMap(({ datum }) => [at(datum.value ?? 0), at(datum.upper ?? datum.value ?? 0)]);
	const [least, highest] = [Math.min(...spots), Math.max(...spots)];
	const extent = {
		left: least - (side === 'left' ? ARROW : STANDING),
		right: highest + (side === 'right' ? ARROW : STANDING),
	};
	const near = beside('ch-value ch-halo', row.figure, extent, 0, columns, 'bold');
	// Without room beside the marks the figure stands above them.
	const above = near ? 0 : size.lineHeight;
	const placed = rowOf({ ...row, strong: true }, columns, top, STRIP + above);
	const y = placed.y + above / 2;
	const value = near ?? label('ch-value ch-halo', size, [row.figure], { x: size.width, y: -STRIP / 2 }, 'end', 'bold');
	const marks = said.map((one): Shape => {
		const { datum, superseded } = one;
		const from = at(datum.value ?? 0);
		const mark =
			datum.upper === undefined
				? marker(datum, from, y, !superseded && (datum.value ?? low) < low, superseded ? REPLACED : STANDING)
				: interval(from, at(datum.upper), y, datum.id);
		const reach = one === last && side ? [arrow(from, y, side)] : [];
		return group(superseded ? 'ch-replaced' : 'ch-series-1', [...reach, mark]);
	});
	const chain = line('ch-chain', least, y, highest, y);
	return {
		shapes: [
			...placed.words,
			...(said.length > 1 && highest > least ? [chain] : []),
			...marks,
			{ ...value, y: round(value.y + y) },
		],
		bottom: placed.bottom,
	};
}

/** What was said without a number, by whom. */
const inWords = (rows: readonly SpeakerRow[]): readonly KeyItem[] =>
	rows.flatMap(({ name, value, said }) =>
		said
			.filter((one) => !hasNumber(one))
			.map(({ datum }) => ({
				words: `${name}${value ? ', in one report' : ''}: ${datum.qualifier === 'not given' ? 'none given' : `“${formatQuantity(quantityOf(datum))}”`}`,
				lead: -6,
				sample: () => [],
				of: { point: datum.id, series: datum.group },
			})),
	);

/** What the small marks and the shade mean, where there are any. @param low where the shade begins */
function markKey(rows: readonly SpeakerRow[], low: number): readonly KeyItem[] {
	const numbers = rows.flatMap(({ said }) => said.filter(hasNumber));
	const dot: KeyItem = {
		words: 'an earlier count of the same speaker',
		lead: 12,
		sample: (x, y) => [group('ch-replaced', [marker(undefined, x + 6, y, false, REPLACED)])],
	};
	const shade: KeyItem = {
		words: 'range of the latest counts',
		lead: 24,
		sample: (x, y) => [rect('ch-band', { x, y: y - 6, width: 24, height: 12 })],
	};
	return [
		...(numbers.some(({ datum, superseded }) => !superseded && (datum.value ?? low) < low) ? [shade] : []),
		...(numbers.some(({ superseded }) => superseded) ? [dot] : []),
	];
}

/** Who says what about the same thing. */
export function drawAccounts(ledger: Ledger, chart: Kind<'accounts'>): Drawn {
	if (chart.annotations?.length) throw new ChartError(chart.id, 'a chart of accounts takes no annotations');
	const accounts = accountChart(ledger, chart.id, chart.about, chart.measure);
	const measure = ledger.measures.get(chart.measure);
	return ofData(ledger, chart, {
		data: accounts.rows.flatMap(({ said }) => said.map(({ datum }) => datum)),
		series: [],
		groupHeading: 'Kind of source',
		scene: (size) => accountsScene(accounts, measure ? countedWords(measure) : chart.measure, size),
		measure,
	});
}
