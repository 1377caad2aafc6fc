import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { example } from '../../tests/support/example-ledger.ts';
import { dataTables } from '../formats/tables.ts';
import { buildLedger } from '../ledger/verify.ts';
import { diskAt, diskOf } from './disk.ts';
import { publicFaults, readPublic } from './public.ts';
import { TABLES } from './sort.ts';
import { svgFault } from './svg.ts';

const root = join(import.meta.dirname, '../..');
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

it('what stands in public/ may be published', () => {
	expect(publicFaults(diskAt(root))).toEqual([]);
});

it('pictures are known by their addresses, and only those whose bytes are right', () => {
	const files = new Map([
		['public/images/a.png', PNG],
		['public/b.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>')],
		['public/images/wrong.webp', PNG],
	]);
	expect([...readPublic(diskOf(files), () => undefined)]).toEqual(['/b.svg', '/images/a.png']);
});

it('a name that is nothing but an ending has none', () => {
	for (const name of ['svg', 'txt', 'images/png', 'images/svg'])
		expect(publicFaults(diskOf(new Map([[`public/${name}`, '<script>']]))), name).toEqual([
			expect.stringContaining('a file of this kind is not published'),
		]);
});

it('more files beside the pages than hosts have rules for are refused', () => {
	const files = (count: number) =>
		new Map(Array.from({ length: count }, (_, index) => [`public/x${index}.png`, PNG] as const));
	expect(publicFaults(diskOf(files(40)))).toEqual([]);
	expect(publicFaults(diskOf(files(41)))).toEqual([expect.stringContaining('hosts take 100')]);
});

it('links, and folders that are links, are named and never read', () => {
	const place = mkdtempSync(join(tmpdir(), 'public-'));
	try {
		for (const folder of ['content/sources', 'public', 'seeds', 'outside'])
			mkdirSync(join(place, folder), { recursive: true });
		writeFileSync(join(place, 'outside', 'secret.txt'), 'secret');
		symlinkSync('/dev/zero', join(place, 'content/sources/zero.yaml'));
		symlinkSync('../outside/secret.txt', join(place, 'seeds/secret.txt'));
		symlinkSync('.', join(place, 'public/loop'));
		symlinkSync('../outside', join(place, 'public/images'));
		const disk = diskAt(place);
		expect(['content', 'public', 'seeds'].flatMap((folder) => disk.odd(folder))).toEqual([
			['content/sources/zero.yaml', 'a link'],
			['public/images', 'a link'],
			['public/loop', 'a link'],
			['seeds/secret.txt', 'a link'],
		]);
		expect(['content', 'public', 'seeds'].flatMap((folder) => disk.files(folder))).toEqual([]);
		expect(disk.read('seeds/secret.txt')).toBe('it is a link');
		expect(disk.read('content/sources/zero.yaml')).toBe('it is a link');
		expect(publicFaults(disk)).toHaveLength(4);
	} finally {
		rmSync(place, { recursive: true });
	}
});

it('no series has the name of a table', () => {
	const ledger = buildLedger(example());
	const names = dataTables(ledger).map(({ name }) => name);
	expect(names.filter((name) => !TABLES.has(name) && !ledger.series.has(name))).toEqual([]);
});

it('our own drawings are plain', () => {
	expect(svgFault(readFileSync(join(root, 'public/favicon.svg'), 'utf8'))).toBeUndefined();
});

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"';

it.each([
	'><a href="#x"/></svg>',
	'><set attributeName="href" to="x"/></svg>',
	' xmlns:h="http://www.w3.org/1999/xhtml"/>',
	'><g xmlns="http://www.w3.org/1999/xhtml"/></svg>',
	'><style>@import "x.css";</style></svg>',
	'><style>a{fill:url(https://a.example/)}</style></svg>',
	'><style>a{fill:u\\72l(x)}</style></svg>',
	'><rect fill="url( x.svg#a)"/></svg>',
	'><rect fill="u&#114;l(x.svg#a)"/></svg>',
	'><style>@im<!--x-->port "https://a.example/x.css";</style></svg>',
	'><style>a{fill:ur<g/>l(https://a.example/)}</style></svg>',
	'><style>@im<g>X</g>port "https://a.example/"; a{fill:u<g>X</g>rl(https://a.example/)}</style></svg>',
	' xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="data:x"/></svg>',
	' xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:onload="x"/></svg>',
	'><use href="&#106;avascript:x"/></svg>',
	'><![CDATA[x]]></svg>',
	'><?xml-stylesheet href="x.css"?></svg>',
	'><!-- x</svg>',
	'><rect onclick="alert(1)"/></svg>',
	' xml:base="https://a.example/"/>',
	...[
		'><g></svg>',
		'/><svg/>',
		'/>x',
		'><g a="1" a="2"/></svg>',
		'><desc>a & b</desc></svg>',
		'><desc>&nbsp;</desc></svg>',
		'><desc>&LT;</desc></svg>',
		'><desc>&#X41;</desc></svg>',
	],
	...['><rect width=1 /></svg>', '>< g/></svg>', '><g a="<"/></svg>', '><x:g/></svg>', '><desc>]]></desc></svg>', '>'],
])('%s is no plain drawing', (text) => {
	expect(svgFault(`${SVG}/>`)).toBeUndefined();
	expect(svgFault(`${SVG}${text}`)).toBeTypeOf('string');
});

it.each([
	'',
	'<html/>',
	'<svg/>',
	`x${SVG}/>`,
	'<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>',
	`<?xml-stylesheet href="x.css"?>${SVG}/>`,
	`<!DOCTYPE svg [<!ENTITY x "y">]>${SVG}/>`,
	`<?xml version="1.0" encoding="UTF-7"?>${SVG}>+ADw-script+AD4-</svg>`,
])('%s is no drawing', (text) => {
	expect(svgFault(text)).toBeTypeOf('string');
});

it('a drawing that may be published is one that another parser of XML reads', async () => {
	const parts =
		'<g> </g> <g/> < > & &lt; &#60; &#1; <!-- --> -- " \' = / width="1" x:y="1" id xmlns="" <?a?> ]]> \uFFFF \u00e9 a'.split(
			' ',
		);
	const text = `<?xml version="1.0"?>\n${SVG} width="9" height="9"><!-- a --><g id="a"><path d="M0 0"/><desc>b c</desc></g></svg>`;
	const edit = fc.tuple(fc.nat(text.length), fc.nat(1), fc.constantFrom('', ' ', ...parts));
	let read = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 2 }), async (edits) => {
			const made = edits.reduce((one, [at, gone, more]) => one.slice(0, at) + more + one.slice(at + gone), text);
			if (publicFaults(diskOf(new Map([['public/a.svg', made]]))).length > 0) return;
			read += 1;
			const said = await sharp(Buffer.from(made))
				.metadata()
				.then(
					({ format }) => format,
					(error: Error) => error.message,
				);
			expect(said, made).toMatch(/^svg$|bad dimensions/);
		}),
		{ seed: 20_261_127, numRuns: 1500 },
	);
	expect(read).toBeGreaterThan(100);
});

it('a megabyte of anything is read at once', () => {
	for (const part of ['<!--', '<', '<svg ', '<g a="', '<g a="b" ', 'a="" ', '<g>', '&', '&lt;', ' '])
		expect(svgFault(`${SVG}>${part.repeat(1_000_000 / part.length)}`)).toBeTypeOf('string');
});
