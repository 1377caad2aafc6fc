import { group, round } from './marks.ts';
import type { Shape, Size, TextShape } from './scene.ts';
import { boxOf, DROP, label, linesWidth, textWidth, wrap } from './text.ts';

/** Where the parts of rows stand across a drawing. */
export interface Columns {
	readonly size: Size;
	/** Width of the column of names; 0 where names stand above their marks. */
	readonly names: number;
	/** Width of a second column, for what is said of a name; 0 where that stands below or behind it. */
	readonly values: number;
	/** Where names begin: above their marks behind the line of nought, which runs through no letter. */
	readonly indent: number;
	/** Left and right end of the scale. */
	readonly left: number;
	readonly right: number;
}

const GAP = 14;

/** Columns as wide as the names, and what stands beside them, need where the drawing is wide; else none. */
export function columnsFor(names: readonly string[], size: Size, beside: readonly string[] = []): Columns {
	const right = size.width - 1;
	if (size.layout !== 'wide') return { size, names: 0, values: 0, indent: 7, left: 1, right };
	const width = Math.min(350, linesWidth(names, size, 'bold') + 2);
	const values = linesWidth(beside, size);
	const left = Math.ceil(width + GAP + (values ? values + GAP : 0));
	return { size, names: width, values, indent: 0, left, right };
}

/** What is said of a row. */
export interface RowWords {
	readonly name: string;
	/** Muted, below the name, behind it, or in the column of its own. */
	readonly detail?: string;
	readonly strong?: boolean;
}

/** A row with its words in place. */
export interface Row {
	readonly words: readonly Shape[];
	/** Height at which its marks stand. */
	readonly y: number;
	readonly bottom: number;
}

/**
 * The words of a row: in the column of names, or above the marks.
 * @param height least height of the strip of marks
 */
export function rowOf({ name, detail = '', strong = false }: RowWords, at: Columns, top: number, height: number): Row {
	const { size, names, values, indent } = at;
	const weight = strong ? 'bold' : 'regular';
	const width = names || size.width - indent;
	const lines = wrap(name, width, size.text, weight);
	const start = textWidth(name, size.text, weight) + 8;
	const behind = !names && lines.length === 1 && start + textWidth(detail, size.text) <= width;
	const inline = values > 0 || behind;
	const details = inline && detail ? [detail] : wrap(detail, width, size.text);
	const below = (lines.length + (inline ? 0 : details.length)) * size.lineHeight;
	const wordsAt = (y: number): readonly Shape[] => {
		const beside = values > 0 ? at.left - GAP : indent + start;
		const spot = inline ? { x: beside, y } : { x: indent, y: y + lines.length * size.lineHeight };
		return [
			label('ch-account', size, lines, { x: indent, y }, 'start', weight),
			...(detail ? [label('ch-detail', size, details, spot, values > 0 ? 'end' : 'start')] : []),
		];
	};
	const whole = Math.max(height, below + 8);
	return names
		? { words: wordsAt(top + (whole - below) / 2 + size.text - 1), y: round(top + whole / 2), bottom: top + whole }
		: { words: wordsAt(top + size.text + 2), y: round(top + below + 4 + height / 2), bottom: top + below + 4 + height };
}

/** Words beside the marks of a row: behind them, else before them; undefined where neither side has room. */
export function beside(
	role: string,
	words: string,
	marks: { readonly left: number; readonly right: number },
	y: number,
	at: Columns,
	weight: 'regular' | 'bold' = 'regular',
): TextShape | undefined {
	const { size, left } = at;
	const width = textWidth(words, size.text, weight);
	const base = y + size.text * DROP;
	if (marks.right + 8 + width <= size.width)
		return label(role, size, [words], { x: marks.right + 8, y: base }, 'start', weight);
	if (marks.left - 8 - width >= (at.names ? left : 0))
		return label(role, size, [words], { x: marks.left - 8, y: base }, 'end', weight);
	return undefined;
}

/** A heading above a group of rows. */
export function heading(text: string, size: Size, top: number): { readonly shape: TextShape; readonly bottom: number } {
	const lines = wrap(text, size.width, size.text, 'bold');
	const shape = label('ch-heading', size, lines, { x: 0, y: top + size.text + 6 }, 'start', 'bold');
	return { shape, bottom: boxOf(shape).y + boxOf(shape).height + 3 };
}

/** One entry of a key: a sample, drawn around a point, and what it means. */
export interface KeyItem {
	readonly words: string;
	/** Room that the sample takes, in units. */
	readonly lead: number;
	/** The sample, its left edge at x and its middle at y. */
	readonly sample: (x: number, y: number) => readonly Shape[];
	/** Of an entry that is a datum itself, said in words. */
	readonly of?: { readonly point: string; readonly series: string };
}

/** Sets the entries of a key beside and below one another in the width of the drawing. */
export function keyRows(
	items: readonly KeyItem[],
	size: Size,
	top: number,
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
	const shapes: Shape[] = [];
	let left = 0;
	let baseline = top + size.text;
	for (const { words, lead, sample, of } of items) {
		const lines = wrap(words, size.width - lead - 6, size.text);
		const width = lead + 6 + linesWidth(lines, size);
		if (left > 0 && left + width > size.width) {
			left = 0;
			baseline += size.lineHeight + 3;
		}
		const said = label('ch-detail', size, lines, { x: left + lead + 6, y: baseline });
		shapes.push(
			...sample(left, baseline - size.text * DROP),
			of ? group('', [{ ...said, point: of.point }], { series: of.series }) : said,
		);
		baseline += (lines.length - 1) * size.lineHeight;
		left += width + 14;
	}
	// A thumbnail leaves them out.
	return { shapes: [group('ch-key', shapes)], bottom: items.length > 0 ? baseline + 6 : top };
}
