import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { drawable } from '../../prose/letters.ts';

/** The cuts of Source Serif 4 that pictures are set in. */
export type Weight = 'regular' | 'semibold';

/** A line of text as outlines, its baseline starting at the origin. */
export interface Typeset {
	/** Width in pixels. */
	readonly width: number;
	/** Path data; the y axis points down. */
	readonly d: string;
}

const resolve = createRequire(import.meta.url).resolve;

const SCRIPTS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'];
const loaded = new Map<Weight, readonly Font[]>();

/** Fonts of a weight in the order in which they are asked for a character. */
export function fontsOf(weight: Weight): readonly Font[] {
	const before = loaded.get(weight);
	if (before) return before;
	const fonts = SCRIPTS.map((script) => {
		const cut = weight === 'regular' ? 400 : 600;
		const file = resolve(`@fontsource/source-serif-4/files/source-serif-4-${script}-${cut}-normal.woff2`);
		const font = create(readFileSync(file));
		if (!('layout' in font)) throw new Error(`${file} holds more than one font`);
		return font;
	});
	loaded.set(weight, fonts);
	return fonts;
}

const has = (font: Font, character: string) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);

interface Run {
	readonly font: Font;
	readonly text: string;
}

/** Parts of a text that one font can set, each as long as possible so that pairs are kerned. */
function runsOf(text: string, fonts: readonly Font[]): readonly Run[] {
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

/** Sets one line of text as outlines, kerned, without any font of the system. @param size in pixels */
export function typeset(text: string, size: number, weight: Weight = 'regular'): Typeset {
	let at = 0;
	let d = '';
	for (const run of runsOf(text, fontsOf(weight))) {
		const scale = size / run.font.unitsPerEm;
		const { glyphs, positions } = run.font.layout(run.text);
		for (const [index, glyph] of glyphs.entries()) {
			const position = positions[index];
			if (!position) continue;
			d += glyph.path
				.scale(scale, -scale)
				.translate(at + position.xOffset * scale, -position.yOffset * scale)
				.toSVG();
			at += position.xAdvance * scale;
		}
	}
	return { width: at, d };
}

/** Breaks text at spaces into lines no wider than `width`; a longer word stands alone. */
export function wrap(text: string, width: number, size: number, weight: Weight = 'regular'): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(/[ \n]+/).filter(Boolean)) {
		const longer = line ? `${line} ${word}` : word;
		if (line && typeset(longer, size, weight).width > width) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	return line ? [...lines, line] : lines;
}
