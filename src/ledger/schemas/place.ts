import { z } from 'zod';
import { called, degrees, group, maybe, position, prose, ref, spelling, text, words } from './fields.ts';

const placeKinds = ['city', 'town', 'area', 'governorate', 'country', 'region', 'road', 'crossing', 'post'] as const;

/** A place on the map or in the story. */
export const place = z.strictObject({
	name: called.describe('The one spelling used on this site.'),
	kind: z.enum(placeKinds).describe('What this place is.'),
	role: prose.describe('What this place is in this story; one or two sentences.'),
	coordinates: group('Left out when the position is not known.', {
		latitude: z.number().min(-90).max(90).describe('Degrees north.'),
		longitude: degrees.describe('Degrees east.'),
		precision: text.describe('How exact the point is, for example "to about 1 km".'),
	}).optional(),
	unknownPosition: maybe(words, 'What is known of the position when there are no coordinates.'),
	near: ref('place')
		.optional()
		.describe('The place with coordinates near which it lies, where its own position is not known: drawn as a ring.'),
	through: maybe(z.array(ref('place')).min(2), 'For a road: places along it, from one end to the other.'),
	outline: maybe(
		z.array(position).min(3),
		'For a province: its outline, each point as longitude and latitude in degrees.',
	),
	variants: maybe(z.array(spelling), 'Other spellings met in the sources.'),
	arabic: maybe(text, 'Arabic name, only where a source confirms it.'),
	turkish: maybe(text, 'Turkish name, only where a source confirms it.'),
	sources: z.array(ref('source')).describe('Sources for the role, the names and the position.'),
});
