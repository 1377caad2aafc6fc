import { expect, it } from 'vitest';
import { drawable } from '../../prose/letters.ts';
import { fontsOf, typeset } from './type.ts';

it('what is said to be drawn is what the fonts have, in both weights', () => {
	for (let code = 0x20; code < 0xfff0; code++) {
		const character = String.fromCodePoint(code);
		const held = (['regular', 'semibold'] as const).map((weight) =>
			fontsOf(weight).some((font) => font.hasGlyphForCodePoint(code)),
		);
		if (held[0] !== held[1] || held[0] !== (drawable(character) === character))
			expect.fail(`U+${code.toString(16)} is in ${held.join(', ')}`);
	}
});

it('a letter that no font has leaves a gap, and no box', () => {
	expect(typeset('حارم', 48).d).toBe('');
	for (const text of ['Harem', 'Идлиб', 'Αθήνα', 'Việt', '‑']) expect(typeset(text, 48).d).not.toBe('');
});
