import { expect, test } from 'vitest';
import type { Scene } from './scene.ts';
import { thumbnail } from './thumbnail.ts';

test('keeps the marks, larger, in the room that they fill, without words, keys, axes and ids', () => {
	const word = {
		type: 'text',
		role: '',
		x: 1,
		y: 1,
		anchor: 'start',
		lines: ['One'],
		size: 12,
		lineHeight: 15,
	} as const;
	const dot = { type: 'symbol', role: 'ch-mark', point: 'b@2020', symbol: 'circle', x: 100, y: 50, radius: 5 } as const;
	const scene: Scene = {
		width: 680,
		height: 300,
		layout: 'wide',
		shapes: [
			{ type: 'line', role: 'ch-grid', x1: 0, y1: 0, x2: 680, y2: 0 },
			{
				type: 'group',
				role: '',
				series: 'a',
				shapes: [{ type: 'rect', role: 'ch-bar', point: 'a@2020', x: 40, y: 20, width: 20, height: 30 }, word, dot],
			},
			{ type: 'group', role: 'ch-key', shapes: [dot, word] },
			word,
		],
	};
	expect(thumbnail(scene)).toBe(
		'<svg viewBox="28 8 97 67" aria-hidden="true" focusable="false" preserveAspectRatio="xMidYMid meet">' +
			'<g><rect class="ch-bar" x="40" y="20" width="20" height="30"/><circle class="ch-mark" cx="100" cy="50" r="13"/></g></svg>',
	);
});
