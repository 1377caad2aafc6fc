import { z } from 'zod';
import { figureless, maybe, ref, text } from './fields.ts';

/** A glossary term. Declared in content/terms.yaml. */
export const term = z.strictObject({
	term: text.describe('The term as used in prose, in the singular.'),
	definition: figureless.describe('What it means here, in one or two plain sentences.'),
	sources: maybe(z.array(ref('source')), 'Sources for the definition.'),
});
