import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readYaml } from './yaml.ts';

const marked = (text: string, path: readonly (string | number)[], options = {}) => {
	const { start, end } = readYaml(text).span(path, options);
	return text.slice(start, end);
};

describe('readYaml', () => {
	it('keeps dates as text and reads core values', () => {
		expect(readYaml('a: 2020-03-05\nb: 12:30\nc: 7\nd: yes\ne: true\nf: null\n').data).toEqual({
			a: '2020-03-05',
			b: '12:30',
			c: 7,
			d: 'yes',
			e: true,
			f: null,
		});
	});

	it('marks a value, a key, and the deepest part that is there', () => {
		const text = 'a:\n  - b: one\n    c: "two"\n';
		expect(marked(text, ['a', 0, 'c'])).toBe('"two"');
		expect(marked(text, ['a', 0, 'c'], { key: true })).toBe('c');
		expect(marked(text, ['a', 0, 'zzz'])).toBe('b');
		expect(marked(text, ['a'])).toBe('a');
		expect(marked(text, ['q'])).toBe('a');
		expect(marked('', ['q'])).toBe('');
	});

	it.each([
		['a: &x 1\n', 'anchors'],
		['a: *x\n', 'alias'],
		['a: !x 1\n', 'tags'],
		['<<: { a: 1 }\n', '"<<"'],
		['__proto__: 1\n', '"__proto__"'],
		['a: 1\n---\nb: 2\n', 'more than one document'],
		['a: 1\na: 2\n', 'twice'],
		['a:\n\tb: 1\n', 'tab'],
	])('refuses %j: %s', (text, words) => {
		const { data, faults } = readYaml(text);
		expect(data).toBeUndefined();
		expect(faults.map(({ message }) => message).join('; ')).toContain(words);
	});

	it('finds any spot inside a text, however the text is written', () => {
		const word = fc.stringMatching(/^[a-zé“”"'\\#:&<>]{1,9}$/);
		fc.assert(
			fc.property(
				fc.array(word, { minLength: 1, maxLength: 20 }),
				fc.nat(),
				fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_FOLDED', 'BLOCK_LITERAL'),
				fc.constantFrom(20, 80),
				(words, pick, defaultStringType, lineWidth) => {
					const text = stringify(
						{ a: [{ b: words.join(' ') }] },
						{ defaultStringType, defaultKeyType: 'PLAIN', lineWidth },
					);
					// What was written, as it is read back: the writer may add line ends when it folds.
					const { a } = readYaml(text).data as { readonly a: readonly [{ readonly b: string }] };
					const value = a[0].b;
					const offset = pick % value.length;
					const { start } = readYaml(text).span(['a', 0, 'b'], { offset });
					const sign = value[offset] ?? '';
					if (/\s/.test(sign)) return;
					expect([sign, '\\', "'"]).toContain(text[start]);
				},
			),
			{ numRuns: 400 },
		);
	});
});
