import { expect, test } from 'vitest';
import { collisions, outside } from '../../../tests/support/drawing.ts';
import { exampleCeasefire, exampleLedger } from '../../../tests/support/example-ceasefires.ts';
import { ceasefiresIcs } from '../../formats/calendar.ts';
import { ceasefiresCsv, ceasefiresJson } from '../../formats/ceasefires.ts';
import type { Ceasefire, Ledger } from '../../ledger/ledger.ts';
import { drawCloseUp } from './closeup.ts';
import { drawHeld } from './durations.ts';
import { heldTable } from './durations-table.ts';
import { MOST_ROWS } from './group-rows.ts';
import { drawLife } from './life.ts';
import { drawOverview } from './overview.ts';
import { drawStrip } from './strip.ts';

/** `count` ceasefires spread over twelve years, one in ten elsewhere, one in seven without an end. */
const crowd = (count: number): readonly Ceasefire[] =>
	Array.from({ length: count }, (_, i) => {
		const day = (offset: number) =>
			new Date(Date.UTC(2012, 0, 1 + Math.floor((i * 4500) / count) + offset)).toISOString().slice(0, 10);
		return exampleCeasefire(`deal-${i}`, {
			agreed: day(0),
			inForce: day(1),
			...(i % 7 === 0 ? {} : { ended: day(2 + (i % 40)), endedCertainty: 'day' }),
			coversIdlib: i % 10 === 0 ? 'no' : 'yes',
		});
	});

test('a thousand ceasefires share a row for each year, and the figure says how many', () => {
	const figure = drawOverview(exampleLedger(crowd(1000)));
	expect(figure.summary).toContain('1,000');
	expect(figure.table.rows).toHaveLength(1000);
	const counted = [...figure.drawings.wide.matchAll(/>\d{4}: (\d+) ceasefires?</g)].map(([, n]) => Number(n));
	expect(counted.reduce((a, b) => a + b, 0)).toBe(1000);
	for (const svg of Object.values(figure.drawings)) {
		expect(collisions(svg)).toEqual([]);
		expect(outside(svg)).toEqual([]);
	}
});

test('the grouped drawing does not grow with the number of ceasefires', () => {
	const size = (count: number) => drawOverview(exampleLedger(crowd(count))).drawings.wide.length;
	expect(size(4000)).toBeLessThan(size(1000) * 1.1);
});

/** Reads of fields, all ceasefires together: the work that a drawing or a file does, without a clock. */
function reads(count: number, make: (ledger: Ledger) => unknown): number {
	let total = 0;
	const counted = crowd(count).map(
		(ceasefire) =>
			new Proxy(ceasefire, {
				get(target, key, receiver) {
					total += 1;
					return Reflect.get(target, key, receiver) as unknown;
				},
			}),
	);
	make(exampleLedger(counted));
	return total;
}

const site = 'https://example.org/';
const works: readonly (readonly [string, (ledger: Ledger) => unknown])[] = [
	['overview', (ledger) => drawOverview(ledger)],
	['close-up', (ledger) => drawCloseUp(ledger)],
	['lengths', (ledger) => drawHeld(ledger)],
	['table of lengths', (ledger) => heldTable(ledger)],
	['strip', (ledger) => drawStrip(ledger)],
	['csv', (ledger) => ceasefiresCsv(ledger, site)],
	['json', (ledger) => ceasefiresJson(ledger, site)],
	['calendar', (ledger) => ceasefiresIcs(ledger, site)],
];

test.each(works)('%s: a ceasefire costs no more among four thousand than among a thousand', (_name, make) => {
	const [few, many] = [reads(1000, make) / 1000, reads(4000, make) / 4000];
	// Sorting adds a little; looking through all for each would make it four times as much.
	expect(many / few).toBeLessThan(1.3);
});

test('grouped drawings say how many they group, and hold their words apart', () => {
	const ledger = exampleLedger(crowd(1000));
	const held = drawHeld(ledger);
	expect(held.summary).toContain('1,000');
	const counted = [...held.drawings.wide.matchAll(/>([\d,]+) ceasefires?/g)].map(([, n = '']) =>
		Number(n.replaceAll(',', '')),
	);
	expect(counted.reduce((a, b) => a + b, 0)).toBe(1000);
	const events = Array.from({ length: 1000 }, (_, i) => ({
		date: new Date(Date.UTC(2020, 2, 6 + Math.floor(i * 1.7))).toISOString().slice(0, 10),
		kind: i % 3 === 0 ? ('violation' as const) : ('implementation' as const),
		what: `Event ${i}.`,
		sources: ['report'],
	}));
	const busy = exampleCeasefire('busy', { inForce: '2020-03-06', ended: '2024-11-27', endedCertainty: 'day', events });
	const life = drawLife(exampleLedger([busy]), 'busy');
	expect(life.summary).toContain('1,000');
	expect(life.table.rows).toHaveLength(1000);
	const inLanes = [...life.drawings.wide.matchAll(/>([\d,]+) events/g)].map(([, n = '']) =>
		Number(n.replaceAll(',', '')),
	);
	expect(inLanes.reduce((a, b) => a + b, 0)).toBe(1000);
	for (const figure of [held, life])
		for (const svg of Object.values(figure.drawings)) {
			expect(collisions(svg)).toEqual([]);
			expect(outside(svg)).toEqual([]);
		}
});

test('up to the limit each has a row of its own', () => {
	const { drawings, points } = drawOverview(exampleLedger(crowd(MOST_ROWS)));
	expect(points).toHaveLength(MOST_ROWS);
	expect(drawings.wide.match(/data-series="deal-/g)).toHaveLength(MOST_ROWS);
});

test('the other drawings stay whole with a thousand', () => {
	const ledger = exampleLedger(crowd(1000));
	for (const figure of [drawCloseUp(ledger), drawHeld(ledger), drawStrip(ledger)])
		for (const svg of Object.values(figure.drawings)) expect(svg).not.toMatch(/NaN|Infinity/);
});

test('an empty ledger is drawn as an empty figure', () => {
	const ledger = exampleLedger([]);
	for (const figure of [drawOverview(ledger), drawCloseUp(ledger), drawHeld(ledger), drawStrip(ledger)])
		expect(figure.drawings.wide).not.toMatch(/NaN|Infinity/);
});
