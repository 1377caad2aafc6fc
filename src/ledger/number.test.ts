import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigures, findNumbers } from './number.ts';

const read = (text: string) =>
	findNumbers(text).map(({ text: found, value, qualifier, upper }) =>
		[found, value, qualifier, upper].filter((part) => part !== undefined),
	);

describe('findNumbers', () => {
	it.each([
		['killed 380,000 of them', [['380,000', 380_000]]],
		['1.4 million people', [['1.4 million', 1_400_000]]],
		['1.400.000 Menschen', [['1.400.000', 1_400_000]]],
		[
			'380k and 3.6m',
			[
				['380k', 380_000],
				['3.6m', 3_600_000],
			],
		],
		['12 km', [['12', 12]]],
		['this 9 year war', [['9', 9]]],
		['nine years', [['nine', 9]]],
		['twenty-one', [['twenty-one', 21]]],
		['two hundred thousand', [['two hundred thousand', 200_000]]],
		['a hundred and fifty', [['a hundred and fifty', 150]]],
		['two million three hundred thousand and five', [['two million three hundred thousand and five', 2_300_005]]],
		['one and a half million', [['one and a half million', 1_500_000]]],
		['half a million', [['half a million', 500_000]]],
		['a million and a half', [['a million and a half', 1_500_000]]],
		['a dozen', [['a dozen', 12]]],
		['2 dozen', [['2 dozen', 24]]],
		[
			'nine or ten',
			[
				['nine', 9],
				['ten', 10],
			],
		],
		['15–20 km', [['15–20', 15, 'between', 20]]],
		['Several\nthousand', [['Several\nthousand', null]]],
		['hundreds of thousands', [['hundreds of thousands', null]]],
		['tens of thousands of people', [['tens of thousands', null]]],
		['a few hundred', [['few hundred', null]]],
		['dozens', [['dozens', null]]],
		['“numerous” victims', [['numerous', null]]],
		['٧٨', [['٧٨', 78]]],
		['½ of it', [['½', 0.5]]],
		['[ad_1]', [['1', 1]]],
		['Nearly 1m of them', [['1m', 1_000_000, 'almost']]],
		[
			'a wall 1m high, within 3m of it',
			[
				['1', 1],
				['3', 3],
			].map(([text, value]) => [`${text}m`, value]),
		],
		['more than $3bn', [['3bn', 3e9, 'more than']]],
		[
			'3 bn and 3 m',
			[
				['3 bn', 3e9],
				['3', 3],
			],
		],
		['1.5-2 million people', [['1.5-2 million', 1_500_000, 'between', 2_000_000]]],
		['between 15 and 20', [['15 and 20', 15, 'between', 20]]],
		['23 to 25 people', [['23 to 25', 23, 'between', 25]]],
		[
			'rose from 38 to 78',
			[
				['38', 38],
				['78', 78],
			],
		],
		[
			'-5C and minus five',
			[
				['-5', -5],
				['minus five', -5],
			],
		],
		[
			'3½ and 3 ½',
			[
				['3½', 3.5],
				['3 ½', 3.5],
			],
		],
		['2/3 of them', [['2/3', 0.666666666666667]]],
		[
			'1 500, 1\u2009500 and 1\u00a0500',
			[
				['1 500', 1500],
				['1\u2009500', 1500],
				['1\u00a0500', 1500],
			],
		],
		['a third of them', [['a third', 0.333333333333333]]],
		['fell by a third', [['a third', 0.333333333333333]]],
		['a third truce', [['third', null]]],
		[
			'one-third and two-thirds',
			[
				['one-third', 0.333333333333333],
				['two-thirds', 0.666666666666667],
			],
		],
		[
			'three quarters, a quarter of',
			[
				['three quarters', 0.75],
				['a quarter', 0.25],
			],
		],
		['a quarter of a million', [['a quarter of a million', 250_000]]],
		[
			'scores of people, scores were hurt',
			[
				['scores', null],
				['scores', null],
			],
		],
		['a score of people', [['a score', 20]]],
		['7:45', [['7:45', null]]],
		[
			'0.65 of it, a 2.5-year-old',
			[
				['0.65', 0.65],
				['2.5', 2.5],
			],
		],
		[
			'halved, doubled, fivefold, five-fold',
			[
				['halved', 0.5],
				['doubled', 2],
				['fivefold', 5],
				['five-fold', 5],
			],
		],
		[
			'twice as much, three times as much',
			[
				['twice', 2],
				['three times', 3],
			],
		],
		['a couple of them', [['a couple', null]]],
		[
			'thir\u00adteen and 1\u00ad200',
			[
				['thir\u00adteen', 13],
				['1\u00ad200', 1200],
			],
		],
		[
			'⁵⁰ and ⑦',
			[
				['⁵⁰', 50],
				['⑦', 7],
			],
		],
		[
			'siebzig, cinquante, elli, خمسون',
			[
				['siebzig', 70],
				['cinquante', 50],
				['خمسون', 50],
			],
		],
		['XVII people, Pope John XXIII', [['XVII', 17]]],
		['5/3/2020', [['5/3/2020', null]]],
		['five thousand million', [['five thousand million', 5e9]]],
		['someone alone in the tent, behalf of many-sided tones', [['many', null]]],
	])('finds %j', (text, expected) => {
		expect(read(text)).toEqual(expected);
	});

	it.each([
		['more than 50', 'more than'],
		['More  than\n50', 'more than'],
		['over 50', 'more than'],
		['at least 50', 'at least'],
		['no fewer than 50', 'at least'],
		['50 or more', 'at least'],
		['almost 50', 'almost'],
		['nearly fifty', 'almost'],
		['just under 50', 'almost'],
		['around 50', 'about'],
		['some 50', 'about'],
		['up to 50', 'up to'],
		['no more than 50', 'up to'],
		['exactly 50', 'exactly'],
		['another 50', undefined],
		['moreover 50', undefined],
		['awesome 50', undefined],
	])('reads the limit of %j', (text, qualifier) => {
		expect(findNumbers(text)[0]?.qualifier).toBe(qualifier);
	});

	it('gives places that hold the words', () => {
		const text = 'He spoke of 78 dead and almost 90 injured.';
		const [first, second] = findNumbers(text);
		expect(text.slice(first?.offset).startsWith('78')).toBe(true);
		expect(second).toMatchObject({ offset: 31, length: 2, lead: 'almost' });
	});

	it('finds any planted number, in any text', () => {
		const planted = fc.oneof(
			fc.nat().map(String),
			fc.nat({ max: 999_999_999 }).map((n) => String(n).replace(/\B(?=(\d{3})+$)/g, ',')),
			fc.constantFrom('nine', 'twenty-one', 'a million', 'almost a million', 'several thousand', 'hundreds', 'dozens'),
			fc.constantFrom('numerous', 'several', 'one', 'half', 'second', '1.4 million', '22nd', '00:01', 'M4', '2019'),
		);
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme' }),
				planted,
				fc.string({ unit: 'grapheme' }),
				(before, number, after) => {
					const text = `${before} ${number} ${after}`;
					const from = before.length + 1;
					const hit = findNumbers(text).some(
						({ offset, length }) => offset < from + number.length && offset + length > from,
					);
					expect(hit).toBe(true);
				},
			),
		);
	});

	it('finds a digit wherever it stands, and never the same place twice', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'09.,-/ a\u00a0onehudr٣½') }), (text) => {
				const found = findNumbers(text);
				for (const [at, character] of [...text].entries()) {
					if (!/\p{Nd}/u.test(character)) continue;
					expect(found.some(({ offset, length }) => at >= offset && at < offset + length)).toBe(true);
				}
				for (const [at, number] of found.entries()) {
					const next = found[at + 1];
					if (next) expect(number.offset + number.length).toBeLessThanOrEqual(next.offset);
				}
			}),
		);
	});
});

describe('findFigures', () => {
	it.each([
		'On 5 March 2020 they met',
		'from 6 March, and on 15 March',
		'March 5, 2020',
		'between 5 and 15 March',
		'26–29 October',
		'the 15, 16 and 17 March patrols',
		'in 2012, 2019–2020 and the 1990s',
		'since about 2012 and over 2019',
		'late 2019/20',
		'2020-03-05',
		'the 22nd patrol, the first truce, the twenty-first',
		'at 00:01 on the day, 06:00, 10:18 CET, 6 am, six o’clock'.replace('’', "'"),
		'S/2020/187, A/HRC/43/57, S/RES/2401 and resolution 2401',
		'resolutions 2042 and 2268',
		'Article 5, page 3, paragraph 2, Situation Report 9',
		'the M4 and the M5, Astana-6, Su-24',
		'one of the largest, and one report',
		'several offensives, many villages',
		'the second half of 2019',
	])('lets %j pass', (text) => {
		expect(findFigures(text).map(({ text: found }) => found)).toEqual([]);
	});

	it.each([
		['In 2020, 150 fighters', ['150']],
		['In March 50 fighters', ['50']],
		['In March 20 fighters', ['20']],
		['2012 people fled', ['2012']],
		['more than 2012', ['2012']],
		['2,012 people', ['2,012']],
		['killed 1,305 in March', ['1,305']],
		['one killed', ['one']],
		['one million', ['one million']],
		['a 30-day siege', ['30']],
		['two thirds of them', ['two thirds']],
		['half of them', ['half']],
		['60 per cent', ['60']],
		['dozens and numerous others', ['dozens', 'numerous']],
		['from 38 to 78', ['38', '78']],
		['resolution 2401 asked for 30 days', ['30']],
		['14 soldiers, six days of fighting, 24 hours of shelling', ['14', 'six', '24']],
		['It took seven days. On the floor two bodies lay.', ['seven', 'two']],
		['shelled five times a day', ['five times']],
		['a 9-year-old war, and it was 9 years old', ['9', '9']],
		['They called 112 villages, and the House 9 members', ['112', '9']],
		['the 14 Turkish soldiers on Baker Street, the six-day war', ['14', 'six']],
		['14 5-year-old boys', ['14']],
	])('stops at %j', (text, expected) => {
		expect(findFigures(text).map(({ text: found }) => found)).toEqual(expected);
	});

	it('reads long texts in linear time', () => {
		const text = 'On 5 March 2020 more than 50 of several thousand, a hundred and, 1,1,1,1 '.repeat(4000);
		expect(findFigures(text).length).toBeGreaterThan(8000);
	});
});
