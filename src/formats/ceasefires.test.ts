import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { exampleCeasefire, exampleLedger } from '../../tests/support/example-ceasefires.ts';
import { ceasefiresCsv } from './datapackage.ts';
import { ceasefiresJson } from './records.ts';

const site = 'https://example.org/';
const ledger = exampleLedger();

test('CSV and JSON hold every ceasefire once, in one order', () => {
	const ids = [...ledger.ceasefires.keys()];
	const rows: Record<string, string>[] = parse(ceasefiresCsv(ledger), { columns: true });
	const records = JSON.parse(ceasefiresJson(ledger, site)) as { ceasefires: { id: string }[] };
	expect(rows.map((row) => row['id'])).toEqual(ids);
	expect(records.ceasefires.map(({ id }) => id)).toEqual(ids);
});

test('dates keep their precision, lengths their range', () => {
	const [row]: Record<string, string>[] = parse(
		ceasefiresCsv(
			exampleLedger([exampleCeasefire('a', { inForce: '2019-05-18', ended: '2019-05', endedCertainty: 'about' })]),
		),
		{ columns: true },
	);
	expect(row).toMatchObject({ ended: '2019-05', days_held_least: '0', days_held_most: '13', brokers: 'Russia' });
});

test('no cell is a formula', () => {
	const text = ceasefiresCsv(exampleLedger([exampleCeasefire('a', { name: '=HYPERLINK("x")', outcome: '+1, @SUM' })]));
	for (const row of parse(text) as string[][]) for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
});
