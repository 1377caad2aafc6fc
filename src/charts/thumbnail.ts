import { flatten, round } from './marks.ts';
import type { Box, Scene, Shape } from './scene.ts';
import { writeShapes } from './svg.ts';

/** What a drawing is of: its marks and what lies behind them. Words, keys, axes and grids are none of it in small. */
const SHOWN =
	/^(?:ch-(?:mark|bar|window|line|band|chain|last|gap)|tl-(?:bar|open|line|dot|block|event|band|in-force-time|people)|map-(?!.*name|scale))/;
const PADDING = 12;

const small = (shapes: readonly Shape[], larger: number): readonly Shape[] =>
	shapes.flatMap((shape): readonly Shape[] => {
		if (shape.type === 'text' || shape.role === 'ch-key') return [];
		const { point: _, ...bare } = shape;
		if (bare.type === 'group') {
			const { series: __, ...group } = bare;
			const inner = small(group.shapes, larger);
			return inner.length === 0 ? [] : [{ ...group, shapes: inner }];
		}
		// A marker that stands for no datum is the sample beside a name.
		const sample = bare.type === 'symbol' && bare.role.startsWith('ch-mark') && shape.point === undefined;
		if (sample || !SHOWN.test(bare.role)) return [];
		return [bare.type === 'symbol' ? { ...bare, radius: round(bare.radius * larger) } : bare];
	});

/** The part of a drawing that its marks fill, from nought where it is drawn from there; the whole of one of which only the outlines are drawn. */
function extent({ width, height, shapes: all }: Scene, shapes: readonly Shape[]): Box {
	const marks = flatten(shapes);
	const map = marks.find(({ role }) => role === 'map-sea');
	if (map?.type === 'rect') return map;
	const boxes = marks.flatMap((shape) => boxOf(shape) ?? []);
	if (boxes.length === 0) return { x: 0, y: 0, width, height };
	const [x, y] = [Math.min(...boxes.map((box) => box.x)) - PADDING, Math.min(...boxes.map((box) => box.y)) - PADDING];
	const right = Math.max(...boxes.map((box) => box.x + box.width)) + PADDING;
	const noughts = flatten(all).flatMap((shape) =>
		shape.type === 'line' && shape.role === 'ch-axis' && shape.y1 === shape.y2 ? [shape.y1] : [],
	);
	const bottom = Math.max(...noughts, ...boxes.map((box) => box.y + box.height)) + PADDING;
	return { x, y, width: right - x, height: bottom - y };
}

/** The room of a mark; undefined of one whose outline is a path. */
function boxOf(shape: Shape): Box | undefined {
	if (shape.type === 'rect') return shape;
	if (shape.type === 'symbol') {
		const { x, y, radius } = shape;
		return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
	}
	if (shape.type !== 'line') return undefined;
	const { x1, y1, x2, y2 } = shape;
	return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
}

/** The marks of a drawing and the room that they fill. @param larger how much, so that a marker is seen */
export function inSmall(scene: Scene, larger: number): { readonly shapes: readonly Shape[]; readonly room: Box } {
	const shapes = small(scene.shapes, larger);
	return { shapes, room: extent(scene, shapes) };
}

/** A drawing as a small picture beside its title: its marks alone, larger, as large as the room allows. */
export function thumbnail(scene: Scene): string {
	const { shapes, room } = inSmall(scene, 2.6);
	const { x, y, width, height } = room;
	return `<svg viewBox="${round(x)} ${round(y)} ${round(width)} ${round(height)}" aria-hidden="true" focusable="false" preserveAspectRatio="xMidYMid meet">${writeShapes(shapes)}</svg>`;
}
