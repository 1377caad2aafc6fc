import { describe, expect, it } from 'vitest';
import { checkWith, said, textOf } from '../../../tests/desk/tree.ts';

const bare = (words: string) => said('bare-figure', words);

describe('bare-figure', () => {
	it.each([
		['In all 52 people came.', ['52']],
		['Some 1.4 million people came, dozens stayed.', ['1.4 million', 'dozens']],
		['Half of the town left.', ['Half']],
		['Two people and three hundred sheep.', ['Two', 'three hundred']],
		['More than *40* came.', ['40']],
		['A [link to 40 people](/claims/hospital/).', ['40']],
		['Code: `52 people`.', ['52']],
		['About &#53;2 people.', ['&#53;2']],
		['The mayor said “99 came”.', ['99']],
		['<Term id="stock">all 99 of them</Term>', ['99']],
		['<Claim id="hospital"/> thousand people.', ['thousand']],
		['The three killed men.', ['three']],
	])('finds the figures of %j', (words, figures) => {
		expect(bare(words)).toEqual(figures);
	});

	it.each([
		'On 7 May 2021, at 8:40, it was the 22nd time.',
		'In the 1990s and in 2020–2021 the first and the second stood.',
		'Resolution 2401, S/2020/187 and article 5 say so; the M4 was closed.',
		'One of the two reports says so; both agree, and the two differ.',
		'The three wars, the two main brokers and these two sides.',
		'<Claim id="hospital">17 of them</Claim> and <Value series="residents" date="2022"/>.',
		'The report says “more than 40 people were hurt”.',
		'No one knows; another one came.',
	])('lets %j stand', (words) => {
		expect(bare(words)).toEqual([]);
	});
});

describe('a figure in words without a number', () => {
	it('is found in the claims that give the same words', () => {
		const claims = `${textOf('content/claims/bridge.yaml')}- id: hurt-dozens
  about: bridge
  measure: injured
  statement: The Gazette wrote of dozens of injured.
  quantity: { qualifier: dozens }
  source: gazette
  locator: Headline.
  confidence:
    level: low
    reason: No count is given.
`;
		const page = 'content/explainers/the-bridge.mdx';
		const { findings } = checkWith({
			'content/claims/bridge.yaml': claims,
			[page]: textOf(page).replace('was mayor of Vell.', 'was mayor of Vell. Dozens were hurt.'),
		});
		const [found] = findings.filter(({ rule }) => rule === 'bare-figure');
		expect(found?.fix).toBe(
			'write <Claim id="hurt-dozens"/>, or say it without a number; a name that holds a number goes into content/names.yaml',
		);
	});
});
