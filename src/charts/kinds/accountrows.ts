import { formatQuantity } from '../../ledger/quantity.ts';
import type { AccountRow } from '../accounts.ts';
import { label, linesWidth } from '../plot.ts';
import { round, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { textWidth, wrap } from '../text.ts';
import { quantityOf } from '../words.ts';

/** Half of the width of an account's mark. */
export const RADIUS = 4.6;

/** Above the column of accounts that give no number. */
export const NO_NUMBER = 'No number';

/** What an account without a number gives: nothing, or a word such as "dozens". */
export const wordsOf = ({ datum }: AccountRow): string =>
	datum.qualifier === 'not given' ? 'not given' : formatQuantity(quantityOf(datum));

/**
 * Where the columns of a layout stand: names and details beside the marks, or above them. Accounts without a number
 * have a column of their own before the scale, so that none is read as nought.
 */
export function columns(size: Size, rows: readonly AccountRow[]) {
	const silent = rows.filter(({ datum }) => datum.value === null).map(wordsOf);
	const gutter = silent.length === 0 ? 0 : Math.ceil(linesWidth([NO_NUMBER, ...silent], size, 'bold')) + 16;
	const right = size.width - 4;
	if (size.layout === 'wide')
		return { name: { x: 0, width: 156 }, detail: { x: 164, width: 156 }, gutter: 330, left: 330 + gutter, right };
	const all = { x: 0, width: size.width };
	return { name: all, detail: all, gutter: 0, left: 6 + gutter, right };
}

/** The columns of one drawing. */
export type Columns = ReturnType<typeof columns>;

/** One row with its place: texts and the height at which its mark stands. */
export interface Placed {
	readonly row: AccountRow;
	readonly y: number;
	readonly texts: readonly Shape[];
}

/** Below this, words are broken so often that a step through them is the lesser evil. */
const LEAST_ROOM = 100;

/** Room for words left of the steps that pass the row at `index` on their way down. */
function roomBeside(rows: readonly AccountRow[], index: number, at: (value: number) => number): number {
	const indexOf = (id: string | undefined) => rows.findIndex(({ datum }) => datum.id === id);
	const target = (row: AccountRow): number => {
		let next = indexOf(row.next);
		while (rows[next]?.datum.value === null) next = indexOf(rows[next]?.next);
		return next;
	};
	const passing = rows
		.slice(0, index)
		.flatMap((row) => (row.datum.value !== null && target(row) >= index ? [at(row.datum.value) - 6] : []));
	const room = Math.min(Number.POSITIVE_INFINITY, ...passing);
	return room < LEAST_ROOM ? Number.POSITIVE_INFINITY : room;
}

interface Placing {
	readonly top: number;
	readonly size: Size;
	readonly columns: Columns;
	/** Place of a number on the scale. */
	readonly at: (value: number) => number;
}

interface Block {
	readonly placed: readonly Placed[];
	readonly bottom: number;
}

/** Lays out one speaker's accounts: the name once, then a row for each. */
export function speakerRows(rows: readonly AccountRow[], placing: Placing): Block {
	const { size, columns } = placing;
	const names = wrap(rows[0]?.speaker ?? '', columns.name.width, size.text);
	return size.layout === 'wide' ? besideMarks(rows, names, placing) : aboveMarks(rows, names, placing);
}

/** The wide layout: name and details in columns beside the marks. */
function besideMarks(rows: readonly AccountRow[], names: readonly string[], { top, size, columns }: Placing): Block {
	const placed: Placed[] = [];
	let y = top;
	for (const [index, row] of rows.entries()) {
		const details = wrap(row.detail, columns.detail.width, size.text);
		const base = y + size.text + 2;
		placed.push({
			row,
			y: round(y + 3 + size.lineHeight / 2),
			texts: [
				...(index === 0 ? [label('ch-account', size, names, { x: columns.name.x, y: base })] : []),
				label('ch-detail ch-halo', size, details, { x: columns.detail.x, y: base }),
			],
		});
		y += details.length * size.lineHeight + 6;
	}
	return { placed, bottom: Math.max(y, top + names.length * size.lineHeight + 6) };
}

/** The narrow layout: name and details above the marks, the first details behind the name where they fit. */
function aboveMarks(rows: readonly AccountRow[], names: readonly string[], { top, size, columns, at }: Placing): Block {
	const { name, detail } = columns;
	const placed: Placed[] = [];
	let y = top;
	for (const [index, row] of rows.entries()) {
		const texts: Shape[] = [];
		let inline = 0;
		if (index === 0) {
			texts.push(label('ch-account ch-halo', size, names, { x: name.x, y: y + size.text }));
			inline = names.length === 1 ? linesWidth(names, size) + 7 : 0;
			y += names.length * size.lineHeight;
		}
		const fits = inline > 0 && inline + textWidth(row.detail, size.text) <= detail.width;
		const details = fits
			? [row.detail]
			: wrap(row.detail, Math.min(detail.width, roomBeside(rows, index, at)), size.text);
		const base = fits ? y - size.lineHeight + size.text : y + size.text;
		texts.push(label('ch-detail ch-halo', size, details, { x: fits ? inline : detail.x, y: base }));
		if (!fits) y += details.length * size.lineHeight;
		placed.push({ row, y: round(y + 8), texts });
		y += 20;
	}
	return { placed, bottom: y + 2 };
}

/** Top and bottom of a mark's own strip: in the narrow layout the ground of names stays clear. */
export const rowOf = (y: number): readonly [number, number] => [y - 9, y + 9];
