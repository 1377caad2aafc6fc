import { expect, test } from 'vitest';
import { thumbnail } from './thumbnail.ts';

test('keeps the shapes and leaves out words, keys, ids and size', () => {
	const svg =
		'<svg id="a-wide" class="drawing-wide" viewBox="0 0 680 300" width="680" height="300" aria-hidden="true">' +
		'<g data-series="a"><rect data-point="a@2020" x="1" width="2" height="3"/></g>' +
		'<g class="ch-key"><g class="a"><circle r="1"/></g><text>about</text></g>' +
		'<text x="1"><tspan x="1">One</tspan><tspan x="1">two</tspan></text></svg>';
	expect(thumbnail(svg)).toBe(
		'<svg viewBox="0 0 680 300" aria-hidden="true" preserveAspectRatio="xMinYMin meet">' +
			'<g><rect x="1" width="2" height="3"/></g></svg>',
	);
});
