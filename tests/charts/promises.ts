import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { drawChart } from '../../src/charts/declared.ts';
import { csvFile, jsonFile } from '../../src/charts/file.ts';
import { licenceLine } from '../../src/charts/provenance.ts';
import { EDGE, layouts } from '../../src/charts/scene.ts';
import { years } from '../../src/charts/timeline/span.ts';
import { toDate } from '../../src/ledger/date.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { collisions, outside, pointsIn, svgsOf, textBoxes } from '../support/drawing.ts';

/** Left and right end of the time in which people fled. */
function flightIn(svg: string): readonly number[] {
	const [, x = '', width = ''] = /<rect class="tl-people" x="([^"]*)" y="[^"]*" width="([^"]*)"/.exec(svg) ?? [];
	return [Number(x), Number(x) + Number(width)];
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
						// Its marks are ceasefires; the series is the time in which people fled, and its last count a word.
						const { min } = toDate(ledger.series.get(series)?.countedFrom ?? '');
						const { max } = toDate(rows?.at(-1)?.[0] ?? '');
						const [from, to] = years([...ledger.ceasefires.values()]);
						for (const layout of layouts) {
							const { width } = figure.drawings[layout];
							const places = [min, max].map((at) => ((at - from) / (to - from)) * width);
							for (const [at, x] of flightIn(svgs[layout]).entries())
								expect(Math.abs(x - (places[at] ?? 0))).toBeLessThan(0.11);
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
