import { toDate } from '../../ledger/date.ts';
import type { Ceasefire, Ledger } from '../../ledger/ledger.ts';
import type { Drawings, Figure } from '../figure.ts';
import { round, type Shape } from '../scene.ts';
import { narrow, type Size, wide } from '../size.ts';
import { BREACHED, OFFENSIVE, strikeMark } from '../subject.ts';
import { writeDrawing } from '../svg.ts';
import { textWidth } from '../text.ts';
import { axis, yearTicks } from './axis.ts';
import { timeFrame } from './bar.ts';
import { gather, type Seen } from './group-rows.ts';
import { key, samplesFor } from './key.ts';
import { label } from './label.ts';
import { licencesOf, notes, sourcesOf } from './notes.ts';
import { pointOf } from './point.ts';
import { columns, type RowGroup, rows } from './rows.ts';
import { overviewSummary } from './summary.ts';
import { ceasefireTable } from './table.ts';
import { years } from './years.ts';

export interface OverviewOptions {
	/** Draw only these, in the order of the ledger. */
	readonly ids?: ReadonlySet<string>;
}

function draw(
	id: string,
	ledger: Ledger,
	shown: readonly Ceasefire[],
	groups: readonly RowGroup[],
	size: Size,
): string {
	const at = columns(groups, size);
	const { from, to } = years(shown);
	const frame = timeFrame(from, to, at.left, at.right);
	const legend = key(samplesFor(shown), size, 0);
	const offensive = ledger.topics.get(OFFENSIVE)?.date;
	const period = offensive === undefined ? undefined : toDate(offensive);
	const inside = period && period.min >= from && period.max < to ? period : undefined;
	const bandLabel = 'offensive on Idlib';
	const bandTop = legend.bottom + 4;
	const baseline = bandTop + (inside ? 2 * size.lineHeight + 2 : size.lineHeight);
	const placed = rows(groups, at, frame, baseline + 2);
	const bottom = placed.bottom + 4;
	const ticks = yearTicks(from, to);
	const shapes: Shape[] = [...legend.shapes];
	if (inside) {
		const left = round(frame.x(inside.min));
		const right = round(frame.x(inside.max));
		const width = textWidth(bandLabel, size.text);
		const centre = Math.min(size.width - width / 2, Math.max(width / 2, (left + right) / 2));
		shapes.push(
			{
				type: 'rect',
				role: 'tl-band',
				x: left,
				y: bandTop + size.lineHeight + 2,
				width: right - left,
				height: bottom - bandTop - size.lineHeight - 2,
			},
			label('tl-warm', centre, bandTop + size.lineHeight - 2, bandLabel, size, { anchor: 'middle' }),
		);
	}
	const options = { ticks, x: frame.x, size, right: size.width };
	shapes.push(
		...axis(options, baseline + 4, bottom, baseline),
		...placed.shapes,
		...axis(options, bottom, bottom, bottom + size.lineHeight - 1).filter(({ type }) => type === 'text'),
	);
	return writeDrawing(
		{ width: size.width, height: Math.ceil(bottom + size.lineHeight + 4), layout: size.layout, shapes },
		id,
	);
}

/** The strike near Harem, on the bar of the ceasefire that it broke. */
function strikeOn(ledger: Ledger, shown: readonly Ceasefire[]): Seen | undefined {
	const strike = strikeMark(ledger);
	return strike && shown.some(({ id }) => id === BREACHED) ? { id: BREACHED, ...strike } : undefined;
}

/** Every ceasefire of the ledger, or those asked for, as one bar each on one axis of years. */
export function drawOverview(ledger: Ledger, { ids }: OverviewOptions = {}): Figure {
	const id = 'ceasefires-overview';
	const shown = [...ledger.ceasefires.values()].filter((ceasefire) => ids === undefined || ids.has(ceasefire.id));
	const { groups, grouped } = gather(shown, strikeOn(ledger, shown));
	const drawings: Drawings = {
		wide: draw(id, ledger, shown, groups, wide),
		narrow: draw(id, ledger, shown, groups, narrow),
	};
	const elsewhere = shown.filter(({ coversIdlib }) => coversIdlib === 'no').length;
	return {
		id,
		title: ids === undefined ? 'Peace was announced again and again, and seldom lasted' : 'When each was in force',
		summary: overviewSummary(shown, ids === undefined, grouped),
		subtitle: `Time in force, by year${elsewhere > 0 ? '; those that do not cover Idlib stand apart' : ''}`,
		drawings,
		table: ceasefireTable(ledger, shown),
		points: grouped ? [] : shown.map(pointOf),
		sources: sourcesOf(shown),
		licences: licencesOf(ledger),
		notes: notes(shown),
	};
}
