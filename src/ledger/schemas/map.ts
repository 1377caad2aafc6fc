import { createRequire } from 'node:module';
import { z } from 'zod';
import { degrees, flag, group, groups, licence, maybe, north, position, prose, ref, words } from './fields.ts';

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
	note: maybe(words, 'What a reader must know to read it rightly: what is schematic, and how.'),
	frame: frame.describe('What it shows at least; a wider drawing shows more on either side.'),
	around: maybe(frame, 'What a small map in a corner shows, to say where this is.'),
	country: maybe(
		z.enum(countries),
		'The country that it is about, as Natural Earth names it: those around are drawn over what is held.',
	),
	within: ref('map')
		.optional()
		.describe('A larger map that stands in the corner instead; its line, and what is held, are drawn here as well.'),
	outlines: maybe(z.array(ref('place')), 'Places whose outline is drawn.'),
	roads: maybe(z.array(ref('place')), 'Roads, each from place to place.'),
	corridor: group('A strip on either side of a road, drawn to scale.', {
		road: ref('place').describe('The road that it follows.'),
		from: ref('place').describe('The place where it begins.'),
		to: ref('place').describe('The place where it ends.'),
		side: ref('claim').describe('The claim that says how many kilometres it reaches on one side.'),
		label: prose.describe('A few words.'),
		at,
	}).optional(),
	front: group('A line between two sides, in order from the border on; what is held lies to the north of it.', {
		label: prose.describe('A few words, with its date.'),
		at,
		between: z
			.array(z.tuple([ref('place'), ref('place')]))
			.min(2)
			.describe('Pairs of places on either side of it; it runs halfway. The same place twice: it runs there.'),
	}).optional(),
	sides: groups('Who holds the land on either side of the front.', {
		label: prose.describe('Who holds it.'),
		held: flag('true for the side that is tinted.'),
		at,
	}).optional(),
	near: group('An area in which something lies, its spot unknown.', {
		place: ref('place').describe('A place whose position is not known.'),
		among: z.array(ref('place')).min(1).describe('Places near which it lies: hatched.'),
		label: prose.describe('A few words.'),
		at: at.optional(),
	}).optional(),
	places: z.array(ref('place')).min(1).describe('Places with a dot and a name, the most important first.'),
	narrow: group('What a drawing for a phone shows of it, larger: no outlines.', {
		frame: frame.describe('What it shows at least.'),
		places: z.array(ref('place')).min(1).describe('Of the places above those with a dot and a name.'),
	}).optional(),
	labels: groups('Names of countries, waters and outlines.', {
		text: words.describe('The name.'),
		water: flag('true for the name of a water.'),
		outline: flag('true for what the outlines are: in the key where it has no room.'),
		at,
	}).optional(),
	sources: z.array(ref('source')).min(1).describe('Sources for the outlines and for the line.'),
	licence: licence.describe('Under which licence the outlines and positions are.'),
});
