import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textWidth, wrap } from './text.ts';

const words = fc.array(fc.stringMatching(/^[A-Za-zü’,.0-9]{1,24}$/), { minLength: 1, maxLength: 30 });

test('a wider character, a larger size and a bolder weight make a wider text', () => {
	expect(textWidth('mmm', 12)).toBeGreaterThan(textWidth('iii', 12));
	expect(textWidth('Harem', 13)).toBeGreaterThan(textWidth('Harem', 12));
	expect(textWidth('Harem', 12, 'bold')).toBeGreaterThan(textWidth('Harem', 12));
});

test('an accent does not change the width of its letter', () => {
	expect(textWidth('Türkiye', 12)).toBe(textWidth('Turkiye', 12));
	expect(textWidth('Erdoğan', 12)).toBe(textWidth('Erdogan', 12));
});

test('a script that the table does not know is taken for wide', () => {
	expect(textWidth('إدلب', 10)).toBe(40);
	expect(textWidth('😀', 10)).toBe(10);
});

test('wrapping keeps every word in order, and no line of several words is too wide', () => {
	fc.assert(
		fc.property(words, fc.integer({ min: 20, max: 400 }), (list, width) => {
			const lines = wrap(list.join(' '), width, 12);
			expect(lines.join(' ')).toBe(list.join(' '));
			for (const line of lines) if (line.includes(' ')) expect(textWidth(line, 12)).toBeLessThanOrEqual(width);
		}),
	);
});

test('an empty text has no line, and a no-break space does not break', () => {
	expect(wrap('', 100, 12)).toEqual([]);
	expect(wrap('5\u00a0March', 1, 12)).toEqual(['5\u00a0March']);
});
