import { expect, it } from 'vitest';
import { diskOf, type Held } from './disk.ts';
import { readSeeds } from './seeds.ts';

function read(...files: readonly (readonly [name: string, held: Held])[]) {
	const said: string[] = [];
	const disk = diskOf(new Map(files.map(([name, held]) => [`seeds/${name}`, held])));
	const seeds = readSeeds(disk, ({ path }, rule, message) => said.push(`${path} ${rule}: ${message}`));
	return { seeds: [...seeds].map(([name, { text, encoding }]) => [name, encoding, text]), said };
}

const wide = (text: string) => Buffer.from(text, 'utf16le');
const english = 'The service counted 14 in März.';
const arabic = 'قتل 14 شخصا في إدلب وجرح آخرون';

it.each([
	['with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), wide(english)]), 'UTF-16 (little-endian)', english],
	['without it', wide(english), 'UTF-16 (little-endian)', english],
	['the other way round', wide(english).swap16(), 'UTF-16 (big-endian)', english],
	['in Arabic, without it', wide(arabic), 'UTF-16 (little-endian)', arabic],
	['in Arabic, the other way round', wide(arabic).swap16(), 'UTF-16 (big-endian)', arabic],
	['of Windows', Buffer.from(english, 'latin1'), 'Windows-1252', english],
	['of Windows in Turkish', Buffer.from([0xdd, 0x64, 0x6c, 0x69, 0x62, 0x20, 0xfe]), 'Windows-1254', 'İdlib ş'],
])('a text %s is read as what it is', (_, bytes, encoding, text) => {
	const { seeds, said } = read(['a.txt', bytes]);
	expect(said).toEqual([]);
	expect(seeds.map(([, as, words]) => [as, words?.replace('\uFEFF', '')])).toEqual([[encoding, text]]);
});

it.each([
	['nothing', ''],
	['white space', ' \n'],
	['noughts', '\0\0\0\0'],
	['a nought among words', 'The service \0 counted 14.'],
	['four bytes a letter', Buffer.from('fffe000054000000680000006500000020000000', 'hex')],
	['Arabic of Windows', Buffer.from('dedad1c720c8c7e1e320313420d4cecdc7', 'hex')],
	['a PDF', '%PDF-1.4\nthe text 14'],
	['a page', '<html><body>14 dead</body></html>'],
	['rich text', '{\\rtf1 14 dead}'],
	['an archive', 'PK\u0003\u0004 14'],
])('%s is no text', (_, held) => {
	const { seeds, said } = read(['a.txt', held]);
	expect(seeds).toEqual([]);
	expect(said).toEqual([expect.stringMatching(/^seeds\/a\.txt unreadable-file: this file is /)]);
});

it.each([
	...[
		'a\u0001b.txt',
		'a\nb.txt',
		'a\u202eb.txt',
		'a.txt.',
		'a.txt ',
		'a .txt',
		' a.txt',
		'a:b.txt',
		'a?.txt',
		'a\uFFFD.txt',
	],
	...['con.txt', 'Aux.b.txt', 'A.TXT', `${'a'.repeat(120)}.txt`, 'sub./a.txt'],
])('a report cannot have the name %j', (name) => {
	expect(read([name, 'words']).said).toEqual([expect.stringContaining(' file-name: ')]);
});

it('reports may have names in any script, and not two that fold to the same', () => {
	expect(read(['تقرير.txt', 'words'], ['Ein Bericht (2).txt', 'words'], ['sub/a.txt', 'words']).said).toEqual([]);
	const { said } = read(['A.txt', 'words'], ['a.txt', 'words'], ['e\u0301.txt', 'words'], ['\u00e9.txt', 'words']);
	expect(said.map((one) => one.replace(/.*same name as /, ''))).toEqual(['"A.txt"', '"e\u0301.txt"']);
});
