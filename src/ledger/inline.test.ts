import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInline } from './inline.ts';

describe('parseInline', () => {
	it('splits prose into text and references with their places', () => {
		const source = 'Some <Claim id="a"/> and <Value of="range" about="x"/>, <Actor id="b">the man</Actor>.';
		expect(parseInline(source)).toEqual([
			{ type: 'text', text: 'Some ', offset: 0 },
			{ type: 'reference', name: 'Claim', attributes: { id: 'a' }, offset: 5 },
			{ type: 'text', text: ' and ', offset: 20 },
			{ type: 'reference', name: 'Value', attributes: { of: 'range', about: 'x' }, offset: 25 },
			{ type: 'text', text: ', ', offset: 54 },
			{ type: 'reference', name: 'Actor', attributes: { id: 'b' }, words: 'the man', offset: 56 },
			{ type: 'text', text: '.', offset: 85 },
		]);
	});

	it.each([
		'<claim id="a"/>',
		"<Claim id='a'/>",
		'<Claim id={a}/>',
		'<Claim id="a">',
		'<Term id="a">x</Claim>',
		'<b>x</b>',
	])('leaves %j as text', (source) => {
		expect(parseInline(source)).toEqual([{ type: 'text', text: source, offset: 0 }]);
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
				for (const part of parseInline(source)) {
					expect(part.offset).toBe(end);
					end = part.type === 'text' ? end + part.text.length : source.indexOf('>', end) + 1;
					if (part.type === 'reference' && part.words !== undefined) end = source.indexOf('>', end) + 1;
				}
				expect(end).toBe(source.length);
			}),
		);
		expect(parseInline('<Claim '.repeat(20_000))).toHaveLength(1);
	});
});
