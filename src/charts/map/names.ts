import { line, path, rect } from '../marks.ts';
import type { KeyItem } from '../rows.ts';
import type { Weight } from '../scene.ts';
import { hatchedRound } from './shapes.ts';

/** How a part of a map is drawn in its key. */
const SAMPLES = {
	area: (role: string, x: number, y: number) => rect(role, { x, y: y - 5, width: 24, height: 10 }),
	line: (role: string, x: number, y: number) => line(role, x, y, x + 24, y),
	round: (role: string, x: number, y: number) => {
		const { rim, strokes } = hatchedRound([{ x: x + 12, y }], 7.5);
		return path(role, rim + strokes);
	},
} as const;

/** How the parts of a map are named in it, and what stands for them in the key where their names find no room. */
export const SIGNS = {
	near: { role: 'map-name map-near-name', weight: 'bold', drawn: 'map-near', sample: 'round' },
	corridor: { role: 'map-name map-main', weight: 'bold', drawn: 'map-corridor', sample: 'area' },
	held: { role: 'map-side map-held-name', weight: 'bold', drawn: 'map-held', sample: 'area' },
	home: { role: 'map-side', weight: 'bold', drawn: 'map-home', sample: 'area' },
	front: { role: 'map-name map-front-name', weight: 'bold', drawn: 'map-front', sample: 'line' },
	outline: { role: 'map-country', weight: 'regular', drawn: 'map-province', sample: 'line' },
	road: { role: 'map-name map-main', weight: 'bold', drawn: 'map-road', sample: 'line' },
} as const satisfies Record<string, { role: string; weight: Weight; drawn: string; sample: keyof typeof SAMPLES }>;

/** What a colour or a line of a map means. */
export function keyItem(words: string, sign: keyof typeof SIGNS): KeyItem {
	const { drawn, sample } = SIGNS[sign];
	// A colour may be the reader's own, and that of the ground: an area has an edge.
	const edge = (x: number, y: number) => (sample === 'area' ? [SAMPLES.area('map-frame', x, y)] : []);
	// What is held lies over the colour of the country, as on the map.
	const under = (x: number, y: number) => (sign === 'held' ? [SAMPLES.area('map-home', x, y)] : []);
	return { words, lead: 24, sample: (x, y) => [...under(x, y), SAMPLES[sample](drawn, x, y), ...edge(x, y)] };
}
