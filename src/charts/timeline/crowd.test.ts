import { expect, test } from 'vitest';
import type { Ceasefire } from '../../ledger/ledger.ts';
import { drawCloseUp } from './closeup.ts';
import { exampleCeasefire, exampleLedger } from './example.ts';
import { MOST_ROWS } from './gather.ts';
import { drawHeld } from './held.ts';
import { drawOverview } from './overview.ts';
import { collisions, outside } from './reading.ts';
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
