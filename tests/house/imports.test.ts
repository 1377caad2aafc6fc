import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const src = join(root, 'src');

const reads = ['ledger', 'prose', 'routes'];
/**
 * What each room may import from, besides itself: folders of src/, and the table of addresses (`routes.ts`).
 * `client` runs in the browser and may take types from any.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
	ledger: [],
	routes: ['ledger', 'client'],
	prose: ['ledger'],
	charts: ['prose', 'ledger'],
	desk: reads,
	formats: [...reads, 'charts'],
	ship: [...reads, 'formats', 'desk'],
	components: [...reads, 'site-ledger', 'formats', 'charts', 'styles', 'client'],
	layouts: [...reads, 'components', 'formats', 'charts', 'styles', 'client'],
	pages: [...reads, 'site-ledger', 'layouts', 'components', 'formats', 'charts', 'styles', 'client'],
	'site-ledger': ['desk', 'ledger'],
	styles: [],
	client: [],
};

interface Import {
	readonly from: string;
	readonly to: string;
	readonly typeOnly: boolean;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
	.filter((file) => /\.(?:ts|astro)$/.test(file) && !/\.(?:test|d)\.ts$/.test(file))
	.map((file) => file.split(sep).join('/'))
	.sort();

const IMPORT = /^\s*(?:import|export)\s+(type\s+)?(?:[^'"();]*?\sfrom\s+)?['"](\.[^'"]+)['"]/gm;

const imports: readonly Import[] = files.flatMap((from) =>
	[...readFileSync(join(src, from), 'utf8').matchAll(IMPORT)].map(([, type, address = '']) => ({
		from,
		to: relative(src, resolve(dirname(join(src, from)), address.replace(/\?.*$/, '')))
			.split(sep)
			.join('/'),
		typeOnly: type !== undefined,
	})),
);
const roomOf = (file: string): string => (file.split('/')[0] ?? '').replace(/\.ts$/, '');

describe('imports', () => {
	it('are seen', () => {
		expect(imports.length).toBeGreaterThan(100);
	});

	it('run one way: pages, layouts, components, formats, charts, prose, ledger; desk and ship beside them', () => {
		const wrong = imports
			.filter(({ from, to }) => roomOf(from) !== roomOf(to))
			.filter(({ from, typeOnly }) => !(typeOnly && roomOf(from) === 'client'))
			.filter(({ from, to }) => !to.startsWith('..') && !ALLOWED[roomOf(from)]?.includes(roomOf(to)))
			.map(({ from, to }) => `${from} imports ${to}`);
		expect(wrong).toEqual([]);
	});

	it('go in no circle, types included', () => {
		const next = Map.groupBy(imports, ({ from }) => from);
		const done = new Set<string>();
		const circles: string[] = [];
		const walk = (file: string, way: readonly string[]): void => {
			if (way.includes(file)) {
				circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
				return;
			}
			if (done.has(file)) return;
			for (const { to } of next.get(file) ?? []) walk(to, [...way, file]);
			done.add(file);
		};
		for (const file of files) walk(file, []);
		expect(circles).toEqual([]);
	});

	it('keep the ledger, prose and the charts pure: no file, no Astro, no DOM', () => {
		const impure = files
			.filter((file) => /^(?:ledger|prose|charts)\//.test(file))
			.flatMap((file) => {
				const text = readFileSync(join(src, file), 'utf8');
				return [
					...text.matchAll(
						/from '(node:(?:fs|http|https|net|child_process)[^']*|astro[^']*|d3-selection|d3-axis|d3-transition)'|\b(Date\.now|new Date\(\)|Math\.random|toLocale\w*String|Intl\.\w+)\b/g,
					),
				].map(([found]) => `${file}: ${found}`);
			});
		expect(impure).toEqual([]);
	});
});
