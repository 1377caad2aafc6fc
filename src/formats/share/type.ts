import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font, type Glyph } from 'fontkit';
import { fill } from '../../charts/text.ts';
import { remember } from '../../ledger/remember.ts';
import { drawable } from '../../prose/letters.ts';

/** The cuts of Source Serif 4 that pictures are set in. */
export type Weight = 'regular' | 'semibold';

const resolve = createRequire(import.meta.url).resolve;

const SCRIPTS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'];
/** Fonts of a weight in the order in which they are asked for a character. */
export const fontsOf = remember((weight: Weight): readonly Font[] =>
	SCRIPTS.map((script) => {
		const cut = weight === 'regular' ? 400 : 600;
		const file = resolve(`@fontsource/source-serif-4/files/source-serif-4-${script}-${cut}-normal.woff2`);
		const font = create(readFileSync(file));
		if (!('layout' in font)) throw new Error(`${file} holds more than one font`);
		return font;
	}),
);

const has = (font: Font, character: string) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);

/** Parts of a text that one font can set, each as long as possible so that pairs are kerned. */
function runsOf(text: string, fonts: readonly Font[]) {
	const runs: { font: Font; text: string }[] = [];
	for (const given of text.normalize('NFC')) {
		const character = drawable(given) ?? ' ';
		const font = fonts.find((candidate) => has(candidate, character));
		const last = runs.at(-1);
		if (!font) continue;
		if (last?.font === font) last.text += character;
		else runs.push({ font, text: character });
	}
	return runs;
}

interface Set {
	readonly font: Font;
	readonly glyph: Glyph;
	readonly x: number;
	readonly y: number;
	readonly advance: number;
}

/** The glyphs of a line with their places in units of their font; worked out once for all sizes and pictures. */
const layOut = (weight: Weight) =>
	remember((text: string): readonly Set[] =>
		runsOf(text, fontsOf(weight)).flatMap(({ font, text: run }) => {
			const { glyphs, positions } = font.layout(run);
			return glyphs.flatMap((glyph, index) => {
				const at = positions[index];
				return at ? [{ font, glyph, x: at.xOffset, y: at.yOffset, advance: at.xAdvance }] : [];
			});
		}),
	);
const glyphsOf = { regular: layOut('regular'), semibold: layOut('semibold') };

const scaleOf = ({ font }: Set, size: number): number => size / font.unitsPerEm;

/** Width of one line of text in pixels. */
export const widthOf = (text: string, size: number, weight: Weight = 'regular'): number =>
	glyphsOf[weight](text).reduce((sum, one) => sum + one.advance * scaleOf(one, size), 0);

const LETTERS = { moveTo: 'm', lineTo: 'l', quadraticCurveTo: 'q', bezierCurveTo: 'c', closePath: 'z' } as const;
const hundredths = (value: number): number => Math.round(value * 100);
const shapesOf = remember((glyph: Glyph) => remember((scale: number) => outline(glyph, scale)));

/** A glyph's outline from its origin, in relative commands: the same wherever it stands. */
function outline(glyph: Glyph, scale: number): string {
	let [x, y] = [0, 0];
	let first: readonly [number, number] = [0, 0];
	let d = '';
	for (const { command, args } of glyph.path.commands) {
		const places = args.map((value, index) => hundredths(index % 2 === 0 ? value * scale : -value * scale));
		d += LETTERS[command] + places.map((place, index) => (place - (index % 2 === 0 ? x : y)) / 100).join(' ');
		[x, y] = command === 'closePath' ? first : [places.at(-2) ?? x, places.at(-1) ?? y];
		if (command === 'moveTo') first = [x, y];
	}
	return d;
}

/**
 * Sets one line of text as outlines, kerned, without any font of the system.
 * @param size in pixels
 * @returns its width in pixels and its path, the baseline starting at the origin and the y axis pointing down
 */
export function typeset(text: string, size: number, weight: Weight = 'regular') {
	let at = 0;
	let d = '';
	for (const one of glyphsOf[weight](text)) {
		const scale = scaleOf(one, size);
		const shape = shapesOf(one.glyph)(scale);
		if (shape) d += `M${hundredths(at + one.x * scale) / 100} ${hundredths(-one.y * scale) / 100}${shape}`;
		at += one.advance * scale;
	}
	return { width: at, d };
}

/** Breaks text at spaces into lines no wider than `width`; a longer word stands alone. */
export const wrap = (text: string, width: number, size: number, weight?: Weight): readonly string[] =>
	fill(text, (line) => widthOf(line, size, weight) <= width);
