import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { inject } from 'vitest';
import { remember } from '../../src/ledger/remember.ts';
import { readSite } from '../site/pages.ts';

/** A figure as a built page holds it, read back from the page alone. */
export interface BuiltFigure {
	readonly id: string;
	/** Path of the page, without the first "/". */
	readonly page: string;
	/** Ids of the marks in each drawing, in drawing order, once each. */
	readonly wide: readonly string[];
	readonly middle: readonly string[];
	readonly narrow: readonly string[];
	/** `data-point` of the rows that have one. */
	readonly rows: readonly string[];
	readonly rowCount: number;
	/** What the script is given: texts of the points, by id. */
	readonly points: ReadonlyMap<string, { readonly text: string; readonly when: string; readonly source: string }>;
}

const { folder } = inject('site');

/** Every figure with a drawing that can be walked, once for each page it stands on. */
export const builtFigures = remember((folder: string): readonly BuiltFigure[] => {
	const pages = readSite(folder).pages.filter(({ html }) => html.includes('<traced-chart'));
	const all = pages.flatMap(({ path, document }) =>
		[...document.querySelectorAll('traced-chart')].map((chart): BuiltFigure => {
			const marks = (layout: string) => [
				...new Set(
					[...chart.querySelectorAll(`.drawing-${layout} [data-point]`)].map(
						(mark) => mark.getAttribute('data-point') ?? '',
					),
				),
			];
			const rows = [...chart.querySelectorAll('tbody tr[data-point]')];
			const read = (row: Element, name: string) => row.getAttribute(`data-${name}`) ?? '';
			const listed = JSON.parse(chart.getAttribute('data-points') ?? '[]') as readonly Record<string, string>[];
			const points = [
				...rows.map((row) => ({
					point: read(row, 'point'),
					text: read(row, 'text'),
					when: read(row, 'when'),
					source: read(row, 'source'),
				})),
				...listed.map(({ point = '', text = '', when = '', source = '' }) => ({ point, text, when, source })),
			];
			return {
				id: chart.querySelector('figure')?.id ?? '',
				page: path.slice(1),
				wide: marks('wide'),
				middle: marks('middle'),
				narrow: marks('narrow'),
				rows: rows.map((row) => read(row, 'point')),
				rowCount: chart.querySelectorAll('tbody tr').length,
				points: new Map(points.map((point) => [point.point, point])),
			};
		}),
	);
	// A map has places, and no points to walk.
	return all.filter(({ points }) => points.size > 0);
});

export interface ChartFile {
	readonly id: string;
	readonly summary: string;
	readonly points: readonly {
		readonly id: string;
		readonly date: string;
		readonly value: number | null;
		readonly source: string;
	}[];
	readonly table: { readonly rows: readonly Readonly<Record<string, string | number | null>>[] };
	readonly sources: readonly { readonly id: string; readonly title: string }[];
}

export const readJson = (id: string): ChartFile =>
	JSON.parse(readFileSync(join(folder, 'charts', `${id}.json`), 'utf8')) as ChartFile;

export const readCsv = (id: string): readonly Readonly<Record<string, string>>[] =>
	parse(readFileSync(join(folder, 'charts', `${id}.csv`), 'utf8'), { columns: true, bom: true });

export const readSvg = (id: string): string => readFileSync(join(folder, 'charts', `${id}.svg`), 'utf8');
