import { scaleLinear } from 'd3';
import { type Account, accounts, repeats } from '../../ledger/accounts.ts';
import { formatDate, toDate } from '../../ledger/date.ts';
import type { Claim, Ledger } from '../../ledger/ledger.ts';
import { formatQuantity } from '../../ledger/quantity.ts';
import { speakerOf, whereOf } from '../../ledger/speaker.ts';
import { ChartError, claimDatum, type Datum } from '../data.ts';
import { ofData } from '../datafigure.ts';
import type { Drawn, Kind } from '../figure.ts';
import { ARROW, arrow, group, openSide, rect, round, sceneOf } from '../marks.ts';
import { columnsFor, heading, rowOf } from '../rows.ts';
import type { Scene, Shape, Size } from '../scene.ts';
import { DROP, label, linesWidth } from '../text.ts';
import { capital, countedWords, quantityOf } from '../words.ts';

/** One count, as it was given for the first time; where the same was given again, that is said with it. */
interface Row {
	readonly claim: Claim;
	readonly datum: Datum;
	readonly where: readonly string[];
	/** Its speaker is the one whose count rose. */
	readonly main: boolean;
}

interface Part {
	readonly heading: string;
	/** The heading names who counted. */
	readonly named?: true;
	readonly rows: readonly Row[];
}

/** Said on a day that is known to be that day, in an order that is known. */
const ordered = ({ claim }: Account): boolean => claim.order !== undefined || claim.saidTime !== undefined;

function rowsOf(ledger: Ledger, list: readonly Account[], main: string | undefined): readonly Row[] {
	const rows: Row[] = [];
	for (const { claim } of list) {
		const source = ledger.sources.get(claim.source);
		const where = source ? whereOf(ledger, source) : claim.source;
		const last = rows.at(-1);
		if (last && last.claim.saidBy === claim.saidBy && repeats(last.claim.quantity, claim.quantity)) {
			const again = claim.saidTime === undefined ? where : `${where} at ${claim.saidTime}`;
			if (!last.where.includes(where)) rows[rows.length - 1] = { ...last, where: [...last.where, again] };
			continue;
		}
		const who = speakerOf(ledger, claim);
		const datum = claimDatum(ledger, claim, claim.saidBy ?? claim.source, who);
		if (!datum || datum.value === null) continue;
		rows.push({
			claim,
			datum: {
				...datum,
				speaker: who,
				said: { value: claim.said ?? null, text: claim.saidTime ?? formatDate(claim.said ?? '') },
			},
			where: where === who ? [] : [where],
			main: claim.saidBy === main,
		});
	}
	return rows;
}

/** Where the counts stand: those of the day in their order, first of who counted most often, those whose hour nobody gave, then day by day. */
function partsOf(ledger: Ledger, { about, measure, id }: Kind<'hours'>): readonly Part[] {
	const day = ledger.topics.get(about)?.date;
	// The seeds pass on what others counted, at an hour that is not known.
	const all = accounts(ledger, about, measure).filter(
		({ claim, seed }) => claim.said !== undefined && !seed && !claim.said.endsWith('~'),
	);
	const counts = Map.groupBy(all, ({ claim }) => claim.saidBy);
	const main = [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
	const isMain = ({ claim }: Account): boolean => claim.saidBy === main;
	const own = all.find(isMain);
	const first = `${own ? speakerOf(ledger, own.claim) : ''}, ${formatDate(day ?? '')}, in the order in which its counts were given`;
	const headings = [first, 'Others, the same day, in their order', 'The same day, the hour not given'];
	const partOf = (account: Account): string => {
		const { said = '' } = account.claim;
		if (said !== day) return said;
		return headings[ordered(account) ? Number(!isMain(account)) : 2] ?? '';
	};
	const groups = Map.groupBy(all, partOf);
	const later = [...groups.keys()]
		.filter((key) => !headings.includes(key))
		.sort((a, b) => toDate(a).min - toDate(b).min);
	const parts = [...headings, ...later].flatMap((key): readonly Part[] => {
		const rows = rowsOf(ledger, groups.get(key) ?? [], main);
		const heading = headings.includes(key) ? key : formatDate(key);
		return rows.length > 0 ? [{ heading, rows, ...(key === first ? { named: true } : {}) }] : [];
	});
	if (parts.length === 0)
		throw new ChartError(id, `no account of "${measure}" about "${about}" says when it was given`);
	return parts;
}

const BAR = 16;

/** A count: who gave it where, when that is known, and how many as a bar, with an arrow where there may be more. */
function scene(parts: readonly Part[], counted: string, size: Size): Scene {
	const all = parts.flatMap(({ rows }) => rows);
	const wordsOf = ({ claim, datum, where }: Row, named = false) => {
		const read = where.length > 0 ? `in ${where.join(' and ')}` : '';
		const name = named ? read || 'its own report' : [datum.speaker, read].filter(Boolean).join(', ');
		return { name, ...(claim.saidTime === undefined ? {} : { detail: claim.saidTime }) };
	};
	const numberOf = ({ datum }: Row): string => formatQuantity(quantityOf(datum));
	const columns = columnsFor(
		parts.flatMap(({ rows, named }) => rows.map((row) => wordsOf(row, named).name)),
		size,
	);
	const { left, right } = columns;
	const words = ARROW + 8 + linesWidth(all.map(numberOf), size, 'bold');
	const x = scaleLinear()
		.domain([0, Math.max(1, ...all.map(({ datum }) => datum.value ?? 0))])
		.range([left, right - words]);
	const counts = label('ch-value', size, [capital(counted)], { x: 0, y: size.text }, 'start', 'bold');
	let y: number = size.lineHeight - size.text;
	const shapes = parts.flatMap(({ heading: title, rows, named }): readonly Shape[] => {
		const head = heading(title, size, y + size.text);
		y = head.bottom;
		const drawn = rows.flatMap((row): readonly Shape[] => {
			const placed = rowOf(wordsOf(row, named), columns, y, columns.names ? BAR + 14 : BAR);
			y = placed.bottom + (columns.names ? 0 : 8);
			const end = round(x(row.datum.value ?? 0));
			const isOpen = openSide(row.datum.qualifier) === 'right';
			const number = { x: end + (isOpen ? ARROW : 0) + 6, y: placed.y + size.text * DROP };
			return [
				...placed.words,
				group(row.main ? 'ch-hours ch-series-1' : 'ch-hours ch-hours-other', [
					...(isOpen ? [arrow(end, placed.y, 'right')] : []),
					rect('ch-bar', { x: left, y: placed.y - BAR / 2, width: end - left, height: BAR }, row.datum.id),
				]),
				label('ch-value', size, [numberOf(row)], number, 'start', 'bold'),
			];
		});
		return [head.shape, ...drawn];
	});
	return sceneOf(size, y, [counts, ...shapes]);
}

/** Who gave which count when, in the order in which they were given. */
export function drawHours(ledger: Ledger, chart: Kind<'hours'>): Drawn {
	const parts = partsOf(ledger, chart);
	const measure = ledger.measures.get(chart.measure);
	return ofData(ledger, chart, {
		data: parts.flatMap(({ rows }) => rows.map(({ datum }) => datum)),
		series: [],
		groupHeading: 'Who counted',
		scene: (size) => scene(parts, measure ? countedWords(measure) : chart.measure, size),
		measure,
	});
}
