import { KEY } from './key.ts';
import { round, type Scene, type Shape } from './scene.ts';
import { writeShapes } from './svg.ts';

/** Shapes without words, keys and what ties them to a figure: samples without their words are stray marks. */
const wordless = (shapes: readonly Shape[]): readonly Shape[] =>
	shapes.flatMap((shape): readonly Shape[] => {
		if (shape.type === 'text' || shape.role === KEY) return [];
		const { point: _, ...bare } = shape;
		if (bare.type !== 'group') return [bare];
		const { series: __, ...group } = bare;
		return [{ ...group, shapes: wordless(group.shapes) }];
	});

/** A drawing as a small picture beside its title, whole in whatever room it is given. */
export const thumbnail = ({ width, height, shapes }: Scene): string =>
	`<svg viewBox="0 0 ${round(width)} ${round(height)}" aria-hidden="true" focusable="false" preserveAspectRatio="xMinYMin meet">${writeShapes(wordless(shapes))}</svg>`;
