import type { MapSpec } from '../../ledger/ledger.ts';
import type { Shape } from '../scene.ts';
import type { Size } from '../size.ts';

/** What the colours and lines of a map mean: said in it where there is room, else in a key below. */
export function signs({ sides = [], front, corridor }: MapSpec) {
	return [
		...sides.map(({ label, at, held }) => ({
			label,
			at,
			name: held ? 'map-side map-held-name' : 'map-side',
			sample: held ? 'map-held' : 'map-syria',
			strong: true,
		})),
		...(front ? [{ ...front, name: 'map-name map-front-name', sample: 'map-front', strong: false }] : []),
		...(corridor ? [{ ...corridor, name: 'map-name', sample: 'map-corridor', strong: false }] : []),
	];
}

/** Between the map and its key. */
export const KEY_GAP = 8;

/** A sample and its words, in a row below the map. */
export function keyRow(sample: string, said: string, y: number, size: Size): readonly Shape[] {
	const middle = y + size.lineHeight / 2;
	return [
		sample === 'map-front'
			? { type: 'line', role: sample, x1: 0, y1: middle, x2: 22, y2: middle }
			: { type: 'rect', role: sample, x: 0, y: middle - 5, width: 22, height: 10 },
		{
			type: 'text',
			role: 'map-key',
			x: 30,
			y: y + size.text * 0.95,
			anchor: 'start',
			lines: [said],
			size: size.text,
			lineHeight: size.lineHeight,
		},
	];
}
