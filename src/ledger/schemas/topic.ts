import { z } from 'zod';
import { date, figureless, maybe, words } from './fields.ts';

/** What claims are about: an event, a deal, a situation. Declared once in content/topics.yaml, in reading order. */
export const topic = z.strictObject({
	title: words.describe('As a heading in the ledger: "The fire at the mill".'),
	description: figureless.describe('One sentence: what belongs here.'),
	date: maybe(date, 'When the event was, if it is one.'),
});
