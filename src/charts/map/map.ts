import { type Ledger, type MapSpec, type Place, siteOf } from '../../ledger/ledger.ts';
import { plainText } from '../../prose/words.ts';
import { ChartError } from '../data.ts';
import type { Cell, Figure } from '../figure.ts';
import { sizes } from '../size.ts';
import { direction, distance, kilometres } from './distance.ts';
import { positionOf } from './places.ts';
import { mapScene } from './scene.ts';

const text = (value: string): Cell => ({ value, text: value });

/** Where a place is, in words, told from the centre of the site's area. */
function where(ledger: Ledger, place: Place, map: MapSpec): string {
	const centre = ledger.places.get(siteOf(ledger).area.place ?? '');
	const [at, from] = [positionOf(place), positionOf(centre)];
	if (!at) {
		const others = (map.near?.among ?? []).map((id) => ledger.places.get(id)?.name ?? id);
		return `near ${others.join(', ')}; its position is not known`;
	}
	if (!centre || !from) return '';
	if (place === centre) return 'the centre of the province';
	return `${kilometres(distance(from, at))} ${direction(from, at)} of ${centre.name}`;
}

/** Every place that a map names, where it is, and how exactly that is known. */
export function drawMap(ledger: Ledger, id: string): Figure {
	const map = ledger.maps.get(id);
	if (!map) throw new ChartError(id, 'there is no such map');
	const places = [...map.places, ...(map.near ? [map.near.place] : [])].flatMap((one) => ledger.places.get(one) ?? []);
	const also = [
		...(map.roads ?? []),
		...(map.outlines ?? []),
		...(map.front?.between.flat() ?? []),
		...(map.near?.among ?? []),
		...(map.posts?.places ?? []),
	];
	const rest = also.flatMap((one) => ledger.places.get(one) ?? []);
	const sources = [
		...new Set([...map.sources, ...places.flatMap((one) => one.sources), ...rest.flatMap((one) => one.sources)]),
	];
	const cornered = ({ coordinates }: Place, key: 'latitude' | 'longitude'): Cell => ({
		value: coordinates?.[key] ?? null,
		text: coordinates ? String(coordinates[key]) : 'not known',
	});
	return {
		id,
		title: map.title,
		summary: map.summary,
		subtitle: '',
		drawings: {
			narrow: mapScene(ledger, map, sizes.narrow),
			middle: mapScene(ledger, map, sizes.middle),
			wide: mapScene(ledger, map, sizes.wide),
		},
		table: {
			caption: `Places on the map: ${plainText(ledger, map.title)}`,
			columns: [
				{ key: 'place', label: 'Place', type: 'text' },
				{ key: 'kind', label: 'What it is', type: 'text' },
				{ key: 'where', label: 'Where', type: 'text' },
				{ key: 'latitude', label: 'Latitude', type: 'number', forData: true },
				{ key: 'longitude', label: 'Longitude', type: 'number', forData: true },
				{ key: 'precision', label: 'How exact', type: 'text' },
			],
			rows: places.map((place) => [
				text(place.name),
				text(place.kind),
				text(where(ledger, place, map)),
				cornered(place, 'latitude'),
				cornered(place, 'longitude'),
				text(place.coordinates?.precision ?? place.unknownPosition ?? 'not known'),
			]),
			points: places.map((place) => place.id),
		},
		points: [],
		sources,
		licences: [map.licence],
		notes: map.note ? [{ heading: 'How to read it', text: map.note }] : [],
	};
}
