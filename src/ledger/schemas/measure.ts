import { z } from 'zod';
import { figureless, flag, maybe, text } from './fields.ts';

/**
 * stock: how many there are on a date. flow: how many moved in a period.
 * event count: how many in one event. statement: said, not counted. amount: a length, a duration, a distance.
 */
const measureKinds = ['stock', 'flow', 'event count', 'statement', 'amount'] as const;

/** What a claim or a series counts. Declared once in content/measures.yaml. */
export const measure = z.strictObject({
	label: figureless.describe('As a heading: "Killed", "Refugees registered".'),
	kind: z.enum(measureKinds).describe('stock, flow, event count, amount or statement.'),
	unit: maybe(text, 'Unit of the values in the plural: people, fighters, km, years. None for statements.'),
	definition: figureless.describe('What is counted, and what is not.'),
	various: flag('true when claims of this measure about one topic count different things and are never compared.'),
});
