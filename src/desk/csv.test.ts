import { describe, expect, it } from 'vitest';
import { checkWith } from '../../tests/desk/tree.ts';
import { readCsv } from './csv.ts';

const rows = (text: string) => readCsv(text).rows.map(({ date, value, note }) => [date, value, note]);
const TWO = [
	['2020', '4120', 'a; b, "c"'],
	['2021-12-31', '1234567', ''],
];

describe('readCsv', () => {
	it('refuses a file of more lines than a series can have, before it looks at them', () => {
		expect(readCsv(`date,value\n2020,1\n${'\n'.repeat(4_900_000)}`).faults).toMatchObject([
			{ message: 'this file has 4900002 lines; a series has 20000 at most', fix: expect.stringContaining('empty') },
		]);
	});

	it.each([
		['by hand', 'date,value,note\n2020,4120,"a; b, ""c"""\n2021-12-31,1234567,\n'],
		['Excel, as CSV UTF-8', '\uFEFFdate,value,note\r\n2020,4120,"a; b, ""c"""\r\n31/12/2021,"1,234,567",\r\n'],
		['Excel in Germany', '\uFEFFdate;value;note\r\n2020;4120;"a; b, ""c"""\r\n31.12.2021;1.234.567;\r\n;;\r\n;;\r\n'],
		['Excel in France', 'date;value;note;;\r\n2020;4120;"a; b, ""c""";;\r\n31/12/2021;1\u202f234\u202f567;;;\r\n'],
		['Excel in Switzerland', 'date;value;note\r\n2020;4120;"a; b, ""c"""\r\n31.12.2021;1\'234\'567;\r\n'],
		['a first line for Excel', '\uFEFFsep=;\r\ndate;value;note\r\n2020;4120;"a; b, ""c"""\r\n31.12.2021;1234567;\r\n'],
		[
			'LibreOffice, every cell in quotes',
			'"date","value","note"\n"2020","4120","a; b, ""c"""\n"2021-12-31","1234567",""\n',
		],
		['tabs', 'date\tvalue\tnote\n2020\t4120\t"a; b, ""c"""\n2021-12-31\t1234567\t\n'],
		['an old Mac', 'date,value,note\r2020,4120,"a; b, ""c"""\r2021-12-31,1234567,\r'],
	])('takes a table as it is saved: %s', (_name, text) => {
		expect(readCsv(text).faults).toEqual([]);
		expect(rows(text)).toEqual(TWO);
	});

	it.each([
		['318,5', '318.5'],
		['0,125', '0.125'],
		['1.234,5', '1234.5'],
		['1,234.5', '1234.5'],
		['−12', '-12'],
		['-1 234', '-1234'],
		// Two readings: left as they are, for the ledger to tell.
		['25.632', '25.632'],
		['25,632', '25,632'],
		['1,23,456', '1,23,456'],
	])('reads the number %s as %s', (written, read) => {
		expect(rows(`date;value\n2020;"${written}"\n`)).toEqual([['2020', read, undefined]]);
	});

	it('marks a cell behind a first line for Excel', () => {
		const text = 'sep=;\r\ndate;value;note\r\n2020;4120;x\r\n';
		const { start, end } = readCsv(text).span(0, 'note');
		expect(text.slice(start, end)).toBe('x');
	});
});

describe('the desk', () => {
	it('passes over what other programs leave behind', () => {
		const left = ['the-strike.mdx~', '#the-strike.mdx#', 'Thumbs.db', 'desktop.ini', '~$residents.csv', '.DS_Store'];
		const more = ['the-strike.mdx.bak', '.the-strike.mdx.swp', '.idea/x.xml', '__MACOSX/the-strike.mdx', '4913'];
		const files = [...left, ...more].map((name) => [`content/explainers/${name}`, 'anything'] as const);
		expect(checkWith({ ...Object.fromEntries(files), 'seeds/~$report.txt': 'x' }).findings).toEqual([]);
	});

	it('reads a seed in another encoding as what it is, and says so', () => {
		const text = 'In Vell 17 people were hurt – “badly”, said a café owner.\n';
		const wide = Buffer.from(`\uFEFF${text}`, 'utf16le');
		const narrow = Buffer.from(text.replace('–', '\x96').replace('“', '\x93').replace('”', '\x94'), 'latin1');
		for (const [bytes, name] of [
			[wide, 'UTF-16 (little-endian)'],
			[Buffer.from(wide).swap16(), 'UTF-16 (big-endian)'],
			[Buffer.from(wide.subarray(2)), 'UTF-16 (little-endian)'],
			[narrow, 'Windows-1252'],
		] as const) {
			const { content } = checkWith({ 'seeds/other.txt': bytes });
			const seed = content.entries.seeds.get('other.txt');
			expect(seed?.text.replace('\uFEFF', '')).toBe(text);
			expect(seed?.encoding).toBe(name);
		}
	});
});
