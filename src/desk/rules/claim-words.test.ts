import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkWith, said, textOf } from '../../../tests/desk/tree.ts';

const wrong = (words: string) => said('claim-words', words);

describe('claim-words', () => {
	it('finds words with another figure, and no words where there is no figure', () => {
		expect(wrong('<Claim id="hospital">18 of them</Claim>')).toEqual(['<Claim']);
		expect(wrong('<Claim id="bad-day"/>')).toEqual(['<Claim']);
		expect(wrong('<Claim id="bad-day">3 bad days</Claim>')).toEqual(['<Claim']);
	});

	it.each([
		'<Claim id="hospital">17 of them</Claim>',
		'<Claim id="hospital">seventeen</Claim>',
		'<Claim id="hospital">some of them</Claim>',
		'<Claim id="bad-day">a bad day</Claim>',
		'<Claim id="hospital"/>',
		'<Claim id="hospital"/> were injured',
		'<Claim id="injured-rescue"/> fled their homes',
		'<Claim id="injured-rescue"/> injured people in all',
	])('is content with %j', (words) => {
		expect(wrong(words)).toEqual([]);
	});
});

describe('words around a claim', () => {
	const page = 'content/explainers/the-bridge.mdx';
	const file = 'content/claims/bridge.yaml';
	it.each([
		['children', 'fighters', 2],
		['children', 'civilians', 2],
		['children', 'children', 0],
		['soldiers', 'rockets', 2],
		['soldiers', 'dead', 2],
		['soldiers', 'injured', 0],
		['soldiers', 'troops', 0],
		['rockets', 'soldiers', 2],
		['rockets', 'shells', 0],
	])('of %s and behind it "%s": %i faults', (unit, noun, faults) => {
		const { findings } = checkWith({
			[file]: textOf(file).replace('{ value: 17 }', `{ value: 17, unit: ${unit} }`),
			[page]: textOf(page).replace('17 of them</Claim>', `17</Claim> ${noun} and <Claim id="hospital"/> ${noun}`),
		});
		expect(findings.filter(({ rule }) => rule === 'claim-words').length).toBe(faults);
	});

	const leads = {
		'': undefined,
		'more than ': 'more than',
		'over ': 'more than',
		'at least ': 'at least',
		'no fewer than ': 'at least',
		'almost ': 'almost',
		'nearly ': 'almost',
		'about ': 'about',
		'some ': 'about',
		'up to ': 'up to',
		'at most ': 'up to',
		'exactly ': 'exactly',
		'another ': undefined,
		'the following ': undefined,
	} as const;
	type Lead = keyof typeof leads;
	const lead = fc.constantFrom(...(Object.keys(leads) as Lead[]));
	const units = {
		'': '',
		' people': 'people',
		' injured': 'people',
		' Syrians': 'people',
		' km': 'km',
		' per cent': '%',
		' days': 'days',
	};
	const unit = fc.constantFrom(...(Object.keys(units) as (keyof typeof units)[]));
	const written = fc.option(fc.record({ lead, value: fc.constantFrom(52, 53, 520), unit }), { nil: undefined });
	const limit = fc.constantFrom('exactly', 'more than', 'at least', 'almost', 'about', 'up to');

	const sentence = fc.record({ before: lead, words: written, behind: unit });

	it('are taken exactly where value, limit and unit are the claim’s', () => {
		fc.assert(
			fc.property(limit, fc.array(sentence, { minLength: 1, maxLength: 40 }), (own, cases) => {
				const said = cases.map(({ before, words, behind }) => {
					const tag = words ? `>${words.lead}${words.value}${words.unit}</Claim>` : '/>';
					return `The Service counted ${before}<Claim id="injured-rescue"${tag}${behind} that day.`;
				});
				const text = textOf(page).replace('was mayor of Vell.', `was mayor of Vell.\n\n${said.join('\n\n')}`);
				const { findings } = checkWith({
					[file]: textOf(file).replace('{ value: 52 }', `{ value: 52, qualifier: ${own} }`),
					[page]: text,
				});
				const told = new Set(findings.filter(({ rule }) => rule === 'claim-words').map(({ line }) => line));
				const first = text.split('\n').indexOf(said[0] ?? '') + 1;
				for (const [at, { before, words, behind }] of cases.entries()) {
					const limits = [leads[before], ...(words ? [leads[words.lead]] : [])].filter((one) => one !== undefined);
					const right = words
						? words.value === 52 && (limits.length === 0 ? own === 'exactly' : limits.length === 1 && limits[0] === own)
						: limits.length === 0 || (limits[0] === 'exactly' && own === 'exactly');
					const named = (words ? units[words.unit] : '') || units[behind];
					expect(!told.has(first + 2 * at), said[at]).toBe(right && (named === '' || named === 'people'));
				}
			}),
			{ numRuns: 30 },
		);
	});
});
