import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, inject, it } from 'vitest';
import { drawFigure } from '../../src/charts/figures.ts';
import { findNumbers } from '../../src/ledger/number.ts';
import { readField } from '../../src/prose/field.ts';
import { attributesOf, isComponent } from '../../src/prose/nodes.ts';
import { ownLedger } from '../support/own-content.ts';
import { builtFigures, readCsv, readJson, readSvg } from './figures.ts';

const ledger = ownLedger();
/** A map has places and no values to read. */
const figures = builtFigures(inject('site').folder).filter(({ id }) => !ledger.maps.has(id));
/** What a chart's summary refers to: its figures are written as references in content/charts. */
const references = (id: string) =>
	readField(drawFigure(ledger, id).summary)
		.filter(isComponent)
		.map((node) => ({ name: node.name, attributes: attributesOf(node) }));
/** Charts of values; the others are drawn from the records of the ceasefires. */
const ofValues = (id: string): boolean =>
	['line', 'cumulative', 'bars', 'small multiples', 'accounts', 'windows'].includes(ledger.charts.get(id)?.kind ?? '');

type Rows = readonly Readonly<Record<string, string>>[];

/** What a summary of ceasefires says beside the values themselves: how many of the rows, and lengths in larger units. */
function counted(csv: Rows): readonly number[] {
	const days = csv.flatMap((row) => (row['value'] && row['unit'] !== 'people' ? [Number(row['value'])] : []));
	return [
		...csv.keys().map((index) => index + 1),
		...days.flatMap((length) => {
			const years = Math.floor(length / 365.25);
			return [Math.round(length / 7), years, Math.round((length - years * 365.25) / 30.44)];
		}),
	];
}
const own = figures.filter(({ page }) => /^charts\/[^/]+\/$/.test(page));

describe('figures of the built site', () => {
	it('are there', () => {
		expect(own.length).toBeGreaterThanOrEqual(8);
		expect(figures.length).toBeGreaterThan(own.length);
	});

	it.each(figures.map((figure) => [`${figure.page}#${figure.id}`, figure] as const))(
		'%s: the marks of every drawing are its points',
		(_name, { wide, middle, narrow, points }) => {
			expect(points.size).toBeGreaterThan(0);
			expect([...wide].sort()).toEqual([...points.keys()].sort());
			expect([...middle].sort()).toEqual([...points.keys()].sort());
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

	it('says in its summary no number that its CSV does not hold', () => {
		const values = csv.flatMap((row) => [row['value'], row['upper']].filter(Boolean).map(Number));
		const chart = ledger.charts.get(id);
		if (!ofValues(id)) values.push(...counted(csv));
		// People below the truces are drawn from their series as a whole.
		if (chart?.kind === 'truces')
			values.push(...chart.series.flatMap((one) => ledger.series.get(one)?.rows.map(({ value }) => value) ?? []));
		const held = (given: number) => values.some((value) => value === given || Number(value.toPrecision(3)) === given);
		// Numbers in words count the page's own parts ("the two reports"); every figure is written in digits.
		const drawn = json.summary.replace(/[^.]+ is not drawn: [^.]+\./, '');
		const numbers = findNumbers(drawn).filter(({ kind, text }) => kind === 'count' && /\d/.test(text));
		// One that draws no number says none.
		expect(numbers.length > 0).toBe(chart?.kind !== 'sides');
		expect(numbers.filter(({ value }) => value === null || !held(value)).map(({ text }) => text)).toEqual([]);
	});

	it('rests each figure of its summary on a row of its CSV', () => {
		if (!ofValues(id)) return;
		const lost = references(id).filter(({ name, attributes }) => {
			const quantity = ledger.claims.get(attributes['id'] ?? '')?.quantity;
			if (name === 'Claim')
				return quantity?.value !== undefined && !csv.some((row) => row['claim'] === attributes['id']);
			if (name !== 'Value' || attributes['of'] !== undefined) return false;
			return !csv.some((row) => row['series'] === attributes['series'] && row['date'] === attributes['date']);
		});
		expect(lost).toEqual([]);
	});

	it('takes the range in its summary from the rows of its CSV that nobody replaced', () => {
		if (!references(id).some(({ attributes }) => attributes['of'] === 'range')) return;
		const standing = csv.filter((row) => row['value'] && !row['replacedBy']);
		const ends = standing.flatMap((row) => [Number(row['value']), Number(row['upper'] || row['value'])]);
		// A minimum contradicts nobody who gives more: counts alone set the lower end.
		const counts = standing.filter((row) => !['more than', 'at least'].includes(row['qualifier'] ?? ''));
		const [low, high] = [Math.min(...counts.map((row) => Number(row['value']))), Math.max(...ends)];
		const bound = (value: number) => `(?:more than |at least |almost |about |up to )?${value}`;
		expect(json.summary).toMatch(new RegExp(`\\b${bound(low)} to ${bound(high)}\\b`));
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
		expect(svg).toContain('CC\u00a0BY\u00a04.0');
	});
});
