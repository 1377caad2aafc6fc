import { describe, expect, it } from 'vitest';
import { said } from '../../../tests/desk/tree.ts';

const wrong = (words: string) => said('attribute', words);
const compare = (words: string) =>
	`\n\n<Compare first="injured-spokesman" firstWords="${words}" second="injured-rescue" secondWords="52">Words.</Compare>\n`;

describe('attribute', () => {
	it.each([
		['<Term idd="stock"/>', ['<Term', 'idd="stock"']],
		['<Term id/>', ['id']],
		['<Term id=""/>', ['id=""']],
		['<Term id={"stock"}/>', ['id={"stock"}']],
		['<Term id="stock" id="stock"/>', ['id="stock"']],
		['<Term {...all}/>', ['{...all}']],
		['<Value series="residents" date="2022" as="perhaps"/>', ['as="perhaps"']],
		['\n\n<Later date="soon">Words.</Later>\n', ['date="soon"']],
		['\n\n<Accounts about="bridge"/>\n', ['<Accounts']],
		['<Value series="residents" date="1999"/>', ['date="1999"']],
		['<Value of="sums" claims="hospital"/>', ['of="sums"']],
		['<Value of="held"/>', ['<Value']],
		['<Value of="events" ceasefire="market-truce" kind="violations"/>', ['kind="violations"']],
		['<Value of="constructor"/>', ['of="constructor"']],
		[compare('more than 30'), ['firstWords="more than 30"']],
	])('is wrong in %j', (words, found) => {
		expect(wrong(words)).toEqual(found);
	});

	it.each([
		'<Term id="stock"/>',
		'<Value series="residents" date="2022" as="exact"/>',
		'<Value of="held" ceasefire="market-truce"/>',
		'<Value of="change" series="residents" from="2020" to="2022"/>',
		compare('more than 40'),
	])('is right in %j', (words) => {
		expect(wrong(words)).toEqual([]);
	});
});
