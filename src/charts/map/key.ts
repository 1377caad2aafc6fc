import { hatch } from '../hatch.ts';
import type { KeyItem } from '../key.ts';
import type { Shape } from '../scene.ts';

/** How a part of a map is drawn in its key. */
const SAMPLES: Readonly<Record<string, (role: string, x: number, y: number) => Shape>> = {
	area: (role, x, y) => ({ type: 'rect', role, x, y: y - 5, width: 24, height: 10 }),
	line: (role, x, y) => ({ type: 'line', role, x1: x, y1: y, x2: x + 24, y2: y }),
	hatch: (role, x, y) => ({ type: 'path', role, d: hatch({ x, y: y - 6, width: 24, height: 12 }, 6) }),
	square: (role, x, y) => ({ type: 'symbol', role, symbol: 'square', x: x + 12, y, radius: 4 }),
};

/** What a colour or a line of a map means, for where its words find no room in the map. */
export const keyItem = (words: string, role: string, sample: keyof typeof SAMPLES): KeyItem => ({
	words,
	lead: 24,
	sample: (x, y) => [SAMPLES[sample]?.(role, x, y)].filter((shape) => shape !== undefined),
});
