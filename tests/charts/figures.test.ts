import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawChart } from '../../src/charts/declared.ts';
import { layouts } from '../../src/charts/scene.ts';
import { drawingOf } from '../../src/charts/svg.ts';
import { toDate } from '../../src/ledger/date.ts';
import { lines } from '../support/drawing.ts';
import { chartFixture } from './fixture.ts';
import { chartsHold } from './promises.ts';

/** One chart of each kind, of made-up data: the only drawings that are kept as goldens. */

const ledger = chartFixture();
const golden = join(import.meta.dirname, '../../src/charts/golden');
const drawings = [...ledger.charts.keys()].flatMap((id) => layouts.map((layout) => [id, layout] as const));

chartsHold(ledger);

test.each(drawings)('%s, %s: as it was drawn before', async (id, layout) => {
	await expect(lines(drawingOf(drawChart(ledger, id), layout))).toMatchFileSnapshot(
		join(golden, `${id}-${layout}.svg`),
	);
});

test('every golden drawing is that of a chart', () => {
	expect(readdirSync(golden).sort()).toEqual(drawings.map(([id, layout]) => `${id}-${layout}.svg`).sort());
});

test('the length of a bar is in proportion to the time for which its figure counts, whatever the figure', () => {
	const figure = drawChart(ledger, 'windows');
	for (const layout of layouts) {
		const bars = [
			...drawingOf(figure, layout).matchAll(/data-point="([^"]+)" x="([\d.]+)" y="[^"]+" width="([\d.]+)"/g),
		];
		expect(bars).toHaveLength(figure.points.length);
		const shares = bars.map(([, id, , length]) => {
			const { min = 0, max = 0 } = toDate(figure.points.find((point) => point.id === id)?.date ?? '');
			return Number(length) / (max - min);
		});
		const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
		// A week is a few units long.
		for (const share of shares) expect(Math.abs(share / mean - 1)).toBeLessThan(0.03);
		const values = bars.map(([, id]) => figure.points.find((point) => point.id === id)?.value ?? 0);
		expect(values).toEqual(values.toSorted((a, b) => b - a));
	}
});

test.each([
	['line', 'In shelters in Upper Torv, at the end of each year'],
	['cumulative', 'People fled, counted up from'],
	['bars', 'People fled, in each year'],
	['multiples', 'In shelters, at the end of each year, each on its'],
	['windows', 'People fled, the highest figure first'],
	['accounts', 'People drowned, latest counts'],
])('%s: the drawing alone says what it counts', (id, words) => {
	for (const layout of layouts) {
		const text = drawingOf(drawChart(ledger, id), layout).replaceAll(/<\/tspan><tspan[^>]*>/g, ' ');
		expect(text.replaceAll('\u00a0', ' ')).toContain(words);
	}
});
