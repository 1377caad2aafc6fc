import { z } from 'zod';
import { correction, day, figureless, flag, groups, maybe, prose, ref, words } from './fields.ts';

const article = {
	title: figureless.describe('The headline. No bare figures.'),
	dek: prose.describe('One or two sentences under the headline.'),
	asOf: day.describe('The day the page speaks from.'),
	updated: day.describe('The day it was last changed in substance.'),
	draft: flag('true: shown in the preview only, never published.'),
	opening: maybe(ref('chart', 'map'), 'The chart or map that opens the page, across its width; not shown again below.'),
	corrections: maybe(z.array(correction), 'Corrections that readers see on the page.'),
} as const;

/** Front matter of an explainer. */
export const explainer = z.strictObject({
	...article,
	published: day
		.optional()
		.describe('The day on which readers first had it: the feeds name it. Left out of what is not published yet.'),
	short: figureless.describe('Short title for navigation: "The strike".'),
	summary: z.array(prose).min(3).max(5).describe('Three to five key points.'),
	readNext: maybe(
		z.array(ref('explainer')).min(1).max(3),
		'Explainers that go on from this one, nearest first. Left out, the next in reading order.',
	),
	order: z.number().int().positive().describe('Place in the reading order.'),
});

/** Front matter of the front page and of /about/. */
export const page = z.strictObject({
	...article,
	summary: maybe(z.array(prose), 'Key points.'),
	glance: groups('Figures at a glance on the front page.', {
		figure: prose.describe('The figure itself, as a <Value …/> or <Claim …/>, with its range where sources differ.'),
		label: prose.describe('What it counts, in a few words, and who says so.'),
		when: words.describe('When it holds: "26 October 2020".'),
	}).optional(),
});
