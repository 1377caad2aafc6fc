import { z } from 'zod';
import type { numberQualifiers } from './claim.ts';
import { date, figureless, groups, licence, maybe, pointDate, ref, text, words } from './fields.ts';

/** The columns that the CSV of a series may have, in this order; the first two are always there. */
export const csvColumns = ['date', 'value', 'qualifier', 'source', 'countedBy', 'relayedBy', 'note'] as const;

/** Those that name records, and of which kind. */
export const csvRefers = [
	['source', 'source'],
	['countedBy', 'actor'],
	['relayedBy', 'actor'],
] as const;

/** A series: one measure, one place, one provider, over time. The values stand in the CSV of the same name. */
export const series = z.strictObject({
	title: figureless.describe('What it shows, without a figure: "People registered as refugees in the north".'),
	label: figureless.describe('Short name for direct labels in a chart: "North", "UNHCR".'),
	measure: ref('measure').describe('From content/measures.yaml; says whether it is a stock or a flow.'),
	unit: text.describe('Unit of the values, in the plural: people.'),
	place: maybe(ref('place'), 'The place it is about.'),
	provider: text.describe('Who counted.'),
	source: ref('source').describe('The source of every row that names none of its own.'),
	licence,
	definition: figureless.describe('What is counted, and what is not.'),
	method: words.describe('How the figures came to be and what we did to them.'),
	countedFrom: maybe(pointDate, 'Start of the count, for a flow counted up from one day.'),
	columns: groups('The columns of the CSV, in order.', {
		name: z.enum(csvColumns).describe('Its name in the header.'),
		type: z.enum(['date', 'number', 'text']).describe('What stands in it.'),
		unit: maybe(text, 'Unit of a number.'),
		description: text.describe('What it says, for those who download the table.'),
	}),
	breaks: z
		.array(z.strictObject({ date, reason: words.describe('What changed, or what is known of the dip.') }))
		.optional()
		.describe('Where the count changes its meaning, or a dip is known to be in the data itself.'),
	note: maybe(words, 'What a reader must know to use it rightly.'),
});

/** One row of a series' CSV, as `rows.ts` reads it. */
export interface Row {
	readonly date: string;
	readonly value: number;
	readonly qualifier?: (typeof numberQualifiers)[number];
	/** Id of the source of this row, where it is another than that of the series. */
	readonly source?: string;
	/** Id of the actor who made this count, where the provider is a name for several. */
	readonly countedBy?: string;
	/** Id of the actor who only passed the count on in that source. */
	readonly relayedBy?: string;
	readonly note?: string;
}
