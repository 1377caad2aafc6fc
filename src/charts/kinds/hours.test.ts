import { expect, test } from 'vitest';
import { collisions, outside, pointsIn, svgsOf, textBoxes } from '../../../tests/support/drawing.ts';
import { exampleEntries, exampleSeed } from '../../../tests/support/example-ledger.ts';
import type { Entry } from '../../ledger/ledger.ts';
import { buildLedger } from '../../ledger/verify.ts';
import { drawChart } from '../declared.ts';

const counted = (id: string, value: number, more: object): Entry => ({
	kind: 'claim',
	id,
	data: {
		about: 'strike',
		measure: 'killed',
		statement: `In the strike ${value} were killed.`,
		quantity: { value },
		said: '2020-10-26',
		saidBy: 'observatory',
		source: 'outside',
		locator: 'Here',
		confidence: { level: 'high', reason: 'As reported.' },
		...more,
	},
});
const chart: Entry = {
	kind: 'chart',
	id: 'hours',
	data: { kind: 'hours', title: 'The hours', summary: 'Words.', about: 'strike', measure: 'killed' },
};

const ledger = buildLedger({
	entries: [
		...exampleEntries,
		counted('later', 56, { saidTime: 'evening' }),
		counted('again', 56, { saidTime: 'night' }),
		counted('no-hour', 43, { saidBy: 'spokesman' }),
		counted('next-day', 38, { said: '2020-10-27', saidBy: 'spokesman' }),
		chart,
	],
	seeds: new Map([['report.txt', { text: exampleSeed, sha256: 'a'.repeat(64) }]]),
});
const figure = drawChart(ledger, 'hours');

test('counts stand in their order, the same one of a speaker once, those without an hour and of later days apart', () => {
	expect(figure.points.map(({ value }) => value)).toEqual([21, 56, 43, 38]);
	expect(figure.table.points).toEqual(figure.points.map(({ id }) => id));
	for (const svg of Object.values(svgsOf(figure))) {
		const said = textBoxes(svg)
			.map(({ text }) => text.replaceAll('\u00a0', ' '))
			.join(' ');
		for (const word of [
			'10:18 CET',
			'evening',
			'21',
			'56',
			'43',
			'38',
			'The same day, the hour not given',
			'27 October 2020',
		])
			expect(said).toContain(word);
		expect(pointsIn(svg)).toEqual(figure.table.points);
		expect(collisions(svg)).toEqual([]);
		expect(outside(svg)).toEqual([]);
	}
});
