import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleLedger, exampleSeries } from '../charts/ledger.ts';
import { fixture } from '../desk/tree.ts';
import { additions } from './additions.ts';

const root = join(import.meta.dirname, '../..');
const copy = join(root, '.work', `extending-${process.pid}`);
const guide = readFileSync(join(root, 'docs/extending.md'), 'utf8');

/** The files that a part of the guide names, in its order. */
const filesUnder = (heading: string): readonly string[] => {
	const [, part = ''] = guide.split(`## ${heading}\n`);
	return [...(part.split('\n## ')[0] ?? '').matchAll(/^\d+\. `([^`]+)`/gm)].map(([, file = '']) => file);
};

/** A module of the copy. */
const load = <T>(path: string): Promise<T> => import(/* @vite-ignore */ join(copy, path)) as Promise<T>;

beforeAll(() => {
	cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true });
	for (const { edits } of additions) {
		for (const [path, change] of Object.entries(edits)) {
			const file = join(copy, path);
			if (typeof change === 'string') {
				if (existsSync(file)) throw new Error(`${path} is there already`);
				mkdirSync(dirname(file), { recursive: true });
				writeFileSync(file, change);
				continue;
			}
			const text = change.reduce(
				(before, [behind, added]) => {
					if (before.split(behind).length !== 2) throw new Error(`“${behind}” does not stand in ${path} once`);
					return before.replace(behind, () => behind + added);
				},
				readFileSync(file, 'utf8'),
			);
			writeFileSync(file, text);
		}
	}
	writeFileSync(
		join(copy, 'tsconfig.json'),
		JSON.stringify({
			extends: '../../tsconfig.json',
			include: ['ledger', 'prose', 'desk', 'charts', 'formats', 'routes.ts'].map((room) => `src/${room}`),
			exclude: ['**/*.test.ts'],
		}),
	);
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe.each(additions)('$heading', ({ heading, most, edits, outside }) => {
	it('takes the files that the guide names, and few', () => {
		const named = filesUnder(heading);
		expect([...named].sort()).toEqual([...Object.keys(edits), ...outside].sort());
		expect(named.length).toBeLessThanOrEqual(most);
		expect(outside.filter((file) => !existsSync(join(root, file)))).toEqual([]);
		expect(named.filter((file) => file.includes('golden'))).toEqual([]);
	});
});

describe('with all of them added', () => {
	it('the types of all but pages hold', () => {
		const run = () =>
			execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', copy], { encoding: 'utf8' });
		let said = '';
		try {
			run();
		} catch (error) {
			said = (error as { readonly stdout: string }).stdout;
		}
		const own = said.split('\n').filter((line) => line.includes('error TS'));
		expect(own).toEqual([]);
	});

	it('the desk, addresses and editors know the record, and a reference of it that leads nowhere', async () => {
		const { check } = await load<typeof import('../../src/desk/check.ts')>('src/desk/check.ts');
		const { diskOf } = await load<typeof import('../../src/desk/disk.ts')>('src/desk/disk.ts');
		const { routesIn } = await load<typeof import('../../src/routes.ts')>('src/routes.ts');
		const { recordSchema } = await load<typeof import('../../src/desk/json-schema.ts')>('src/desk/json-schema.ts');
		const { searchables } = await load<typeof import('../../src/formats/searchable.ts')>('src/formats/searchable.ts');
		const { buildLedger } = await load<typeof import('../../src/ledger/verify.ts')>('src/ledger/verify.ts');
		const bridge = (source: string) =>
			`name: The old bridge\nrole: A bridge that <Place id="vell"/> is known for.\nsources: [${source}]\n`;
		const checked = (text: string) =>
			check('/', diskOf(new Map([...fixture(), ['content/bridges/old-bridge.yaml', text]])));
		const source = [...checked('').content.homes.values()].find(({ entry }) => entry.kind === 'source')?.entry.id ?? '';
		expect(checked(bridge('nowhere')).findings).toMatchObject([
			{ rule: 'unknown-reference', path: 'content/bridges/old-bridge.yaml', line: 3 },
		]);
		const { findings, content } = checked(bridge(source));
		expect(findings).toEqual([]);
		const ledger = buildLedger(content.entries);
		expect(routesIn(ledger).map(({ path }) => path)).toContain('/bridges/old-bridge/');
		expect(searchables(ledger).map(({ title }) => title)).toContain('The old bridge');
		expect(recordSchema('bridge' as 'place', { source: ['one'] })).toMatchObject({
			properties: { sources: { items: { enum: ['one'] } } },
		});
	});

	it('both components have words wherever a text is read', async () => {
		const { plainText } = await load<typeof import('../../src/prose/words.ts')>('src/prose/words.ts');
		const { block } = await load<typeof import('../../src/formats/blocks.ts')>('src/formats/blocks.ts');
		const { readContent } = await load<typeof import('../../src/desk/read.ts')>('src/desk/read.ts');
		const { diskOf } = await load<typeof import('../../src/desk/disk.ts')>('src/desk/disk.ts');
		const { buildLedger } = await load<typeof import('../../src/ledger/verify.ts')>('src/ledger/verify.ts');
		const ledger = buildLedger(readContent('/', diskOf(fixture())).entries);
		const [place] = ledger.places.values();
		expect(plainText(ledger, `In <Place id="${place?.id}"/>.`)).toBe(`In ${place?.name}.`);
		const to = { ledger, site: 'https://example.org/', notes: undefined as never };
		expect(JSON.stringify(block(to, 'Where', { place: place?.id ?? '' }))).toContain(place?.name);
	});

	it('the chart draws itself', async () => {
		const { drawChart } = await load<typeof import('../../src/charts/declared.ts')>('src/charts/declared.ts');
		const rows = [2012, 2013].map((year) => ({ date: String(year), value: year }));
		const chart = { id: 'c', kind: 'dots', title: 'What to see', summary: 'Words.', series: ['one'] };
		const ledger = exampleLedger([exampleSeries('one', rows)], chart as never);
		const { drawings, points } = drawChart(ledger, 'c');
		expect(points.length).toBe(2);
		expect(drawings.wide.shapes.length).toBe(2);
	});
});
