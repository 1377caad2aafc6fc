import { expect, test } from 'vitest';
import { collisions, lines, outside, pointsIn, svgsOf, textBoxes } from '../../../tests/support/drawing.ts';
import { exampleLedger } from '../../../tests/support/example-ceasefires.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { drawChart } from '../declared.ts';
import type { Figure } from '../figure.ts';
import { layouts } from '../scene.ts';

const ledger = exampleLedger();
const figures: readonly (readonly [string, (from: Ledger) => Figure])[] = [
	['overview', (from) => drawChart(from, 'ceasefires-overview')],
	['close-up', (from) => drawChart(from, 'ceasefires-close-up')],
	['life', (from) => drawChart(from, 'ceasefire-march-2020-life')],
	['held', (from) => drawChart(from, 'ceasefires-how-long')],
	['truces', (from) => drawChart(from, 'opening')],
];

for (const [name, draw] of figures) {
	const figure = draw(ledger);
	const svgs = svgsOf(figure);
	for (const layout of layouts) {
		const svg = svgs[layout];
		test(`${name}, ${layout}: as it was drawn before`, async () => {
			await expect(lines(svg)).toMatchFileSnapshot(`golden/${name}-${layout}.svg`);
		});
		test(`${name}, ${layout}: no text covers another or leaves the drawing, and none is small`, () => {
			expect(collisions(svg)).toEqual([]);
			expect(outside(svg)).toEqual([]);
			expect(textBoxes(svg).every(({ size }) => size >= 14)).toBe(true);
		});
		test(`${name}, ${layout}: one mark for every point, hidden from assistive technology, without style`, () => {
			expect([...pointsIn(svg)].sort()).toEqual(figure.points.map(({ id }) => id).sort());
			expect(svg).toMatch(/^<svg [^>]*aria-hidden="true"/);
			expect(svg).not.toMatch(/ style=|NaN|Infinity|undefined| on[a-z]+=/);
		});
	}
	test(`${name}: the table has a row for every point`, () => {
		expect(figure.table.points).toHaveLength(figure.table.rows.length);
		expect([...figure.table.points].sort()).toEqual(figure.points.map(({ id }) => id).sort());
		for (const row of figure.table.rows) expect(row).toHaveLength(figure.table.columns.length);
	});
	test(`${name}: drawn the same in every time zone`, () => {
		const zone = process.env['TZ'];
		const drawn = ['Pacific/Pago_Pago', 'UTC', 'Pacific/Kiritimati'].map((tz) => {
			process.env['TZ'] = tz;
			return JSON.stringify(draw({ ...ledger }));
		});
		if (zone === undefined) delete process.env['TZ'];
		else process.env['TZ'] = zone;
		expect(new Set(drawn).size).toBe(1);
	});
}

test('a list without a ceasefire is drawn as an empty figure', () => {
	const { charts, ...rest } = exampleLedger([]);
	const plain = [...charts].map(([id, { annotations: _, ...chart }]) => [id, chart] as const);
	const empty: Ledger = { ...rest, charts: new Map(plain) };
	for (const [name, draw] of figures)
		if (name !== 'life') for (const svg of Object.values(svgsOf(draw(empty)))) expect(svg).not.toMatch(/NaN|Infinity/);
});
