import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawChart } from '../../src/charts/declared.ts';
import { layouts } from '../../src/charts/size.ts';
import { drawingOf } from '../../src/charts/svg.ts';
import { lines } from '../support/drawing.ts';
import { chartFixture } from './fixture.ts';
import { chartsHold } from './promises.ts';

/** One chart of each kind, of made-up data: the only drawings that are kept as goldens. */

const ledger = chartFixture();
const golden = join(import.meta.dirname, '../../src/charts/golden');
const drawings = [...ledger.charts.keys()].flatMap((id) => layouts.map((layout) => [id, layout] as const));

chartsHold(ledger);

test.each(drawings)('%s, %s: as it was drawn before', async (id, layout) => {
	await expect(lines(drawingOf(drawChart(ledger, id), layout))).toMatchFileSnapshot(
		join(golden, `${id}-${layout}.svg`),
	);
});

test('every golden drawing is that of a chart', () => {
	expect(readdirSync(golden).sort()).toEqual(drawings.map(([id, layout]) => `${id}-${layout}.svg`).sort());
});
