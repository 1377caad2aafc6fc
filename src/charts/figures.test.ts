import { expect, test } from 'vitest';
import { exampleLedger } from '../../tests/support/example-ceasefires.ts';
import { ChartError } from './data.ts';
import { drawFigure, figureIds } from './figures.ts';

const ledger = exampleLedger();

test('the drawings of the ceasefires are figures like the others, under their own ids', () => {
	const ids = figureIds(ledger);
	expect(new Set(ids).size).toBe(ids.length);
	expect(ids).toEqual(expect.arrayContaining(['ceasefires-overview', 'ceasefires-close-up', 'ceasefires-how-long']));
	for (const id of ids) expect(drawFigure(ledger, id).id).toBe(id);
});

test('an id without a figure is an error', () => {
	expect(() => drawFigure(ledger, 'nowhere')).toThrow(ChartError);
	expect(() => drawFigure(ledger, 'toString')).toThrow(ChartError);
});
