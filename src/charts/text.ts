import { round } from './marks.ts';
import type { Box, Size, TextShape, Weight } from './scene.ts';

/**
 * Widths of text without a browser. The table holds, per character, the larger of the advance widths of DejaVu Sans
 * and Liberation Sans in thousandths of the font size: the widest and a typical face among those that readers'
 * systems put behind `system-ui`. A box measured here is at least as wide as the text that is drawn.
 */
const REGULAR = [
	318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
	636, 636, 636, 337, 337, 838, 838, 838, 556, 1015, 684, 686, 722, 770, 667, 611, 778, 752, 295, 500, 667, 557, 863,
	748, 787, 667, 787, 722, 667, 611, 732, 684, 989, 685, 667, 685, 390, 337, 390, 838, 556, 500, 613, 635, 550, 635,
	615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
	337, 636, 838,
];
const BOLD = [
	348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696, 696, 696, 696, 696,
	696, 696, 696, 400, 400, 838, 838, 838, 611, 1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 556, 775, 637, 995,
	837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 556, 500, 675, 716, 593, 716,
	678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712,
	365, 712, 838,
];
const OTHERS: Readonly<Record<string, number>> = {
	'\u00a0': 348,
	'‘': 380,
	'’': 380,
	'“': 657,
	'”': 657,
	'–': 556,
	ı: 343,
	'−': 838,
	'≥': 838,
	'≤': 838,
	'≈': 838,
};
/** Width of a character that the table does not know, in thousandths: a full em. */
const UNKNOWN = 1000;

/** How far the baseline of a line lies below the middle of its letters, as a share of their size. */
export const DROP = 0.36;

const measured: Readonly<Record<Weight, Map<string, number>>> = { regular: new Map(), bold: new Map() };

/** Width of a character in thousandths of its size, worked out once. */
function advance(character: string, weight: Weight): number {
	const known = measured[weight].get(character);
	if (known !== undefined) return known;
	// An accented letter is as wide as its base letter.
	const base = character.normalize('NFD').charCodeAt(0);
	const width = OTHERS[character] ?? (weight === 'bold' ? BOLD : REGULAR)[base - 32] ?? UNKNOWN;
	measured[weight].set(character, width);
	return width;
}

/** Width of one line of text in units of the drawing. */
export function textWidth(text: string, size: number, weight: Weight = 'regular'): number {
	let sum = 0;
	for (const character of text) sum += advance(character, weight);
	return (sum * size) / 1000;
}

/** Breaks text at spaces into lines that fit; a longer word stands alone. */
export function fill(text: string, fits: (line: string) => boolean): readonly string[] {
	const lines: string[] = [];
	for (const word of text.split(/[ \n]+/).filter(Boolean)) {
		const longer = `${lines.at(-1)} ${word}`;
		if (lines.length > 0 && fits(longer)) lines.splice(-1, 1, longer);
		else lines.push(word);
	}
	return lines;
}

/** Breaks text into lines no wider than `width` where a space allows it. */
export const wrap = (text: string, width: number, size: number, weight?: Weight): readonly string[] =>
	fill(text, (line) => textWidth(line, size, weight) <= width);

/** The same in as few lines, all about as long. */
export function wrapEvenly(...[text, width, size, weight]: Parameters<typeof wrap>): readonly string[] {
	const broken = Array.from({ length: 12 }, (_, step) => wrap(text, width * (1 - step / 16), size, weight));
	return broken.findLast(({ length }) => length === broken[0]?.length) ?? [];
}

/** Text with its box, measured. */
export function label(
	role: string,
	size: Size,
	lines: readonly string[],
	at: { readonly x: number; readonly y: number },
	anchor: TextShape['anchor'] = 'start',
	weight: Weight = 'regular',
): TextShape {
	return {
		type: 'text',
		role,
		x: round(at.x),
		y: round(at.y),
		anchor,
		lines,
		size: size.text,
		lineHeight: size.lineHeight,
		...(weight === 'bold' ? { weight } : {}),
	};
}

/** Box that a text covers, by the width table: from above its first line's capitals to below its last line's descenders. */
export function boxOf(text: TextShape): Box {
	const width = Math.max(...text.lines.map((line) => textWidth(line, text.size, text.weight)));
	return {
		x: text.anchor === 'start' ? text.x : text.anchor === 'end' ? text.x - width : text.x - width / 2,
		y: text.y - text.size * 0.95,
		width,
		height: text.size * 1.2 + (text.lines.length - 1) * text.lineHeight,
	};
}

/** Width of the widest line; 0 where there is none. */
export const linesWidth = (lines: readonly string[], size: Size, weight: Weight = 'regular'): number =>
	Math.max(0, ...lines.map((line) => textWidth(line, size.text, weight)));
