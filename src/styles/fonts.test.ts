import { readFileSync } from 'node:fs';
import { fromFile } from '@capsizecss/unpack/fs';
import { expect, test } from 'vitest';
import { fitted } from './fonts.ts';

/** Units of an em, and the mean width of a letter in English text, regular and bold: as Capsize measured them. */
const SYSTEM = {
	Georgia: { em: 2048, width: { 400: 913, 700: 1062 } },
	'Noto Serif': { em: 1000, width: { 400: 481, 700: 512 } },
	Times: { em: 2048, width: { 400: 832, 700: 886 } },
	'DejaVu Serif': { em: 2048, width: { 400: 1058, 700: 1168 } },
} as const;

const own = {
	400: await fromFile('public/fonts/source-serif-4.woff2'),
	700: await fromFile('node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-700-normal.woff2'),
};
const percent = (value: number): number => Number((value * 100).toFixed(2));

const cases = Object.entries(SYSTEM).flatMap(([name, font]) =>
	([400, 700] as const).map((weight) => ({ name, weight, ...font })),
);

test.each(cases)('the stand-in $name $weight takes the room that the font takes', ({ name, weight, em, width }) => {
	const { xWidthAvg, unitsPerEm, ascent, descent, lineGap } = own[weight];
	const adjust = xWidthAvg / unitsPerEm / (width[weight] / em);
	const face = fitted.find(([family, bold]) => family === name && bold === weight);
	expect(face?.slice(3)).toEqual([adjust, ascent / unitsPerEm / adjust, -descent / unitsPerEm / adjust].map(percent));
	expect(lineGap).toBe(0);
});

test('no stand-in is left unmeasured, and the stack names each', () => {
	const stack = /--serif:([^;]+);/.exec(readFileSync('src/styles/tokens.css', 'utf8'))?.[1] ?? '';
	expect(fitted).toHaveLength(cases.length);
	for (const [name] of fitted) expect(stack).toContain(`"Fitted ${name}"`);
});
