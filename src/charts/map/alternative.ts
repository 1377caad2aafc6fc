import type { Ledger } from '../../ledger/ledger.ts';
import type { Bounds, Coordinates } from './coordinates.ts';
import { direction, distance, distanceTo, kilometres } from './distance.ts';
import { type Marked, within } from './marked.ts';

const list = (words: readonly string[]): string =>
	words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** A few kilometres are below what positions and coarse boundaries can tell. */
const BORDER_LEAST = 10;
const BORDER_MOST = 60;

function border(mark: Marked, borders: readonly Coordinates[]): string {
	const km = distanceTo(mark, borders);
	if (km > BORDER_MOST) return '';
	return km < BORDER_LEAST ? `, within ${BORDER_LEAST}\u00a0km of the border` : `, ${kilometres(km)} from the border`;
}

/** Where each place is, told from Idlib; and what is not on the map, with the reason. */
export function alternative(
	ledger: Ledger,
	wanted: readonly string[],
	marked: readonly Marked[],
	frames: { readonly region: Bounds; readonly around: Bounds },
	borders: readonly Coordinates[],
): { readonly alt: string; readonly notes: readonly string[] } {
	const centre = marked.find(({ place }) => place.id === 'idlib');
	const near = marked.filter((mark) => within(mark, frames.region));
	const inset = marked.filter((mark) => !within(mark, frames.region) && within(mark, frames.around));
	const from = (mark: Marked) =>
		centre ? `${kilometres(distance(centre, mark))} ${direction(centre, mark)} of ${centre.place.name}` : 'on the map';
	const others = near.filter((mark) => mark !== centre && !mark.near);
	const rings = marked.flatMap(({ place, near: by, struck }) => (by ? [{ place, by, struck }] : []));
	const alt = [
		'Map of north-west Syria between the Mediterranean coast, the border with Türkiye and Aleppo.',
		...(centre ? [`${centre.place.name} is in the middle${border(centre, borders)}.`] : []),
		...others.map((mark) => `${mark.place.name} is ${from(mark)}${mark.wanted ? border(mark, borders) : ''}.`),
		...rings.map(
			({ place, by, struck }) =>
				`${place.name}${struck ? ', where the strike hit,' : ''} is near ${by.name}; its exact position is not known.`,
		),
		'A smaller map shows where this is: in the north-west corner of Syria, with Türkiye to the north, Iraq to the east, Jordan to the south, Lebanon to the south-west and the Mediterranean Sea to the west.',
		...inset.map((mark) => `On it, ${mark.place.name} is ${from(mark)}.`),
	].join(' ');

	const absent = wanted.flatMap((id) => {
		const place = ledger.places.get(id);
		const ringed = rings.some((ring) => ring.place === place);
		return place && place.kind !== 'country' && !place.coordinates && !ringed ? [place] : [];
	});
	const outside = marked.filter((mark) => mark.wanted && !within(mark, frames.around));
	const governorates = absent.filter(({ kind }) => kind === 'governorate');
	return {
		alt,
		notes: [
			'Boundaries are Natural Earth’s, simplified; they show who holds land, not who claims it, and are too coarse to measure by. Distances are in a straight line.',
			...rings.map(
				({ place, by, struck }) =>
					`The dashed ring: ${place.name}${struck ? ', where the strike hit,' : ''} lies somewhere near ${by.name}. ${place.unknownPosition ?? 'Its position is not recorded here.'}`,
			),
			...absent
				.filter((place) => place.kind === 'road')
				.map(({ name, unknownPosition }) => `${name} is not drawn. ${unknownPosition ?? ''}`.trim()),
			...absent
				.filter((place) => place.kind !== 'road' && !governorates.includes(place))
				.map(
					({ name, unknownPosition }) =>
						`Not on the map: ${name}. ${unknownPosition ?? 'Its position is not recorded here.'}`,
				),
			...(governorates.length > 0
				? [`Not outlined: ${list(governorates.map(({ name }) => name))}. The boundary set holds states only.`]
				: []),
			...outside.map((mark) => `Not on the map: ${mark.place.name}, ${from(mark)}.`),
		],
	};
}
