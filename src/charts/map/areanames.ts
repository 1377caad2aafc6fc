import { type Box, crosses, inside, overlap } from '../label-placement.ts';
import type { Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { textWidth } from '../text.ts';
import type { Ground } from './ground.ts';
import { nameSize, nameText } from './name.ts';
import { limitsOf, type Room } from './room.ts';

type Degrees = readonly [number, number];

/** Names over areas: where their middle is wished, best first. */
export interface AreaName {
	readonly lines: readonly string[];
	readonly wishes: readonly {
		readonly at: Degrees;
		/** A spot inside a country too small for its name: a line leads there. */
		readonly leads?: Degrees;
	}[];
	readonly role: 'map-country' | 'map-water';
}

/** The ledger's name of a place, or the other where it has none. */
export type Naming = (id: string, fallback: string) => string;

const at = (...degrees: readonly Degrees[]): AreaName['wishes'] => degrees.map((spot) => ({ at: spot }));
const country = (name: string, wishes: AreaName['wishes']): AreaName => ({
	lines: [name],
	wishes,
	role: 'map-country',
});
const sea = (wishes: AreaName['wishes']): AreaName => ({ lines: ['Mediterranean', 'Sea'], wishes, role: 'map-water' });

/** Names on the map itself. */
export const regionNames = (name: Naming): readonly AreaName[] => [
	country(name('turkiye', 'Türkiye'), at([36.3, 36.42], [36.25, 36.5], [36.2, 36.05])),
	country(name('syria', 'Syria'), at([37.2, 35.85], [37, 35.6], [36.9, 35.5])),
	sea(at([35.45, 35.85])),
];

/** Names on the inset. */
export const aroundNames = (name: Naming): readonly AreaName[] => [
	country(name('turkiye', 'Türkiye'), at([34, 38], [35, 38])),
	country(name('syria', 'Syria'), at([38.9, 35.1], [39.2, 35.3], [39, 34.6])),
	country(name('iraq', 'Iraq'), at([42.6, 33.4], [42.8, 34])),
	country(name('jordan', 'Jordan'), [...at([36.5, 30.9], [36.55, 30.8]), { at: [39.75, 30.65], leads: [36.9, 31.7] }]),
	country(name('lebanon', 'Lebanon'), [{ at: [33, 34.15], leads: [35.8, 33.9] }]),
	sea(at([31.8, 32.9], [31.9, 32.8], [31.8, 32.7])),
];

/** Box of each line by itself: a short second line may stand where the first would not fit. */
const linesOf = (box: Box, words: readonly string[], size: Size): readonly Box[] =>
	words.map((line, i) => {
		const width = textWidth(line, size.text);
		return { x: box.x + (box.width - width) / 2, y: box.y + i * size.lineHeight, width, height: size.text * 1.2 };
	});

/** Sets each name where it is wished first and nothing is in the way; one that finds no room is left out. */
export function areaNames(names: readonly AreaName[], frame: Ground, size: Size, room: Room): readonly Shape[] {
	return names.flatMap(({ lines: words, wishes, role }): readonly Shape[] => {
		const { width, height } = nameSize(words, size);
		const limits = limitsOf(frame);
		const kept = role === 'map-water' ? [...room.segments, ...room.coast] : room.segments;
		for (const { at: wish, leads } of wishes) {
			const spot = frame.project(...wish);
			const box = { x: spot.x - width / 2, y: spot.y - height / 2, width, height };
			if (!inside(box, limits) || room.boxes.some((other) => overlap(box, other, 3))) continue;
			if (linesOf(box, words, size).some((line) => kept.some((segment) => crosses(segment, line)))) continue;
			if (room.marks.some((mark) => overlap({ ...mark, width: 0, height: 0 }, box, 6))) continue;
			room.boxes.push(box);
			if (!leads) return [nameText(role, box, words, size)];
			const end = frame.project(...leads);
			const x1 = end.x > spot.x ? box.x + width + 3 : box.x - 3;
			return [
				nameText(role, box, words, size),
				{ type: 'line', role: 'map-leader', x1, y1: spot.y, x2: end.x, y2: end.y },
			];
		}
		return [];
	});
}
