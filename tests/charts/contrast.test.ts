import { expect, test } from 'vitest';
import { type Colour, colours, DARK, LIGHT, PRINT } from '../../src/styles/colours.ts';

/** Contrast of what charts draw against what they draw it on, computed from the tokens, in each theme. */

const themes = [
	['light', LIGHT],
	['dark', DARK],
	['print', PRINT],
] as const;

/** Relative luminance of an sRGB colour (WCAG 2.2). */
function luminance(hex: string): number {
	const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : (hex.slice(1).match(/../g) ?? []);
	const [r = 0, g = 0, b = 0] = digits.map((pair) => {
		const channel = Number.parseInt(pair, 16) / 255;
		return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
	const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
	return (high + 0.05) / (low + 0.05);
}

const series = ['series-1', 'series-2'] as const;
/** Names and values of a series are written in its colour, so that a series' colour is a colour of text. */
const text = ['ink', 'muted', 'accent', 'warm', ...series] as const;
const marks = [...series, 'warm', 'muted'] as const;
const grounds = ['paper', 'band'] as const;

for (const [theme, place] of themes) {
	const colour = (name: Colour): string => colours[name][place];
	for (const ground of grounds) {
		test.each(text)(`${theme}: text in %s on ${ground} has a contrast of 4.5 or more`, (name) => {
			expect(contrast(colour(name), colour(ground))).toBeGreaterThanOrEqual(4.5);
		});
		test.each(marks)(`${theme}: marks in %s on ${ground} have a contrast of 3 or more`, (name) => {
			expect(contrast(colour(name), colour(ground))).toBeGreaterThanOrEqual(3);
		});
	}
	test(`${theme}: grid lines are lighter than every series`, () => {
		for (const name of series)
			expect(contrast(colour('grid'), colour('paper'))).toBeLessThan(contrast(colour(name), colour('paper')));
	});
}

test('contrast is computed as the guidelines do', () => {
	expect(contrast('#000', '#fff')).toBeCloseTo(21);
	expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
