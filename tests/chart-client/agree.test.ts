import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { drawFigure } from '../../src/charts/figures.ts';
import { readContent } from '../../src/desk/read.ts';
import { buildLedger } from '../../src/ledger/build.ts';
import { parseInline } from '../../src/ledger/inline.ts';
import { findNumbers } from '../../src/ledger/number.ts';
import { builtFigures, readCsv, readJson, readSvg } from './figures.ts';

const figures = await builtFigures();
const ledger = buildLedger(readContent(join(import.meta.dirname, '../..')).entries);
/** Figures of claims that a chart's summary names beside the data: what they rest on is said where they stand. */
const claimed = (id: string): readonly number[] =>
	parseInline(drawFigure(ledger, id).summary).flatMap((part) => {
		const claim = part.type === 'reference' && part.name === 'Claim' ? part.attributes['id'] : undefined;
		return ledger.claims.get(claim ?? '')?.quantity?.value ?? [];
	});
const own = figures.filter(({ page }) => /^charts\/[^/]+\/$/.test(page));

describe('figures of the built site', () => {
	it('are there', () => {
		expect(own.length).toBeGreaterThanOrEqual(8);
		expect(figures.length).toBeGreaterThan(own.length);
	});

	it.each(figures.map((figure) => [`${figure.page}#${figure.id}`, figure] as const))(
		'%s: the marks of both drawings are its points',
		(_name, { wide, narrow, points }) => {
			expect(points.size).toBeGreaterThan(0);
			expect([...wide].sort()).toEqual([...points.keys()].sort());
			expect([...narrow].sort()).toEqual([...points.keys()].sort());
			for (const point of points.values()) {
				expect(point.text).not.toBe('');
				expect(point.when).not.toBe('');
				expect(point.source).not.toBe('');
			}
		},
	);
});

describe.each(own.map((figure) => [figure.id, figure] as const))('%s', (id, figure) => {
	const json = readJson(id);
	const csv = readCsv(id);

	it('has as many marks as table rows, CSV rows and JSON points, in one order', () => {
		expect(figure.rows).toEqual(json.points.map((point) => point.id));
		expect(figure.rowCount).toBe(figure.rows.length);
		expect(csv).toHaveLength(json.points.length);
		expect(json.table.rows).toHaveLength(json.points.length);
	});

	it('says the same in CSV, table and points', () => {
		for (const [at, point] of json.points.entries()) {
			const row = csv[at] ?? {};
			const cells = json.table.rows[at] ?? {};
			expect(Object.keys(row)).toEqual(Object.keys(cells));
			for (const [key, value] of Object.entries(cells)) expect(row[key]).toBe(value === null ? '' : String(value));
			// Events have a date and words, but no value.
			expect(row['value'] ?? '').toBe(point.value === null ? '' : String(point.value));
			expect(row['date']).toBe(point.date);
			expect(row['source']).toBe(point.source);
			expect(json.sources.map((source) => source.id)).toContain(point.source);
		}
	});

	it('takes the numbers of its summary from its data', () => {
		const cells = csv.flatMap((row) => [row['value'], row['upper']]);
		const values = [...cells.filter(Boolean).map(Number), ...claimed(id)];
		const near = (given: number) => values.some((value) => value === given || Number(value.toPrecision(3)) === given);
		const numbers = findNumbers(json.summary).flatMap(({ value }) => (value === null ? [] : [value]));
		const missing = numbers.filter((number) => !near(number));
		// Years and days of dates, and "one" and "two", count nothing.
		expect(missing.filter((number) => number > 31 && !(number >= 2010 && number <= 2030))).toEqual([]);
	});

	it('has a picture that stands alone', () => {
		const svg = readSvg(id);
		expect(XMLValidator.validate(svg)).toBe(true);
		const { svg: root } = new XMLParser({ ignoreAttributes: false }).parse(svg) as {
			svg: { title: { '#text': string }; desc: { '#text': string }; style: string };
		};
		expect(root.title['#text'].length).toBeGreaterThan(10);
		expect(root.desc['#text'].length).toBeGreaterThan(40);
		expect(svg).toContain('prefers-color-scheme: dark');
		expect(svg).not.toMatch(/var\(|\sstyle=|<script|<\?xml-stylesheet|url\(|\son\w+=/);
		const marks = new Set([...svg.matchAll(/data-point="([^"]*)"/g)].map(([, point]) => point));
		expect(marks.size).toBe(json.points.length);
		expect(svg).toMatch(/Sources?: /);
		expect(svg).toContain('CC BY 4.0');
	});
});
