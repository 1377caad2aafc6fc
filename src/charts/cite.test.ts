import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { exampleSite } from '../../tests/support/example-site.ts';
import type { Ledger, Source } from '../ledger/ledger.ts';
import { citations } from './cite.ts';
import type { Figure } from './figure.ts';

/** The parts of the schema of CSL-JSON (version 1.0.2 of the Citation Style Language) that an item of ours may use. */
const schema = {
	type: 'array',
	minItems: 1,
	items: {
		type: 'object',
		required: ['type', 'id'],
		additionalProperties: false,
		properties: {
			type: { enum: ['article', 'dataset', 'figure', 'graphic', 'map', 'report', 'webpage'] },
			id: { type: ['string', 'number'] },
			title: { type: 'string' },
			'container-title': { type: 'string' },
			URL: { type: 'string' },
			language: { type: 'string' },
			note: { type: 'string' },
			author: {
				type: 'array',
				items: { type: 'object', additionalProperties: false, properties: { literal: { type: 'string' } } },
			},
			issued: {
				type: 'object',
				additionalProperties: false,
				properties: {
					'date-parts': {
						type: 'array',
						minItems: 1,
						maxItems: 2,
						items: { type: 'array', minItems: 1, maxItems: 3, items: { type: ['string', 'number'] } },
					},
				},
			},
		},
	},
};
const valid = new Ajv({ allowUnionTypes: true }).compile(schema);

const source = (id: string, publisher: string, accessed: string) =>
	[id, { id, title: `Title of ${id}`, publisher, accessed } as Source] as const;
const ledger = {
	sources: new Map([
		source('a', 'UN & Co', '2026-11-20'),
		source('b', 'Unknown', '2026-11-22'),
		source('c', 'UN & Co', '2026-01-01'),
	]),
	explainers: new Map([
		['one', { id: 'one', updated: '2026-03-09', body: 'Text\n\n<Chart id="x"/>\n' }],
		['two', { id: 'two', updated: '2026-11-21', body: 'Text' }],
	]),
	pages: new Map(),
	sites: new Map([['site', exampleSite]]),
} as unknown as Ledger;
const figure = { id: 'x', title: '50 % of {us} & them_all', sources: ['a', 'b', 'c'] } as unknown as Figure;
const address = 'https://example.org/charts/x/';

describe('citations', () => {
	const { plain, bibtex, csl } = citations(ledger, figure, address);

	it('name the title, the day of the page, the publishers and the address', () => {
		expect(plain).toBe(
			'Idlib, explained: “50 % of {us} & them_all”, 9 March 2026. Data: UN & Co; Title of b; sources read up to 22 November 2026. https://example.org/charts/x/',
		);
	});

	it('escape what BibTeX would read as commands', () => {
		expect(bibtex).toContain('title = {{50 \\% of \\{us\\} \\& them\\_all}}');
		expect(bibtex).toContain('url = {https://example.org/charts/x/}');
		expect(bibtex).toMatch(/^@misc\{idlib-explained-x,\n/);
		expect(bibtex).toContain('year = {2026},\n\tmonth = {3},');
	});

	it('are valid CSL-JSON', () => {
		const items = JSON.parse(csl) as readonly { issued: unknown }[];
		expect(valid(items), JSON.stringify(valid.errors)).toBe(true);
		expect(items[0]?.issued).toEqual({ 'date-parts': [[2026, 3, 9]] });
	});

	it('leave out a date that nobody knows', () => {
		const bare = { ...ledger, explainers: new Map(), sources: new Map() } as unknown as Ledger;
		const cited = citations(bare, { ...figure, sources: [] }, address);
		expect(cited.plain).toBe('Idlib, explained: “50 % of {us} & them_all”. https://example.org/charts/x/');
		expect(valid(JSON.parse(cited.csl))).toBe(true);
	});
});
