import { createRequire } from 'node:module';
import { z } from 'zod';
import { degrees, licence, north, position, prose, ref, words } from './fields.ts';

const outlines: { objects: { countries: { geometries: { properties: { name: string } }[] } } } = createRequire(
	import.meta.url,
)('world-atlas/countries-50m.json');
/** The names of the outlines that there are. */
const countries = outlines.objects.countries.geometries.map(({ properties }) => properties.name);

/** What a map shows at least, in degrees: outlines drawn at a larger scale have no end. */
const LEAST = 0.05;
const frame = z
	.strictObject({
		west: degrees.describe('Degrees east.'),
		south: north.describe('Degrees north.'),
		east: degrees.describe('Degrees east.'),
		north: north.describe('Degrees north.'),
	})
	.refine(({ west, south, east, north }) => west < east && south < north, 'west is less than east, south than north')
	.refine(
		({ west, south, east, north }) => !(west < east && south < north) || Math.min(east - west, north - south) >= LEAST,
		`a map shows at least ${LEAST} degrees, from west to east and from south to north`,
	);
const at = z.array(position).min(1).describe('Where its middle may stand, the best first.');

/** A map, declared without code: states come from Natural Earth, everything else from places. */
export const map = z.strictObject({
	title: prose.describe('What to see, as a sentence without a full stop.'),
	summary: prose.describe('What the map shows, in words: one to three sentences.'),
	note: words.optional().describe('What a reader must know to read it rightly: what is schematic, and how.'),
	frame: frame.describe('What it shows at least; a wider drawing shows more on either side.'),
	around: frame.optional().describe('What a small map in a corner shows, to say where this is.'),
	country: z
		.enum(countries)
		.optional()
		.describe('The country that it is about, as Natural Earth names it: those around are drawn over what is held.'),
	within: ref('map')
		.optional()
		.describe('A larger map that stands in the corner instead; its line, and what is held, are drawn here as well.'),
	outlines: z.array(ref('place')).optional().describe('Places whose outline is drawn.'),
	roads: z.array(ref('place')).optional().describe('Roads, each from place to place.'),
	corridor: z
		.strictObject({
			road: ref('place').describe('The road that it follows.'),
			from: ref('place').describe('The place where it begins.'),
			to: ref('place').describe('The place where it ends.'),
			side: ref('claim').describe('The claim that says how many kilometres it reaches on one side.'),
			label: prose.describe('A few words.'),
			at,
		})
		.optional()
		.describe('A strip on either side of a road, drawn to scale.'),
	front: z
		.strictObject({
			label: prose.describe('A few words, with its date.'),
			at,
			between: z
				.array(z.tuple([ref('place'), ref('place')]))
				.min(2)
				.describe('Pairs of places on either side of it; it runs halfway. The same place twice: it runs there.'),
		})
		.optional()
		.describe('A line between two sides, in order from the border on; what is held lies to the north of it.'),
	sides: z
		.array(
			z.strictObject({
				label: prose.describe('Who holds it.'),
				held: z.boolean().optional().describe('true for the side that is tinted.'),
				at,
			}),
		)
		.optional()
		.describe('Who holds the land on either side of the front.'),
	near: z
		.strictObject({
			place: ref('place').describe('A place whose position is not known.'),
			among: z.array(ref('place')).min(1).describe('Places near which it lies: hatched.'),
			label: prose.describe('A few words.'),
			at: at.optional(),
			quiet: z.boolean().optional().describe('true where it is not what the map is about.'),
		})
		.optional()
		.describe('An area in which something lies, its spot unknown.'),
	posts: z
		.strictObject({
			label: words.describe('A few words for the key.'),
			places: z.array(ref('place')).min(1).describe('Where they are.'),
		})
		.optional()
		.describe('Military posts: a hollow square at each of these places.'),
	places: z.array(ref('place')).min(1).describe('Places with a dot and a name, the most important first.'),
	labels: z
		.array(
			z.strictObject({
				text: words.describe('The name.'),
				water: z.boolean().optional().describe('true for the name of a water.'),
				at,
			}),
		)
		.optional()
		.describe('Names of countries and waters.'),
	sources: z.array(ref('source')).min(1).describe('Sources for the outlines and for the line.'),
	licence: licence.describe('Under which licence the outlines and positions are.'),
});
