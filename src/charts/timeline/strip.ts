import type { Ceasefire, Ledger } from '../../ledger/ledger.ts';
import type { Figure } from '../figure.ts';
import { type Box, overlap } from '../label-placement.ts';
import { exact } from '../number.ts';
import type { Scene, Shape } from '../scene.ts';
import { narrow, type Size, wide } from '../size.ts';
import { BREACHED, type StrikeMark, strikeMark } from '../subject.ts';
import { textWidth } from '../text.ts';
import { axis, yearTicks } from './axis.ts';
import { type Bar, bar, type Frame, timeFrame } from './bar.ts';
import { label } from './label.ts';
import { licencesOf, notes, sourcesOf } from './notes.ts';
import { pointId, pointOf } from './point.ts';
import { spanOf } from './span.ts';
import { overviewSummary } from './summary.ts';
import { ceasefireTable } from './table.ts';
import { years } from './years.ts';

const LANE = 18;
/** Lanes to pack into; what finds no room is drawn on the last, over its neighbours. */
const MOST_LANES = 8;

interface Packed {
	readonly ceasefire: Ceasefire;
	readonly lane: number;
}

/** First lane that is free; linear in the number of ceasefires, since the lanes are few. */
function pack(
	ceasefires: readonly Ceasefire[],
	frame: Frame,
): { readonly packed: readonly Packed[]; readonly lanes: number } {
	const ends: number[] = [];
	const packed = ceasefires.map((ceasefire): Packed => {
		const { left, right } = bar(spanOf(ceasefire), ceasefire.coversIdlib, 0, frame);
		let lane = ends.findIndex((end) => end + 4 <= left);
		if (lane < 0) lane = Math.min(ends.length, MOST_LANES - 1);
		ends[lane] = Math.max(ends[lane] ?? 0, right);
		return { ceasefire, lane };
	});
	return { packed, lanes: ends.length };
}

function draw(ledger: Ledger, shown: readonly Ceasefire[], size: Size): Scene {
	const { from, to } = years(shown);
	const [left, right] = [4, size.width - 10];
	const frame = timeFrame(from, to, left, right);
	const { packed, lanes } = pack(shown, frame);
	const top = size.lineHeight + 8;
	const bottom = top + Math.max(1, lanes) * LANE + 4;
	const middle = (lane: number) => top + lane * LANE + LANE / 2;
	const drawn = packed.map(({ ceasefire, lane }) => ({
		ceasefire,
		lane,
		bar: bar(spanOf(ceasefire), ceasefire.coversIdlib, middle(lane), frame),
	}));
	const shapes: Shape[] = [
		...axis(
			{ ticks: yearTicks(from, to), x: frame.x, size, right: size.width },
			size.lineHeight + 4,
			bottom,
			size.text,
		),
		...drawn.map(
			({ ceasefire, bar: { shapes: marks } }): Shape => ({
				type: 'group',
				role: 'tl-row',
				series: ceasefire.id,
				shapes: [{ type: 'group', role: '', point: pointId(ceasefire), shapes: marks }],
			}),
		),
	];
	const strike = strikeMark(ledger);
	const broken = drawn.find(({ ceasefire }) => ceasefire.id === BREACHED);
	if (!strike || !broken) return finish(size, bottom + 6, shapes);
	const others = drawn
		.filter((other) => other !== broken)
		.map(({ lane, bar: { left: x, right: end } }) => ({ x, y: middle(lane) - 8, width: end - x, height: 16 }));
	return finish(size, bottom + size.lineHeight + 8, [
		...shapes,
		...story(strike, broken, middle(broken.lane), others, frame, bottom, size),
	]);
}

const finish = (size: Size, height: number, shapes: readonly Shape[]): Scene => ({
	width: size.width,
	height: Math.ceil(height),
	layout: size.layout,
	shapes,
});

/** The ceasefire that the site is about, by name, and the strike that broke it. */
function story(
	strike: StrikeMark,
	broken: { readonly ceasefire: Ceasefire; readonly bar: Bar },
	/** Middle of its lane. */
	level: number,
	others: readonly Box[],
	frame: Frame,
	bottom: number,
	size: Size,
): readonly Shape[] {
	const at = frame.x(strike.at);
	const width = textWidth(strike.label, size.text);
	const end = Math.max(width, Math.min(size.width, at + width / 2));
	const { short } = broken.ceasefire;
	const { right } = broken.bar;
	const below = { x: right - textWidth(short, size.text), y: level + 8, width: right, height: size.lineHeight };
	const free = others.every((other) => !overlap(other, below, 2)) && below.x > at + 6;
	return [
		{ type: 'line', role: 'tl-leader', x1: at, y1: level + 6, x2: at, y2: bottom + 4 },
		{ type: 'symbol', role: 'tl-event', symbol: 'cross', x: at, y: level, radius: 5 },
		label('tl-warm', end, bottom + size.text + 4, strike.label, size, { anchor: 'end' }),
		...(free ? [label('tl-label', right, level + 10 + size.text, short, size, { anchor: 'end' })] : []),
	];
}

/** What the marks mean, of those that occur, in one line: there is no room for samples. */
function legend(shown: readonly Ceasefire[]): string {
	const ends = shown.map((ceasefire) => spanOf(ceasefire).end);
	const parts = [
		...(ends.some((end) => end && !end.hard) ? ['striped: end known only roughly'] : []),
		...(ends.includes(null) ? ['arrow: end not known'] : []),
		...(shown.some(({ coversIdlib }) => coversIdlib === 'partly') ? ['thin: part of Idlib'] : []),
	];
	return parts.map((part) => `; ${part}`).join('');
}

/** The timeline in small, for the front page: those that cover Idlib, on one strip of years. */
export function drawStrip(ledger: Ledger): Figure {
	const id = 'ceasefires-strip';
	const shown = [...ledger.ceasefires.values()].filter(({ coversIdlib }) => coversIdlib !== 'no');
	const others = ledger.ceasefires.size - shown.length;
	return {
		id,
		title: 'In Idlib, peace was announced again and again, and seldom lasted',
		summary: `${overviewSummary(shown, ' that cover Idlib, wholly or in part')}${
			others > 0 ? ` The page of all ceasefires has ${exact(others)} more, outside Idlib.` : ''
		}`,
		subtitle: `Time in force, by year${legend(shown)}`,
		drawings: { wide: draw(ledger, shown, wide), narrow: draw(ledger, shown, narrow) },
		table: ceasefireTable(ledger, shown),
		points: shown.map(pointOf),
		sources: sourcesOf(shown),
		licences: licencesOf(ledger),
		notes: notes(shown),
	};
}
