import { expect, it } from 'vitest';
import { colours, DARK, LIGHT } from './colours.ts';
import { drawingStyle, mapMarks, markRules, marks } from './marks.ts';

it('writes every colour of a picture that stands alone out, for light and for dark', () => {
	const [light = '', dark = ''] = drawingStyle.split('@media (prefers-color-scheme: dark)');
	for (const [rules, theme] of [[light, LIGHT] as const, [dark, DARK] as const]) {
		expect(rules).toContain(`text{fill:${colours.ink[theme]}}`);
		expect(rules).toContain(`.paper{fill:${colours.paper[theme]}}`);
		expect(rules).toContain('.ch-bar{fill:currentColor}');
	}
	expect(drawingStyle).not.toMatch(/var\(|undefined|\.drawing/);
});

it('writes the rules of a page within a drawing, each selector of a list', () => {
	const rules = markRules({ 'text, .a .b': { fill: 'ink', 'stroke-width': 2, 'font-style': 'italic' } });
	expect(rules).toBe('.drawing text,.drawing .a .b{fill:var(--ink);stroke-width:2;font-style:italic}');
});

it('knows every property and every colour that the tables name', () => {
	const rules = `${markRules(marks)}${markRules(mapMarks)}`;
	const [all, paints] = [rules.matchAll(/[{;]([^:;{}]+):/g), rules.matchAll(/[{;](?:fill|stroke|color):([^;}]+)/g)];
	const properties =
		/^(?:fill|stroke|color|(?:fill|stroke)-opacity|stroke-(?:width|dasharray|linejoin|linecap)|paint-order|font-(?:style|family|variant-numeric)|(?:letter|word)-spacing)$/;
	expect([...all].map(([, name = '']) => name).filter((name) => !properties.test(name))).toEqual([]);
	expect(
		[...paints]
			.map(([, paint]) => paint)
			.filter((paint) => !/^(?:none|currentColor|var\(--[\w-]+\))$/.test(paint ?? '')),
	).toEqual([]);
});
