import type { Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { textWidth } from '../text.ts';
import type { Ground } from './ground.ts';
import type { Room } from './room.ts';

/** Lengths that a bar may have, in kilometres. */
const STEPS = [5, 10, 20, 25, 50, 100, 200] as const;

/** A bar of round length in the lower left corner; names keep off it. */
export function scaleBar(at: Ground, size: Size, room: Room): readonly Shape[] {
	const most = at.width * 0.24;
	const length = STEPS.findLast((km) => km / at.kilometres <= most) ?? 5;
	const [x, y] = [at.x + 12, at.y + at.height - 14];
	const width = length / at.kilometres;
	const words = `${length} km`;
	room.boxes.push({
		x,
		y: y - size.lineHeight - 4,
		width: Math.max(width, textWidth(words, size.text)),
		height: size.lineHeight + 10,
	});
	return [
		{ type: 'path', role: 'map-scale', d: `M${x} ${y - 4}v6h${Math.round(width)}v-6` },
		{
			type: 'text',
			role: 'map-name',
			x,
			y: y - 8,
			anchor: 'start',
			lines: [words],
			size: size.text,
			lineHeight: size.lineHeight,
		},
	];
}
