import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { exampleSite } from '../../tests/support/example-site.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { drawingStyle as style } from '../styles/marks.ts';
import type { Figure } from './figure.ts';
import { csvFile, jsonFile, svgFile } from './file.ts';
import type { Scene } from './scene.ts';

const ledger = {
	sources: new Map([['a', { id: 'a', title: 'A <report> & more', publisher: 'OCHA', accessed: '2026-11-22' }]]),
	sites: new Map([['site', exampleSite]]),
} as unknown as Ledger;

const empty: Scene = { width: 680, height: 100, layout: 'wide', shapes: [] };

function figure(text: string): Figure {
	return {
		id: 'x',
		title: text,
		summary: text,
		drawings: { wide: empty, middle: empty, narrow: empty },
		table: {
			caption: text,
			columns: [
				{ key: 'what', label: 'What', type: 'text' },
				{ key: 'value', label: 'Value', type: 'number' },
			],
			rows: [
				[
					{ value: text, text },
					{ value: -1, text: '-1' },
				],
			],
			points: ['p'],
		},
		points: [{ id: 'p', group: 'g', date: '2020', value: -1, qualifier: 'exactly', text, source: 'a' }],
		sources: ['a'],
		licences: ['CC BY 4.0'],
		notes: [],
	};
}
const anyText = fc.string({ unit: 'grapheme', maxLength: 40 });

describe('csvFile', () => {
	it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx'])('keeps %j from being a formula', (text) => {
		const [, row] = parse(csvFile(figure(text))) as string[][];
		expect(row).toEqual([`'${text}`, '-1']);
	});

	it('gives any text back, one row for each point', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const rows = parse(csvFile(figure(text))) as string[][];
				expect(rows[0]).toEqual(['what', 'value']);
				expect(rows).toHaveLength(2);
				// As it is, or kept from being a formula: csv.test.ts says when.
				expect([text, `'${text}`]).toContain(rows[1]?.[0]);
			}),
		);
	});
});

describe('jsonFile', () => {
	it('holds points, table and sources', () => {
		const json = JSON.parse(jsonFile(ledger, figure('Words'), 'https://example.org/charts/x/')) as Record<
			string,
			unknown
		>;
		expect(json).toMatchObject({
			id: 'x',
			title: 'Words',
			page: 'https://example.org/charts/x/',
			points: [{ id: 'p', value: -1 }],
			table: { rows: [{ what: 'Words', value: -1 }] },
			sources: [{ id: 'a', title: 'A <report> & more', publisher: 'OCHA' }],
			licences: ['CC BY 4.0'],
		});
	});
});

describe('svgFile', () => {
	it('is XML whatever the words are', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const svg = svgFile(ledger, figure(`Title ${text}`), style, 'https://example.org/charts/x/');
				expect(XMLValidator.validate(svg)).toBe(true);
			}),
		);
	});

	it('says what it shows, who counted and under which licence', () => {
		const svg = svgFile(ledger, figure('Fewer & fewer'), style, 'https://example.org/charts/x/');
		const { svg: root } = new XMLParser({ ignoreAttributes: false }).parse(svg) as {
			svg: { title: { '#text': string }; desc: { '#text': string } };
		};
		expect(root.title['#text']).toBe('Fewer & fewer');
		expect(root.desc['#text']).toBe('Fewer & fewer');
		expect(svg).toContain('Source: OCHA. Data: CC BY 4.0. Chart: Idlib, explained, CC\u00a0BY\u00a04.0.');
	});

	it('refuses rules that are no XML', () => {
		expect(() => svgFile(ledger, figure('x'), 'a<b', '')).toThrow('<');
	});
});
