import { expect, test } from 'vitest';
import type { Scene } from './scene.ts';
import { thumbnail } from './thumbnail.ts';

test('keeps the shapes and leaves out words, keys, ids and size', () => {
	const word = {
		type: 'text',
		role: '',
		x: 1,
		y: 1,
		anchor: 'start',
		lines: ['One', 'two'],
		size: 12,
		lineHeight: 15,
	} as const;
	const dot = { type: 'symbol', role: '', symbol: 'circle', x: 1, y: 1, radius: 1 } as const;
	const scene: Scene = {
		width: 680,
		height: 300,
		layout: 'wide',
		shapes: [
			{
				type: 'group',
				role: '',
				series: 'a',
				shapes: [{ type: 'rect', role: '', point: 'a@2020', x: 1, y: 0, width: 2, height: 3 }, word],
			},
			{ type: 'group', role: 'ch-key', shapes: [dot, word] },
			word,
		],
	};
	expect(thumbnail(scene)).toBe(
		'<svg viewBox="0 0 680 300" aria-hidden="true" focusable="false" preserveAspectRatio="xMinYMin meet">' +
			'<g><rect x="1" y="0" width="2" height="3"/></g></svg>',
	);
});
