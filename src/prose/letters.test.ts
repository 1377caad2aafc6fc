import { expect, it } from 'vitest';
import { undrawn } from './letters.ts';

it.each([
	'Harem, a town',
	'Łódź, Ñandú, Übung, Ağrı, Şırnak, Ǧabal, ʿAyn',
	'Việt Nam, Huế',
	'Идлиб, Київ, Ђорђе',
	'Αθήνα',
	'cease‑fire, cease‐fire',
	'e\u0301te\u0301',
])('%s is drawn whole', (text) => {
	expect(undrawn(text)).toBeUndefined();
});

it.each([
	['حارم', 'ح', 0],
	['Harem 哈雷姆', '哈', 6],
	['The bridge 🌉', '🌉', 11],
	['ארם', 'א', 0],
])('%s is not, and it is said from where', (text, character, offset) => {
	expect(undrawn(text)).toEqual({ character, offset });
});
