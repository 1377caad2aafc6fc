import type { Figure, Point } from '../charts/figure.ts';
import { publisherName } from '../charts/provenance.ts';
import { accounts, formatRange, range, standing } from '../ledger/accounts.ts';
import { formatDate } from '../ledger/date.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { address, link } from '../ledger/link.ts';
import { bySpeaker, speakerOf } from '../ledger/speaker.ts';

/** What the page says of one point, for the script that walks a chart: `data-…` of a row, or an item of a list. */
export interface PointData {
	readonly point: string;
	readonly group: string;
	readonly text: string;
	readonly when: string;
	/** Who said it, where it is a claim. */
	readonly who: string;
	readonly source: string;
	/** Relative address of the claim behind it, else of the source. */
	readonly href: string;
}

function dataOf(ledger: Ledger, point: Point, from: string): PointData {
	const source = ledger.sources.get(point.source);
	const claim = point.claim === undefined ? undefined : ledger.claims.get(point.claim);
	const target = point.claim === undefined ? address('source', point.source) : address('claim', point.claim);
	return {
		point: point.id,
		group: point.group,
		text: point.text,
		when: formatDate(point.date),
		who: claim ? speakerOf(ledger, claim) : '',
		source: source ? publisherName(source) : '',
		href: source ? link(from, target) : '',
	};
}

/** How a figure's points reach the page: on the rows of its table where each row is one, else as a list of their own. */
export interface FigurePoints {
	/** In the order of the table's rows; empty where the rows stand for something else. */
	readonly rows: readonly PointData[];
	/** The points that the rows do not carry. */
	readonly others: readonly PointData[];
}

/** @param from path of the page that holds the figure */
export function figurePoints(ledger: Ledger, figure: Figure, from: string): FigurePoints {
	const all = new Map(figure.points.map((point) => [point.id, dataOf(ledger, point, from)]));
	const rows = figure.table.points.flatMap((id) => all.get(id) ?? []);
	if (rows.length === all.size && rows.length === figure.table.rows.length) return { rows, others: [] };
	return { rows: [], others: [...all.values()] };
}

/** Groups of a figure that a reader can tell apart, by id; empty where there is one group. */
export function groupLabels(figure: Figure): Readonly<Record<string, string>> {
	const ids = [...new Set(figure.points.map(({ group }) => group))];
	if (ids.length < 2) return {};
	const [first] = figure.table.columns;
	const named = new Map(
		first?.key === 'series'
			? figure.table.rows.flatMap(([cell]) => (cell ? [[String(cell.value), cell.text] as const] : []))
			: [],
	);
	return Object.fromEntries(ids.map((id) => [id, named.get(id) ?? id]));
}

/**
 * For accounts of one thing: what the accounts of each group alone span, in words; under "" what all of them do.
 * Accounts that their speaker replaced are left out. Undefined for other figures.
 */
export function accountRanges(ledger: Ledger, figure: Figure): Readonly<Record<string, string>> | undefined {
	const chart = ledger.charts.get(figure.id);
	if (chart?.kind !== 'accounts') return undefined;
	const all = accounts(ledger, chart.about, chart.measure);
	const unit = ledger.measures.get(chart.measure)?.unit ?? '';
	const words = (of: (point: Point) => boolean): string => {
		const claims = new Set(figure.points.filter(of).map(({ claim }) => claim));
		const own = all.filter(({ claim }) => claims.has(claim.id));
		const ends = range(standing(own));
		const speakers = bySpeaker(ledger, own).length;
		const count = speakers === 1 ? '1 speaker' : `${speakers} speakers`;
		return ends ? `${formatRange(ends, 'exact')}${unit ? ` ${unit}` : ''}, by ${count}` : `no number, by ${count}`;
	};
	const groups = new Set(figure.points.map(({ group }) => group));
	return Object.fromEntries([
		['', words(() => true)],
		...[...groups].map((group) => [group, words((point) => point.group === group)] as const),
	]);
}
