import type { Chart, Ledger, Row, Series } from '../../src/ledger/ledger.ts';

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
	new Map(list.map((record) => [record.id, record]));

/** A series of year values, or with rows of its own. */
export function exampleSeries(id: string, rows: readonly Row[], more: Partial<Series> = {}): Series {
	return {
		id,
		title: `People, by ${id}`,
		label: id,
		measure: 'stock',
		unit: 'people',
		provider: id,
		source: 'count',
		licence: 'CC BY 4.0',
		definition: 'People counted.',
		method: 'As counted.',
		columns: [],
		rows,
		...more,
	};
}

/** A small ledger with one source, three measures, and the series and the chart given. */
export function exampleLedger(series: readonly Series[], chart: Chart): Ledger {
	const measure = (id: string, kind: 'stock' | 'flow' | 'event count') => ({
		id,
		kind,
		label: id,
		unit: 'people',
		definition: 'People counted.',
	});
	return {
		sources: byId([
			{
				id: 'count',
				title: 'The count',
				publisher: 'The counters',
				kind: 'dataset' as const,
				language: 'en',
				accessed: '2026-11-01',
				url: 'https://example.org/',
			},
		]),
		actors: new Map(),
		places: new Map(),
		measures: byId([measure('stock', 'stock'), measure('flow', 'flow'), measure('killed', 'event count')]),
		topics: new Map(),
		terms: new Map(),
		claims: new Map(),
		series: byId(series),
		ceasefires: new Map(),
		charts: byId([chart]),
		maps: new Map(),
		explainers: new Map(),
		pages: new Map(),
		sites: new Map(),
		seeds: new Map(),
	};
}
