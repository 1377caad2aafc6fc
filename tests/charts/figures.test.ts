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

test('windows: a bar is as long as its figure is large, a strip of the calendar as its period is long', () => {
	const figure = drawChart(ledger, 'windows');
	for (const layout of layouts) {
		const svg = drawingOf(figure, layout);
		const bars = [...svg.matchAll(/class="ch-bar" data-point="([^"]+)" x="([\d.]+)" y="[^"]+" width="([\d.]+)"/g)];
		const strips = [...svg.matchAll(/class="ch-bar" x="[\d.]+" y="[^"]+" width="([\d.]+)"/g)];
		expect(bars.map(([, id]) => id)).toEqual(figure.points.map(({ id }) => id));
		expect(strips).toHaveLength(bars.length);
		expect(new Set(bars.map(([, , x]) => x)).size).toBe(1);
		const values = figure.points.map(({ value }) => value ?? 0);
		expect(values).toEqual(values.toSorted((a, b) => b - a));
		const times = figure.points.map(({ date }) => toDate(date)).map(({ min, max }) => max - min);
		const shares = (lengths: readonly number[], of: readonly number[]) => {
			const each = lengths.map((length, index) => length / (of[index] ?? 1));
			const mean = each.reduce((sum, share) => sum + share, 0) / each.length;
			return each.map((share) => Math.abs(share / mean - 1));
		};
		const people = bars.map(([, , , length]) => Number(length));
		const spans = strips.map(([, length]) => Number(length));
		for (const share of shares(people, values)) expect(share).toBeLessThan(0.03);
		// A week is a few units long.
		for (const share of shares(spans, times)) expect(share).toBeLessThan(0.04);
	}
});

test.each([
	['line', 'In shelters in Upper Torv, at the end of each year'],
	['cumulative', 'People fled, counted up from'],
	['bars', 'People fled, in each year'],
	['multiples', 'In shelters, at the end of each year, each on its'],
	['windows', 'People fled'],
	['windows', 'Period that each counts'],
	['windows', 'Periods overlap: do not add.'],
	['accounts', 'People drowned, latest counts'],
])('%s: the drawing alone says what it counts', (id, words) => {
	for (const layout of layouts) {
		const text = drawingOf(drawChart(ledger, id), layout).replaceAll(/<\/tspan><tspan[^>]*>/g, ' ');
		expect(text.replaceAll('\u00a0', ' ')).toContain(words);
	}
});
