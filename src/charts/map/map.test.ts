import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collisions, lines, outside, pointsIn, textBoxes } from '../../../tests/support/drawing.ts';
import { exampleLedger } from '../../../tests/support/example-ceasefires.ts';
import { direction, distance, distanceTo } from './distance.ts';
import { simplify } from './ground.ts';
import { drawMap } from './map.ts';

const ledger = exampleLedger();
const all = ['idlib', 'harem', 'damascus', 'tripoli', 'hill', 'province'];
const map = drawMap(ledger, all, { id: 'a-map' });

for (const layout of ['wide', 'narrow'] as const) {
	const svg = map[layout];
	test(`${layout}: as it was drawn before`, async () => {
		await expect(lines(svg)).toMatchFileSnapshot(`golden/map-${layout}.svg`);
	});
	test(`${layout}: no name covers another or leaves the drawing, and none is small`, () => {
		expect(collisions(svg)).toEqual([]);
		expect(outside(svg)).toEqual([]);
		expect(textBoxes(svg).every(({ size }) => size >= 12)).toBe(true);
	});
	test(`${layout}: names every place it draws, every neighbour and the sea`, () => {
		const said = textBoxes(svg).map(({ text }) => text);
		for (const name of ['Idlib', 'Harem', 'Aleppo', 'Antakya', 'Latakia', 'Hama', 'Damascus'])
			expect(said).toContain(name);
		for (const name of ['Türkiye', 'Syria', 'Iraq', 'Jordan', 'Lebanon', 'Mediterranean']) expect(said).toContain(name);
		expect(said.some((text) => text.endsWith(' km'))).toBe(true);
		expect(pointsIn(svg)).toHaveLength(7);
		expect(svg).not.toMatch(/ style=|NaN|Infinity|undefined/);
	});
}

test('both drawings stay within the budget of a page', () => {
	expect(brotliCompressSync(map.wide + map.narrow).length).toBeLessThan(12 * 1024);
});

test('what is not drawn is said, with the reason', () => {
	expect(map.notes.join(' ')).toContain('Natural Earth');
	expect(map.notes).toContain('Not on the map: The hill. Near the border.');
	expect(map.notes.some((note) => note.startsWith('Not outlined: The province.'))).toBe(true);
	expect(map.notes.some((note) => note.startsWith('Not on the map: Tripoli,'))).toBe(true);
});

test('a place near another is a ring around that one, and said to be no position', () => {
	const places = new Map(ledger.places);
	const hill = places.get('hill');
	if (!hill) throw new Error('the example has no hill');
	places.set('hill', { ...hill, near: 'harem' });
	const ringed = drawMap({ ...ledger, places }, ['harem', 'hill']);
	for (const svg of [ringed.wide, ringed.narrow]) {
		expect(pointsIn(svg).filter((id) => id === 'hill')).toHaveLength(1);
		expect(textBoxes(svg).map(({ text }) => text)).toContain('near here');
		expect(collisions(svg)).toEqual([]);
		expect(outside(svg)).toEqual([]);
	}
	expect(ringed.notes.join(' ')).toContain('The dashed ring: The hill lies somewhere near Harem. Near the border.');
	expect(ringed.notes.join(' ')).not.toContain('Not on the map: The hill');
	expect(ringed.alt).toContain('The hill is near Harem; its exact position is not known.');
});

test('the words give where things are, how far and in which direction', () => {
	const alt = map.alt.replaceAll('\u00a0', ' ');
	expect(alt).toContain('Harem is about 30 km north of Idlib, within 10 km of the border.');
	expect(alt).toContain('Aleppo is about 55 km north-east of Idlib.');
	expect(alt).toContain('On it, Damascus is about 270 km south of Idlib.');
});

const position = fc.record({
	longitude: fc.double({ min: 30, max: 45, noNaN: true }),
	latitude: fc.double({ min: 30, max: 40, noNaN: true }),
});

test('distance is symmetric and never shorter than none', () => {
	fc.assert(
		fc.property(position, position, (a, b) => {
			expect(distance(a, b)).toBeCloseTo(distance(b, a), 6);
			expect(distance(a, b)).toBeGreaterThanOrEqual(0);
		}),
	);
	// One degree of latitude is 111.2 km on the mean sphere.
	expect(distance({ longitude: 36, latitude: 35 }, { longitude: 36, latitude: 36 })).toBeCloseTo(111.19, 1);
	expect(distanceTo({ longitude: 36, latitude: 35 }, [[35_000, 36_000, 37_000, 36_000]])).toBeCloseTo(111.19, 1);
});

test('the eight winds', () => {
	const idlib = { longitude: 36.6, latitude: 35.9 };
	const at = (x: number, y: number) => direction(idlib, { longitude: 36.6 + x, latitude: 35.9 + y });
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
});

test('simplifying keeps the ends and only points of the line', () => {
	const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 })), { minLength: 2 });
	fc.assert(
		fc.property(points, (line) => {
			const kept = simplify(line, 1);
			expect(kept[0]).toBe(line[0]);
			expect(kept.at(-1)).toBe(line.at(-1));
			expect(kept.every((point) => line.includes(point as [number, number]))).toBe(true);
		}),
	);
});
