import type { Ledger, MapSpec } from '../../ledger/ledger.ts';
import { plainText } from '../../prose/words.ts';
import { bindFigures } from '../bind.ts';
import { hatch } from '../hatch.ts';
import type { KeyItem } from '../key.ts';
import { POST } from './places.ts';

type At = readonly (readonly [number, number])[];

/** What a colour or a line of a map means: said in the map where it may stand and there is room, else in the key below. */
export interface Sign {
	readonly words: string;
	readonly at: At;
	readonly name: string;
	readonly sample: string;
	readonly strong: boolean;
}

export function signs(ledger: Ledger, { sides = [], front, corridor, roads, outlines, posts, places }: MapSpec) {
	const sign = (label: string, at: At, name: string, sample: string, strong = false): Sign => {
		return { words: bindFigures(plainText(ledger, label)), at, name, sample, strong };
	};
	const crossing = places.some((id) => ledger.places.get(id)?.kind === 'crossing');
	return [
		...sides.map(({ label, at, held }) =>
			sign(label, at, held ? 'map-side map-held-name' : 'map-side', held ? 'map-held' : 'map-home', true),
		),
		...(front ? [sign(front.label, front.at, 'map-name map-front-name', 'map-front', true)] : []),
		...(corridor ? [sign(corridor.label, corridor.at, 'map-name', 'map-corridor')] : []),
		...(roads ? [sign('main road', [], '', 'map-road')] : []),
		...(outlines ? [sign('edge of the province', [], '', 'map-province')] : []),
		...(posts ? [sign(posts.label, [], '', 'map-post')] : []),
		...(crossing ? [sign('border crossing', [], '', 'map-dot')] : []),
	];
}

/** Marks of places in the key, by how far they reach. */
const SYMBOLS: Readonly<Record<string, number>> = { 'map-dot': 4.5, 'map-post': POST };

/** A line of the map, or a patch of it, for the key. */
export const keyItem = ({ words, sample }: Sign): KeyItem => ({
	words,
	lead: sample in SYMBOLS ? 12 : 24,
	sample: (x, y) => [
		sample in SYMBOLS
			? { type: 'symbol', role: sample, symbol: 'square', x: x + 6, y, radius: SYMBOLS[sample] ?? 5 }
			: sample.startsWith('map-near')
				? { type: 'path', role: sample, d: hatch({ x, y: y - 6, width: 24, height: 12 }, 6) }
				: sample === 'map-held' || sample === 'map-home' || sample === 'map-corridor'
					? { type: 'rect', role: sample, x, y: y - 5, width: 24, height: 10 }
					: { type: 'line', role: sample, x1: x, y1: y, x2: x + 24, y2: y },
	],
});
