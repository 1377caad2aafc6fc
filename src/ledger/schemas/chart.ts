import { z } from 'zod';
import { date, flag, group, groups, maybe, prose, ref, words } from './fields.ts';

const annotation = z
	.strictObject({
		date: maybe(date, 'A date for a marker, a period for a band.'),
		series: maybe(ref('series'), 'The series whose point at this date is meant.'),
		ceasefire: maybe(ref('ceasefire'), 'Draw this ceasefire’s time in force as a band.'),
		claim: maybe(ref('claim'), 'Place this claim’s figure at its date.'),
		label: prose.describe('A few words.'),
	})
	.describe('Something to see in the chart: a point, a span, a label.');

const common = {
	title: prose.describe('What to see, as a sentence without a full stop.'),
	summary: prose.describe('One to three sentences in words; every figure a <Value …/> or <Claim …/>.'),
	note: maybe(words, 'What a reader must know to read it rightly.'),
	annotations: maybe(z.array(annotation), 'Things to see in the chart, each with a label.'),
} as const;

/** What every chart of series has. */
const drawn = {
	...common,
	series: z.array(ref('series')).min(1).describe('Series, in drawing order.'),
	from: maybe(date, 'Where the drawing starts, when it is not with the first row.'),
	to: maybe(date, 'Where the drawing ends, when it is not with the last row.'),
} as const;

/** What every chart of accounts has. */
const matter = {
	...common,
	about: ref('topic').describe('The topic.'),
	measure: ref('measure').describe('The measure.'),
} as const;

const difference = flag('Mark where two series lie furthest apart.');

/** A chart, declared without code. */
export const chart = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('line'), ...drawn, difference }),
	z.strictObject({ kind: z.literal('cumulative'), ...drawn, difference }),
	z.strictObject({ kind: z.literal('bars'), ...drawn, series: drawn.series.length(1) }),
	z.strictObject({ kind: z.literal('small multiples'), ...drawn }),
	z.strictObject({ kind: z.literal('ceasefires'), ...common }),
	z.strictObject({ kind: z.literal('how long'), ...common }),
	z.strictObject({
		kind: z.literal('truces'),
		...common,
		ceasefire: ref('ceasefire').describe('The ceasefire that stands out.'),
		series: z.array(ref('series')).length(1).describe('The count of people on the move.'),
		says: group('Words in the drawing.', {
			all: prose.describe('Said of all of them.'),
			marked: prose.describe('Said of the one that stands out.'),
			people: prose.describe('Said of the people.'),
		}),
	}),
	z.strictObject({
		kind: z.literal('close-up'),
		...common,
		from: date.describe('First month that is drawn.'),
		to: date.describe('Last month that is drawn.'),
		series: z.array(ref('series')).length(1).describe('The count of people, below the ceasefires.'),
	}),
	z.strictObject({
		kind: z.literal('life'),
		...common,
		ceasefire: ref('ceasefire').describe('The ceasefire whose events are drawn.'),
	}),
	z.strictObject({ kind: z.literal('hours'), ...matter }),
	z.strictObject({ kind: z.literal('accounts'), ...matter }),
	z.strictObject({
		kind: z.literal('windows'),
		...common,
		claims: z.array(ref('claim')).min(1).describe('Claims whose date is a period; each is drawn over its period.'),
	}),
	z.strictObject({
		kind: z.literal('sides'),
		...common,
		sides: z.array(ref('actor')).length(2).describe('The two who stand against each other.'),
		rows: groups('Wars in which they did.', {
			name: words.describe('Its name.'),
			backed: z
				.array(
					group('One whom they backed.', {
						words: words.describe('Whom, in few words.'),
						claim: ref('claim').describe('What says so.'),
					}),
				)
				.length(2)
				.describe('Whom each of the two backed, in their order.'),
			deal: words.describe('The deal that stopped it, and who made it, in few words.'),
			from: ref('claim').describe('Its date is that from which the deal stood.'),
			to: ref('claim').describe(
				'Its date is that on which the deal ended, or at which it is last known to have stood.',
			),
			stands: flag('At that date it still stood.'),
		}).min(1),
	}),
]);

export type Annotation = z.infer<typeof annotation>;
