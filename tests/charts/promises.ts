import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { drawChart } from '../../src/charts/declared.ts';
import { csvFile, jsonFile } from '../../src/charts/file.ts';
import { licenceLine } from '../../src/charts/provenance.ts';
import { EDGE, layouts } from '../../src/charts/scene.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { collisions, outside, pointsIn, svgsOf, textBoxes } from '../support/drawing.ts';

/** How far above its ground the shape of people on the move stands, value by value. */
function peopleIn(svg: string): readonly number[] {
	const [, path = ''] = /<path class="tl-people" d="M([^"]*)Z"/.exec(svg) ?? [];
	const levels = path.split('L').map((spot) => Number(spot.split(',')[1]));
	const ground = levels[0] ?? 0;
	return levels.slice(1, -1).map((level) => ground - level);
}

/** Declares a test of every promise that a chart keeps as it is drawn, tabled and given away, for each chart of a ledger. */
export function chartsHold(ledger: Ledger): void {
	for (const id of ledger.charts.keys()) {
		describe(id, () => {
			const figure = drawChart(ledger, id);
			const svgs = svgsOf(figure);
			const ids = figure.points.map((point) => point.id).sort();

			test.each(layouts)('%s: no text covers another or leaves the drawing, and none is small', (layout) => {
				const svg = svgs[layout];
				expect(collisions(svg)).toEqual([]);
				expect(outside(svg)).toEqual([]);
				// Of the units of the narrowest container that shows this layout.
				const narrowest = { narrow: 284, middle: 480, wide: 800 }[layout];
				const scale = narrowest / (figure.drawings[layout].width + 2 * EDGE);
				for (const { size } of textBoxes(svg)) expect(size * scale).toBeGreaterThanOrEqual(11.99);
			});
			test.each(layouts)('%s: classes and attributes only, hidden from assistive technology', (layout) => {
				const svg = svgs[layout];
				expect(svg).toMatch(/^<svg [^>]*aria-hidden="true"/);
				expect(svg).not.toMatch(/ style=|<style|<script|NaN|Infinity|undefined|\son[a-z]+=/);
				for (const [, own] of svg.matchAll(/\sid="([^"]*)"/g)) expect(own?.startsWith(`${id}-`)).toBe(true);
			});

			test('marks, rows of the table, rows of the CSV and points of the JSON are the same', () => {
				expect(new Set(ids).size).toBe(ids.length);
				for (const layout of layouts) expect([...pointsIn(svgs[layout])].sort()).toEqual(ids);
				const { table } = figure;
				expect([...table.points].sort()).toEqual(ids);
				expect(table.points).toHaveLength(table.rows.length);
				const json = JSON.parse(jsonFile(ledger, figure, 'https://example.org/'));
				expect(json.points).toEqual(JSON.parse(JSON.stringify(figure.points)));
				expect(json.table.rows).toHaveLength(ids.length);

				const rows: readonly Record<string, string>[] = parse(csvFile(figure), { columns: true });
				expect(rows).toHaveLength(ids.length);
				const byId = new Map(figure.points.map((point) => [point.id, point]));
				for (const [index, row] of rows.entries()) {
					const point = byId.get(table.points[index] ?? '');
					expect(row['date']).toBe(point?.date);
					if ('value' in row) expect(row['value']).toBe(point?.value === null ? '' : String(point?.value));
					else expect(point?.value).toBeNull();
					// A record of a ceasefire or an event has no qualifier; its first source stands for all.
					if ('qualifier' in row) expect(row['qualifier']).toBe(point?.qualifier);
					expect(row['source']).toBe(point?.source);
				}
			});
			test('every value of its series is drawn, as the CSV of the series has it', () => {
				const chart = ledger.charts.get(id);
				for (const series of chart && 'series' in chart ? chart.series : []) {
					const drawn = figure.points
						.filter((point) => point.id.startsWith(`${series}@`))
						.map(({ date, value }) => [date, value]);
					const rows = ledger.series.get(series)?.rows.map(({ date, value }) => [date, value] as const);
					if (chart?.kind === 'truces') {
						// Its marks are ceasefires; the series is one shape beside them, as high at each value as it says.
						const most = Math.max(...(rows ?? []).map(([, value]) => value));
						for (const layout of layouts) {
							const heights = peopleIn(svgs[layout]);
							const top = Math.max(...heights);
							expect(heights).toHaveLength(rows?.length ?? 0);
							for (const [at, [, value]] of (rows ?? []).entries())
								expect(Math.abs((heights[at] ?? 0) - (value / most) * top)).toBeLessThan(0.11);
						}
						continue;
					}
					if (chart && 'from' in chart && (chart.from ?? chart.to) !== undefined) continue;
					expect(drawn.toSorted()).toEqual(rows?.toSorted());
				}
			});
			test('names its sources and its licence', () => {
				expect(figure.sources.length).toBeGreaterThan(0);
				expect(licenceLine(figure)).toMatch(/^Data: .+\.$/);
				for (const source of figure.sources) expect(ledger.sources.has(source)).toBe(true);
				for (const { source } of figure.points) expect(figure.sources).toContain(source);
			});
			test('is drawn the same in every time zone, twice over', () => {
				const zone = process.env['TZ'];
				const drawn = ['Pacific/Pago_Pago', 'UTC', 'Pacific/Kiritimati'].map((tz) => {
					process.env['TZ'] = tz;
					return JSON.stringify(drawChart({ ...ledger }, id));
				});
				if (zone === undefined) delete process.env['TZ'];
				else process.env['TZ'] = zone;
				expect(new Set([...drawn, JSON.stringify(figure)]).size).toBe(1);
			});
		});
	}
}
