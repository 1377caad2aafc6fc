import { z } from 'zod';
import { called, degrees, position, prose, ref, spelling, text, words } from './fields.ts';

const placeKinds = ['city', 'town', 'area', 'governorate', 'country', 'region', 'road', 'crossing', 'post'] as const;

/** A place on the map or in the story. */
export const place = z.strictObject({
	name: called.describe('The one spelling used on this site.'),
	kind: z.enum(placeKinds).describe('What this place is.'),
	role: prose.describe('What this place is in this story; one or two sentences.'),
	coordinates: z
		.strictObject({
			latitude: z.number().min(-90).max(90).describe('Degrees north.'),
			longitude: degrees.describe('Degrees east.'),
			precision: text.describe('How exact the point is, for example "to about 1 km".'),
		})
		.optional()
		.describe('Left out when the position is not known.'),
	unknownPosition: words.optional().describe('What is known of the position when there are no coordinates.'),
	near: ref('place')
		.optional()
		.describe('The place with coordinates near which it lies, where its own position is not known: drawn as a ring.'),
	through: z.array(ref('place')).min(2).optional().describe('For a road: places along it, from one end to the other.'),
	outline: z
		.array(position)
		.min(3)
		.optional()
		.describe('For a province: its outline, each point as longitude and latitude in degrees.'),
	variants: z.array(spelling).optional().describe('Other spellings met in the sources.'),
	arabic: text.optional().describe('Arabic name, only where a source confirms it.'),
	turkish: text.optional().describe('Turkish name, only where a source confirms it.'),
	sources: z.array(ref('source')).describe('Sources for the role, the names and the position.'),
});
