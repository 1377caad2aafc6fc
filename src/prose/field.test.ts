import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readField } from './field.ts';
import { attributesOf, isComponent, writtenWords } from './nodes.ts';

/** Each part with its place: words, or name, attributes and words between the tags. */
const partsOf = (field: string) =>
	readField(field).map((node) => {
		const at = node.position?.start.offset;
		if (!isComponent(node)) return [at, writtenWords(node)];
		return [at, node.name, attributesOf(node), writtenWords(node)];
	});

describe('readField', () => {
	it('splits prose into text and references with their places', () => {
		const source = 'Some <Claim id="a"/> and <Value of="range" about="x"/>, <Actor id="b">the man</Actor>.';
		expect(partsOf(source)).toEqual([
			[0, 'Some '],
			[5, 'Claim', { id: 'a' }, ''],
			[20, ' and '],
			[25, 'Value', { of: 'range', about: 'x' }, ''],
			[54, ', '],
			[56, 'Actor', { id: 'b' }, 'the man'],
			[85, '.'],
		]);
		for (const node of readField(source).filter(isComponent)) {
			const written = (one: typeof node | (typeof node.attributes)[number]) =>
				source.slice(one.position?.start.offset, one.position?.end.offset);
			expect(written(node)).toMatch(/^<.*>$/);
			for (const one of node.attributes) expect(written(one)).toMatch(/^[a-z]+="[a-z]+"$/);
			for (const words of node.children) expect(writtenWords(words)).toBe('the man');
		}
	});

	it.each([
		'<claim id="a"/>',
		"<Claim id='a'/>",
		'<Claim id={a}/>',
		'<Claim id="a">',
		'<Term id="a">x</Claim>',
		'<b>x</b>',
	])('leaves %j as text', (source) => {
		expect(partsOf(source)).toEqual([[0, source]]);
	});

	it('loses no character, in linear time', () => {
		const piece = fc.constantFrom(
			'<Claim id="a"/>',
			'<Term id="b">w</Term>',
			'<Claim',
			' id="',
			'"',
			'>',
			'/>',
			'x',
			' ',
			'</Claim>',
		);
		fc.assert(
			fc.property(fc.array(piece), (pieces) => {
				const source = pieces.join('');
				let end = 0;
				for (const { position } of readField(source)) {
					expect(position?.start.offset).toBe(end);
					end = position?.end.offset ?? 0;
				}
				expect(end).toBe(source.length);
			}),
		);
		expect(readField('<Claim '.repeat(20_000))).toHaveLength(1);
	});
});
