import { formatDate, type PointDate, toDate } from '../../ledger/date.ts';
import type { Claim, Ledger } from '../../ledger/ledger.ts';
import { required } from '../../prose/words.ts';
import type { Drawn, Kind, Point } from '../figure.ts';
import { arrow, group, rect, sceneOf } from '../marks.ts';
import { timeGrid } from '../plot.ts';
import { QUOTED } from '../provenance.ts';
import type { Scene, Shape, Size } from '../scene.ts';
import { dateCell, sourceCell, tableFrom, textCell } from '../table.ts';
import { DROP, label, linesWidth, wrap } from '../text.ts';
import { shortDate, spansAround, timeScale } from '../time.ts';

type SidesChart = Kind<'sides'>;
type Declared = SidesChart['rows'][number];

/** A war in which two backed opposite sides, and the deal that stopped it. */
interface Row extends Pick<Declared, 'name' | 'backed' | 'deal'> {
	readonly id: string;
	readonly claim: Claim;
	readonly from: PointDate;
	readonly to: PointDate;
	/** The last that is known of it is that it stood. */
	readonly stands: boolean;
}

/** What holds of one of the two in the colour that he has everywhere in the drawing. */
const roleOf = (side: number): string => `ch-series ch-series-${side + 1}`;
const BAR = 10;
/** Between two boxes: a word that says how they stand. */
const AGAINST = 70;

const stood = (to: PointDate): string => `stood in ${shortDate(to)}`;
const spanWords = ({ from, to, stands }: Row): string =>
	stands ? `${shortDate(from)}, ${stood(to)}` : `${shortDate(from)} to ${shortDate(to)}`;

/** Lines of text around a height, in the middle of a width or from its left edge on. */
function around(
	role: string,
	size: Size,
	lines: readonly string[],
	x: number,
	y: number,
	anchor: 'start' | 'middle',
	isBold = false,
) {
	const top = y - ((lines.length - 1) * size.lineHeight) / 2 + size.text * DROP;
	return label(role, size, lines, { x, y: top }, anchor, isBold ? 'bold' : 'regular');
}

/** Each war in a row: whom the two backed, face to face, and how long the deal stood, all deals on one axis. */
function scene(rows: readonly Row[], sides: readonly string[], size: Size): Scene {
	const { width, text, lineHeight } = size;
	const isWide = size.layout === 'wide';
	const boxes = isWide ? width / 2 : width - 1;
	const titles = rows.map(({ name }) => wrap(name, isWide ? 150 : width, text, 'bold'));
	const names = isWide ? Math.ceil(linesWidth(titles.flat(), size, 'bold')) + 16 : 1;
	const box = (boxes - names - AGAINST) / 2;
	const faces = [names, names + box + AGAINST].map((x) => ({ x, middle: x + box / 2 }));
	const left = isWide ? boxes + 28 : 1;
	const scale = timeScale(...spansAround(rows.flatMap(({ from, to }) => [from, to])), [left, width - 1]);
	const heads = sides.map((side) => wrap(side, box, text, 'bold'));
	const head = Math.max(isWide ? 2 : 1, ...heads.map(({ length }) => length)) * lineHeight;
	const shapes: Shape[] = heads.map((lines, side) =>
		group(roleOf(side), [around('ch-name', size, lines, faces[side]?.middle ?? 0, head / 2, 'middle', true)]),
	);
	const rules = (y: number, height: number) => timeGrid(scale, { y, height }, size, 0).rules;
	let y = head + (isWide ? 14 : 6);
	for (const [at, row] of rows.entries()) {
		const title = titles[at] ?? [];
		const backed = row.backed.map(({ words }) => wrap(words, box - 10, text));
		const height = Math.max(...backed.map(({ length }) => length)) * lineHeight + 10;
		const deal = wrap(row.deal, width - left, text, 'bold');
		// The deal: its words, its bar, its dates.
		const below = deal.length * lineHeight + BAR + lineHeight + 8;
		const top = isWide ? y : y + title.length * lineHeight + 4;
		const middle = top + (isWide ? Math.max(height, below) : height) / 2;
		const under = isWide ? middle - below / 2 : top + height + 5;
		const bar = under + deal.length * lineHeight + 4;
		const [start, end] = [scale(row.from.min), scale(row.to.min)];
		const onwards = row.stands ? [arrow(end, bar + BAR / 2, 'right')] : [];
		shapes.push(
			around('ch-account', size, title, 0, isWide ? middle : y + (title.length * lineHeight) / 2, 'start', true),
			...backed.map((lines, side) => {
				const { x, middle: centre } = faces[side] ?? { x: 0, middle: 0 };
				return group(roleOf(side), [
					rect('ch-window', { x, y: middle - height / 2, width: box, height }),
					around('ch-account', size, lines, centre, middle, 'middle'),
				]);
			}),
			...(isWide ? [] : [rules(bar - 5, BAR + 10)]),
			label('ch-value ch-halo', size, deal, { x: left, y: under + text }, 'start', 'bold'),
			around('ch-detail', size, ['against'], names + box + AGAINST / 2, middle, 'middle'),
			group('ch-quiet', [rect('ch-bar', { x: start, y: bar, width: end - start, height: BAR }, row.id), ...onwards]),
			label('ch-detail ch-halo', size, [spanWords(row)], { x: left, y: bar + BAR + text + 3 }),
		);
		y = Math.max(under + below, middle + height / 2) + 20;
	}
	const baseline = isWide ? head : y;
	return sceneOf(size, isWide ? y - 14 : y + 6, [
		...timeGrid(scale, { y: 0, height: 0 }, size, baseline).names,
		...(isWide ? [rules(head + 5, y - head - 25)] : []),
		...shapes,
	]);
}

/** Wars in which two powers stood against each other, and the deals that stopped them. */
export function drawSides(ledger: Ledger, chart: SidesChart): Drawn {
	const claimCalled = (id: string): Claim => required(ledger.claims.get(id), 'claim', id);
	const dayOf = ({ id, date }: Claim): PointDate => {
		const at = toDate(required(date, 'date of claim', id));
		return at.type === 'point' ? at : at.from;
	};
	const rows = chart.rows.map((row): Row => {
		const claim = claimCalled(row.from);
		const [from, to] = [dayOf(claim), dayOf(claimCalled(row.to))];
		return { ...row, id: `${claim.id}@${claim.date}`, claim, from, to, stands: row.stands === true };
	});
	const sides = chart.sides.map((id) => `${ledger.actors.get(id)?.name ?? id}’s side`);
	const of = (id: string) => ({ claim: id });
	const [first = '', second = ''] = sides;
	const named = chart.rows.flatMap(({ backed, from, to }) => [...backed.map(({ claim }) => claim), from, to]);
	const point = (row: Row): Point => ({
		id: row.id,
		group: 'truces',
		date: row.claim.date ?? '',
		value: null,
		qualifier: 'not given',
		text: `${row.name}: ${row.deal}, ${spanWords(row)}`,
		source: row.claim.source,
		claim: row.claim.id,
	});
	return {
		scene: (size) => scene(rows, sides, size),
		table: tableFrom('Wars, whom each of the two backed, and the truces', rows, ({ id }) => id, [
			['war', 'War', 'text', ({ name }) => textCell(name)],
			['first', first, 'text', ({ backed: [one] }) => ({ ...textCell(one?.words ?? ''), ...of(one?.claim ?? '') })],
			['second', second, 'text', ({ backed: [, two] }) => ({ ...textCell(two?.words ?? ''), ...of(two?.claim ?? '') })],
			['deal', 'The truce', 'text', ({ deal, claim }) => ({ ...textCell(deal), ...of(claim.id) })],
			['date', 'From', 'date', ({ claim }) => dateCell(claim.date ?? '')],
			['ended', 'Until', 'date', ({ to, stands }) => textCell(stands ? stood(to) : formatDate(to.edtf), to.edtf)],
			['source', 'First source', 'text', ({ claim }) => sourceCell(ledger, claim.source)],
		]),
		points: rows.map(point),
		sources: [...new Set(named.map((id) => claimCalled(id).source))],
		licences: [QUOTED],
		notes: chart.note ? [{ heading: 'How to read it', text: chart.note }] : [],
	};
}
