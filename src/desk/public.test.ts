import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

it.each([
	'<svg><a href="#x"/></svg>',
	'<svg><set attributeName="href" to="x"/></svg>',
	'<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>',
	'<svg xmlns:h="http://www.w3.org/1999/xhtml"/>',
	'<svg><style>@import "x.css";</style></svg>',
	'<svg><style>a{fill:url(https://a.example/)}</style></svg>',
	'<svg><style>a{fill:u\\72l(x)}</style></svg>',
	'<svg><rect fill="url( x.svg#a)"/></svg>',
	'<svg><style>@im<!--x-->port "https://a.example/x.css";</style></svg>',
	'<svg><style>a{fill:ur<g/>l(https://a.example/)}</style></svg>',
	'<svg><use xlink:href="data:x"/></svg>',
	'<svg><use href="&#106;avascript:x"/></svg>',
	'<?xml-stylesheet href="x.css"?><svg/>',
	'<svg><![CDATA[x]]></svg>',
	'<svg><!-- x</svg>',
	'<svg><rect onclick=alert(1) /></svg>',
	'<?xml version="1.0" encoding="UTF-7"?><svg>+ADw-script+AD4-</svg>',
	'<svg xml:base="https://a.example/"/>',
	'<html/>',
	'',
])('%s is no plain drawing', (text) => {
	expect(svgFault(text)).toBeTypeOf('string');
});

it('a megabyte of anything is read at once', () => {
	for (const part of ['<!--', '<', '<svg ', '<g a="', '<g a="b" ', '&', ' '])
		expect(svgFault(`<svg>${part.repeat(1_000_000 / part.length)}`)).toBeOneOf([undefined, expect.any(String)]);
});
