import { z } from 'zod';
import { at, date, group, maybe, pointDate, ref, text, words } from './fields.ts';

/** Qualifiers that go with a number. */
export const numberQualifiers = ['exactly', 'about', 'more than', 'at least', 'almost', 'up to', 'between'] as const;
/** Qualifiers that stand in place of a number. */
export const wordQualifiers = ['dozens', 'hundreds', 'hundreds of thousands', 'many', 'numerous', 'not given'] as const;
export const qualifiers = [...numberQualifiers, ...wordQualifiers] as const;
export type Qualifier = (typeof qualifiers)[number];

/** How many: a number with its qualifier, or words where no number was given. */
export const quantity = z
	.strictObject({
		value: maybe(z.number().nonnegative(), 'The number. Left out when only words were given.'),
		qualifier: z.enum(qualifiers).default('exactly').describe('How the source limits the number.'),
		upper: maybe(z.number().nonnegative(), 'Upper end, only with qualifier "between".'),
		unit: maybe(text, 'Unit, when it differs from the unit of the measure.'),
	})
	.superRefine(({ value, upper, qualifier }, context) => {
		const words = (wordQualifiers as readonly string[]).includes(qualifier);
		const wrong = (key: string, message: string) => context.addIssue({ code: 'custom', ...at(key, message) });
		if (words && value !== undefined) wrong('value', `"${qualifier}" stands in place of a number; leave value out`);
		if (!words && value === undefined) wrong('value', `"${qualifier}" needs a value`);
		if ((qualifier === 'between') !== (upper !== undefined))
			wrong('upper', 'upper and the qualifier "between" go together');
		if (upper !== undefined && value !== undefined && upper <= value) wrong('upper', 'upper must be larger than value');
	})
	.meta({
		allOf: [
			{
				if: { required: ['qualifier'], properties: { qualifier: { enum: wordQualifiers } } },
				// biome-ignore lint/suspicious/noThenProperty: "then" is a keyword of JSON Schema.
				then: { not: { required: ['value'] } },
				else: { required: ['value'] },
			},
			{
				if: { required: ['qualifier'], properties: { qualifier: { const: 'between' } } },
				// biome-ignore lint/suspicious/noThenProperty: "then" is a keyword of JSON Schema.
				then: { required: ['upper'] },
				else: { not: { required: ['upper'] } },
			},
		],
	})
	.describe('How many, with the source’s own limits on it.');

export type Quantity = z.infer<typeof quantity>;

const confidenceLevels = ['high', 'medium', 'low'] as const;

/** A claim: who said it, when, in which source, with which words. */
export const claim = z
	.strictObject({
		about: ref('topic').describe('The topic it is about, from content/topics.yaml.'),
		measure: ref('measure').describe('What it measures, from content/measures.yaml.'),
		statement: words.describe('The claim in one sentence of our own words, with attribution.'),
		quantity: quantity.optional(),
		date: maybe(date, 'When it holds: a date or a period.'),
		said: maybe(pointDate, 'When it was said. Leave out when unknown.'),
		saidTime: maybe(text, 'Time of day it was said, where the order within a day matters: "10:18 CET", "midday".'),
		order: maybe(z.number().int(), 'Order within one day, where times are not known but the order is.'),
		saidBy: ref('actor')
			.optional()
			.describe('The actor who said it; of a count, the one who counted. Left out where the source speaks for itself.'),
		relayedBy: ref('actor')
			.optional()
			.describe('The actor who passed it on in this source, where that is not the one who said or counted it.'),
		source: ref('source').describe('The source it stands in.'),
		quote: maybe(text, 'The words as they stand in the seed, exactly; short.'),
		locator: maybe(text, 'Where in an outside source: page, section, table, row, headline.'),
		confidence: group('How far this claim can be relied on, and why.', {
			level: z.enum(confidenceLevels).describe('How sure we are that the claim is reported rightly.'),
			reason: words.describe('Why.'),
		}),
		supersedes: maybe(ref('claim'), 'An earlier claim by the same speaker that this one replaces.'),
		note: maybe(words, 'What a reader should know.'),
	})
	.refine(
		({ saidBy, relayedBy }) => relayedBy === undefined || (saidBy !== undefined && saidBy !== relayedBy),
		at('relayedBy', 'relayedBy needs a saidBy, and a different one: who counted or spoke, and who passed it on'),
	)
	.refine(
		({ quote, locator }) => (quote === undefined) !== (locator === undefined),
		at('quote', 'give either a quote (from a seed) or a locator (in an outside source), not both and not neither'),
	)
	.meta({ oneOf: [{ required: ['quote'] }, { required: ['locator'] }] });
