import type { AccountRow } from '../accounts.ts';
import { label, linesWidth } from '../plot.ts';
import { round, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { textWidth, wrap } from '../text.ts';

/** Half of the width of an account's mark. */
export const RADIUS = 4.6;

/** Where the columns of a layout stand: names and details beside the marks, or above them. */
export function columns(size: Size) {
	return size.layout === 'wide'
		? { name: { x: 0, width: 172 }, detail: { x: 180, width: 168 }, left: 356, right: size.width - 4 }
		: { name: { x: 0, width: size.width }, detail: { x: 0, width: size.width }, left: 6, right: size.width - 4 };
}

/** One row with its place: texts and the height at which its mark stands. */
export interface Placed {
	readonly row: AccountRow;
	readonly y: number;
	readonly texts: readonly Shape[];
}

/** Lays out one speaker's accounts: the name once, then a row for each. */
export function speakerRows(
	rows: readonly AccountRow[],
	top: number,
	size: Size,
): { placed: readonly Placed[]; bottom: number } {
	const { name, detail } = columns(size);
	const [first] = rows;
	const names = wrap(first?.speaker ?? '', name.width, size.text);
	const nameText = (y: number) => label('ch-account', size, names, { x: name.x, y });
	const placed: Placed[] = [];
	let y = top;
	if (size.layout === 'wide') {
		for (const [index, row] of rows.entries()) {
			const details = wrap(row.detail, detail.width, size.text);
			const height = details.length * size.lineHeight + 6;
			const base = y + size.text + 2;
			placed.push({
				row,
				y: round(y + 3 + size.lineHeight / 2),
				texts: [
					...(index === 0 ? [nameText(base)] : []),
					label('ch-detail ch-halo', size, details, { x: detail.x, y: base }),
				],
			});
			y += height;
		}
		return { placed, bottom: Math.max(y, top + names.length * size.lineHeight + 6) };
	}
	for (const [index, row] of rows.entries()) {
		const texts: Shape[] = [];
		let inline = 0;
		if (index === 0) {
			const base = y + size.text;
			texts.push({ ...nameText(base), role: 'ch-account ch-halo' });
			inline = names.length === 1 ? linesWidth(names, size) + 7 : 0;
			y += names.length * size.lineHeight;
		}
		const fits = inline > 0 && inline + textWidth(row.detail, size.text) <= detail.width;
		const details = fits ? [row.detail] : wrap(row.detail, detail.width, size.text);
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
