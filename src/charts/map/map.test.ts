import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { collisions, lines, outside, pointsIn, svgsOf, textBoxes } from '../../../tests/support/drawing.ts';
import { exampleLedger } from '../../../tests/support/example-ceasefires.ts';
import { layouts } from '../scene.ts';
import { ground, type Position } from './ground.ts';
import { drawMap } from './map.ts';
import { direction, distance, frontLine } from './places.ts';
import { hatchedRound, strip } from './shapes.ts';

const ledger = exampleLedger();
const map = drawMap(ledger, 'country');
const svgs = svgsOf(map);

for (const layout of layouts) {
	const svg = svgs[layout];
	test(`${layout}: as it was drawn before`, async () => {
		await expect(lines(svg)).toMatchFileSnapshot(`golden/map-${layout}.svg`);
	});
	test(`${layout}: no name covers another or leaves the drawing, and none is small`, () => {
		expect(collisions(svg)).toEqual([]);
		expect(outside(svg)).toEqual([]);
		expect(textBoxes(svg).every(({ size }) => size >= 14)).toBe(true);
	});
	test(`${layout}: names every place it draws, and says what each side holds, in it or below it`, () => {
		const said = textBoxes(svg)
			.map(({ text }) => text)
			.join(' ');
		for (const name of ['Idlib', 'Harem', 'Aleppo', 'Türkiye', 'R1', 'rebels', 'strip', 'line', 'somewhere'])
			expect(said).toContain(name);
		expect(said).toMatch(/\d km/);
		expect(svg).not.toMatch(/ style=|NaN|Infinity|undefined/);
	});
	test(`${layout}: one mark for each row of the table that is in the frame`, () => {
		const rows = map.table.rows.map(([cell]) => cell?.value);
		expect(rows).toEqual(['Idlib', 'Harem', 'Aleppo', 'The hill']);
		expect(pointsIn(svg).toSorted()).toEqual(map.table.points.toSorted());
	});
}

test('the drawings stay within the budget of a page', () => {
	expect(brotliCompressSync(Object.values(svgs).join('')).length).toBeLessThan(12 * 1024);
});

test('the table says how far and in which direction, and what is not known', () => {
	const where = map.table.rows.map((row) => row[2]?.text.replaceAll('\u00a0', ' '));
	expect(where).toEqual([
		'the centre of the province',
		'about 30 km north of Idlib',
		'about 55 km north-east of Idlib',
		'near Harem; its position is not known',
	]);
});

test('the line runs halfway between the places on either side of it', () => {
	const spec = ledger.maps.get('country');
	expect(spec && frontLine(ledger, spec)).toHaveLength(2);
});

test('a frame fills its box, and a strip and a hatched area are to scale', () => {
	const at = ground({ west: 36, south: 35, east: 37, north: 36 }, { x: 0, y: 0, width: 200, height: 200 });
	const [a, b] = [at.spot([36.5, 35.5]), at.spot([36.5, 35.6])];
	// A tenth of a degree of latitude is 11.1 km on the mean sphere.
	expect((a.y - b.y) / at.kilometre).toBeCloseTo(11.1, 0);
	const { left, right } = strip(
		[
			{ x: 0, y: 0 },
			{ x: 10, y: 0 },
		],
		3,
	);
	expect(left[0]).toEqual({ x: 0, y: -3 });
	expect(right[1]).toEqual({ x: 10, y: 3 });
	const round = hatchedRound(
		[
			{ x: 0, y: 0 },
			{ x: 8, y: 0 },
		],
		2,
	);
	expect(round).toMatchObject({ middle: { x: 4, y: 0 }, radius: 6 });
});

test('distance and the eight winds', () => {
	const idlib: Position = [36.6, 35.9];
	const at = (x: number, y: number) => direction(idlib, [36.6 + x, 35.9 + y]);
	expect([at(0, 1), at(1, 0.8), at(1, 0), at(1, -0.8), at(0, -1), at(-1, -0.8), at(-1, 0), at(-1, 0.8)]).toEqual([
		'north',
		'north-east',
		'east',
		'south-east',
		'south',
		'south-west',
		'west',
		'north-west',
	]);
	// One degree of latitude is 111.2 km on the mean sphere.
	expect(distance([36, 35], [36, 36])).toBeCloseTo(111.19, 1);
});
