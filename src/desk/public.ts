import type { Disk } from './disk.ts';
import { decode } from './encoding.ts';
import { type TellFault, topOf } from './position.ts';
import { isDevice, isInLeftBehind, isLeftBehind } from './sort.ts';
import { svgFault } from './svg.ts';
import { printable } from './terminal.ts';

/** Folders of public/: the site itself writes nothing into them. */
const FOLDERS: readonly string[] = ['fonts', 'icons', 'images'];
/** Files beside the pages each need a rule of their own in a host's headers, and hosts take about 100. */
const MOST_AT_TOP = 40;
const MOST_FILES = 5000;

const NAME = /^[a-z0-9]+(?:[_-][a-z0-9]+)*(?:\.[a-z0-9]+)*$/;
const CONTROLS = /(?![\t\r\n])\p{Cc}/u;

const starts =
	(...signs: readonly (readonly [at: number, sign: string])[]) =>
	(bytes: Uint8Array): string | undefined => {
		const text = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
		return signs.some(([at, sign]) => text.startsWith(sign, at)) ? undefined : 'its bytes are those of something else';
	};

function textFault(bytes: Uint8Array): string | undefined {
	const text = decode(bytes);
	return text === undefined || CONTROLS.test(text) ? 'it is no text in UTF-8' : undefined;
}

/** What is wrong with the bytes of a file, by its ending. */
const kinds: Readonly<Record<string, (bytes: Uint8Array) => string | undefined>> = {
	png: starts([0, '\u0089PNG\r\n\u001a\n']),
	jpg: starts([0, '\u00ff\u00d8\u00ff']),
	jpeg: starts([0, '\u00ff\u00d8\u00ff']),
	webp: (bytes) => starts([0, 'RIFF'])(bytes) ?? starts([8, 'WEBP'])(bytes),
	avif: starts([4, 'ftypavif'], [4, 'ftypavis']),
	svg: (bytes) => textFault(bytes) ?? svgFault(decode(bytes) ?? ''),
	ico: starts([0, '\0\0\u0001\0']),
	woff2: starts([0, 'wOF2']),
	txt: textFault,
};
const PICTURES = /\.(?:png|jpe?g|webp|avif|svg)$/;
const WHOLE = /\.(?:svg|txt)$/;

/** What is wrong with a file of public/; undefined when it may be published. */
function faultOf(path: string, disk: Disk): readonly [message: string, fix: string] | undefined {
	const parts = path.split('/').slice(1);
	const name = parts.at(-1) ?? '';
	const odd = parts.find((part) => !NAME.test(part) || isDevice(part.split('.')[0] ?? ''));
	const form = 'use lower-case letters, digits, "-" and "."';
	if (odd !== undefined) return [`${JSON.stringify(odd)} is no name for a file that is published`, form];
	const dotted = parts.slice(0, -1).find((part) => part.includes('.'));
	if (dotted !== undefined) return [`the folder "${dotted}" has the name of a file`, 'give it a name without a point'];
	const ending = /\.([^.]+)$/.exec(name)?.[1] ?? '';
	const check = Object.hasOwn(kinds, ending) ? kinds[ending] : undefined;
	if (!check)
		return [
			`a file of this kind is not published: ${name}`,
			`public/ takes ${Object.keys(kinds).join(', ')}; the site writes pages and scripts itself`,
		];
	const [folder = ''] = parts;
	if (parts.length > 1 ? !FOLDERS.includes(folder) : name.endsWith('.txt'))
		return ['the site itself writes at this place', `put the file into public/${FOLDERS.join('/, public/')}/`];
	const bytes = disk.read(path, WHOLE.test(name) ? undefined : 64);
	if (typeof bytes === 'string')
		return [`this file cannot be read: ${bytes}`, 'make it smaller, or look at who may open it'];
	const fault = check(bytes);
	const again = 'save it again in the format that its ending names';
	return fault === undefined ? undefined : [`this is not what its name says: ${fault}`, again];
}

/**
 * Holds content/, seeds/ and public/ to plain files, and public/ to what may be published.
 * @returns addresses of the pictures that content may show
 */
export function readPublic(disk: Disk, fault: TellFault): ReadonlySet<string> {
	for (const folder of ['content', 'public', 'seeds'])
		for (const [path, what] of disk.odd(folder))
			fault(topOf(path), 'plain-file', `this is ${what}, and is not read`, `put the file itself into ${folder}/`);
	const all = disk.files('public');
	// A file left behind is passed over and not published; a folder of odd name is more than that.
	for (const path of all.filter((one) => isLeftBehind(one))) {
		const folders = path.split('/').slice(1, -1);
		if (folders.every((part) => NAME.test(part)) && !isInLeftBehind(path)) continue;
		const message = `a folder of this name is not published: ${JSON.stringify(folders.join('/'))}`;
		fault(topOf(path), 'public-file', message, 'take it out of public/');
	}
	const files = all.filter((path) => !isLeftBehind(path));
	const atTop = files.filter((path) => path.split('/').length === 2);
	const tooMany = ([first = 'public', ...more]: readonly string[], why: string, fix: string) =>
		fault(topOf(first), 'public-file', `there are ${more.length + 1} files ${why}`, fix);
	if (files.length > MOST_FILES) tooMany(files, 'in public/; hosts take 20,000 with the pages', 'take some out');
	else if (atTop.length > MOST_AT_TOP)
		tooMany(
			atTop,
			'beside the pages; each needs a rule of its own, and hosts take 100',
			'put them into public/images/',
		);
	return new Set(
		files.flatMap((path) => {
			const found = faultOf(path, disk);
			if (found) fault(topOf(path), 'public-file', ...found);
			return !found && PICTURES.test(path) ? [path.slice('public'.length)] : [];
		}),
	);
}

/** Whether a file of public/ is one that the site publishes. @param path such as `public/images/camp.jpg` */
export const isPublished = (path: string, disk: Disk): boolean =>
	!isLeftBehind(path) && faultOf(path, disk) === undefined;

/** What may not be built from, one sentence each: what the desk says first, held again by the build itself. */
export function publicFaults(disk: Disk): readonly string[] {
	const found: string[] = [];
	readPublic(disk, ({ path }, _rule, message, fix) => found.push(printable(`${path}: ${message}; ${fix}`)));
	return found;
}
