import { type Ledger, type MapSpec, type Place, siteOf } from '../../ledger/ledger.ts';
import { plainText } from '../../prose/words.ts';
import { ChartError } from '../data.ts';
import { figureOf } from '../declared.ts';
import type { Cell, Figure } from '../figure.ts';
import { tableFrom, textCell } from '../table.ts';
import { direction, distance, kilometres, positionOf } from './places.ts';
import { mapScene } from './scene.ts';

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
	const records = (ids: readonly string[] | undefined) => (ids ?? []).flatMap((one) => ledger.places.get(one) ?? []);
	const places = records([...map.places, ...(map.near ? [map.near.place] : [])]);
	const { roads, outlines, front, near } = map;
	const also = [roads, outlines, front?.between.flat(), near?.among].flatMap(records);
	const degrees = ({ coordinates }: Place, key: 'latitude' | 'longitude'): Cell => ({
		value: coordinates?.[key] ?? null,
		text: coordinates ? String(coordinates[key]) : 'not known',
	});
	return figureOf(map, {
		scene: (size) => mapScene(ledger, map, size),
		table: tableFrom(`Places on the map: ${plainText(ledger, map.title)}`, places, ({ id }) => id, [
			['place', 'Place', 'text', ({ name }) => textCell(name)],
			['kind', 'What it is', 'text', (place) => textCell(place.kind)],
			['where', 'Where', 'text', (place) => textCell(where(ledger, place, map))],
			['latitude', 'Latitude', 'number', (place) => degrees(place, 'latitude'), { forData: true }],
			['longitude', 'Longitude', 'number', (place) => degrees(place, 'longitude'), { forData: true }],
			[
				'precision',
				'How exact',
				'text',
				(one) => textCell(one.coordinates?.precision ?? one.unknownPosition ?? 'not known'),
			],
		]),
		points: [],
		sources: [...new Set([map, ...places, ...also].flatMap(({ sources }) => sources))],
		licences: [map.licence],
		notes: map.note ? [{ heading: 'How to read it', text: map.note }] : [],
	});
}
