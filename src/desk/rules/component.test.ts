import { describe, expect, it } from 'vitest';
import { said } from '../../../tests/desk/tree.ts';

const wrong = (words: string) => said('component', words);

describe('component', () => {
	it.each([
		'\n\n<Graph id="residents"/>\n',
		'\n\n<chart id="residents"/>\n',
		'<>words</>',
		'words <Chart id="residents"/> words',
		'\n\n<Chart id="residents">words</Chart>\n',
		'\n\n<Aside></Aside>\n',
		'\n\n<Quote source="report">a <Term id="stock"/></Quote>\n',
		'<Claim id="hospital">a <Term id="stock"/></Claim>',
		'<Value series="residents" date="2022">words</Value>',
	])('is wrong in %j', (words) => {
		expect(wrong(words)).toHaveLength(1);
	});

	it.each([
		'\n\n<Chart id="residents"/>\n',
		'\n\n<Aside>One line.</Aside>\n',
		'\n\n<Aside>\n\nTwo.\n\n<Chart id="residents"/>\n\n</Aside>\n',
		'\n\n<Later date="2023">The <Claim id="hospital">some</Claim>.</Later>\n',
		'\n\n<Claim id="hospital"/>\n',
	])('is right in %j', (words) => {
		expect(wrong(words)).toEqual([]);
	});
});
