import { expect, it } from 'vitest';
import { colours, DARK, LIGHT } from './colours.ts';
import { drawingStyle, markRules } from './marks.ts';

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
	const rules = markRules({ 'text, .a .b': { fill: 'ink', width: 2, round: 'both', more: 'font-style:italic' } });
	expect(rules).toBe(
		'.drawing text,.drawing .a .b{fill:var(--ink);stroke-width:2;stroke-linejoin:round;stroke-linecap:round;font-style:italic}',
	);
});
