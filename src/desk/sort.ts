import { aRecord, type Kind, kindRow, kinds, kindTable } from '../ledger/kinds.ts';
import { ID } from '../ledger/schemas/fields.ts';
import { tables } from '../routes.ts';
import { NAMES } from './list-file.ts';
import { MOVED, PUBLISHED } from './released.ts';

/** Folders of content/ with the records of a kind, and files at its top that hold them. */
const places: ReadonlyMap<string, Kind> = new Map(
	kinds.map((kind) => [kindTable[kind].content.replace(/\/.*/, '/'), kind]),
);
const folders = [...places.keys()].filter((place) => place.endsWith('/')).map((place) => place.slice(0, -1));

/** Files at the top of content/ that hold no records: the guide, and what is known of earlier releases. */
const notRecords = new Set(['content/README.md', MOVED, NAMES, PUBLISHED]);

/** What a file of content/ is by its path: the kind of its records, or what is wrong with the path. */
export type Sort =
	| { readonly kind: Kind; readonly extension: string; readonly id: string; readonly inList: boolean }
	| Misplaced;
export interface Misplaced {
	readonly fault: readonly [rule: string, message: string, fix: string];
}

/** undefined for files that hold no records. */
export function sortOf(path: string): Sort | undefined {
	const [, folder = '', name = '', ...deeper] = path.split('/');
	const kind = places.get(name === '' ? folder : `${folder}/`);
	const fileName = name === '' ? folder : name;
	if (isLeftBehind(path) || notRecords.has(path)) return undefined;
	const extension = fileName.slice(fileName.lastIndexOf('.') + 1);
	const id = fileName.slice(0, -extension.length - 1);
	const no = (...fault: Misplaced['fault']): Misplaced => ({ fault });
	if (!kind || deeper.length > 0) {
		const fix = `move it to the folder of its kind: ${folders.slice(0, -1).join(', ')} or ${folders.at(-1)}`;
		return no('stray-file', 'nothing reads a file at this place', fix);
	}
	const { content, list = false } = kindRow(kind);
	const wanted = content.replace(/^.*\./, '').split(',');
	if (!wanted.includes(extension))
		return no('stray-file', `${aRecord(kind)} is not written in a file ".${extension}"`, renaming(fileName, wanted));
	const form = 'use lower-case letters, digits and single hyphens only';
	if (!list && !ID.test(id)) return no('file-name', `the file name "${fileName}" is no id`, form);
	const odd = nameFault(id);
	const whole = 'add a word to a name kept for devices; use letters, digits and hyphens only, 100 at most';
	if (odd) return no('file-name', odd, whole);
	if (kind === 'series' && TABLES.has(id))
		return no('file-name', `the site has a table of the name "${id}" in /data/`, 'add a word to it');
	return { kind, extension, id, inList: list };
}

/** Names of the files that /data/ has besides the series. */
export const TABLES: ReadonlySet<string> = new Set([...tables, 'datapackage']);

/** Longer ids make paths that some systems cannot hold. */
const LONGEST = 100;

/** Why a new record cannot have an id; undefined when it can. */
export const idFault = (id: string): string | undefined =>
	!ID.test(id)
		? `"${id}" is no id: use lower-case letters, digits and single hyphens, and begin it with neither note- nor at-`
		: isDevice(id) || id.length > LONGEST
			? `not every system can hold a file with the name "${id}": choose another`
			: undefined;

/** What no name of a file may hold on one system or another, or what a reader cannot see. */
const ODD = /[\p{C}\p{Zl}\p{Zp}\uFFFD<>:"\\|?*]|^[. ]|[. ](?:\.[^.]*)?$/u;

/** Why a file of content/ or seeds/ cannot have a name; undefined when it can. */
const nameFault = (name: string): string | undefined =>
	name.split('/').some((part) => ODD.test(part) || isDevice(part.toLowerCase().replace(/\..*/, ''))) ||
	name.length > LONGEST
		? 'not every system can hold a file of this name'
		: undefined;

/** Why a report cannot have a name; undefined when it can. */
export const seedNameFault = (name: string): string | undefined =>
	nameFault(name) ?? (name.endsWith('.txt') ? undefined : 'a report is read only where its name ends in ".txt"');

/** Names that Windows keeps for devices, whatever the ending. */
export const isDevice = (id: string): boolean => /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(id);

/** Files of word processors and the like: a new name does not make text of them. */
const NO_TEXT = /^(?:docx?|odt|rtf|pages|pdf|xlsx?|ods|numbers|html?|pptx?)$/i;

function renaming(name: string, wanted: readonly string[]): string {
	const [, stem = '', extension = ''] = /^(.*?)\.([^.]+)$/.exec(name) ?? [];
	const inner = wanted.find((ending) => stem.endsWith(`.${ending}`));
	if (inner) return `name it ${stem}: some programs add an ending and hide it`;
	const own = /^(?:xlsx?|ods|numbers)$/i.test(extension) && wanted.includes('csv') ? 'csv' : wanted[0];
	return NO_TEXT.test(extension)
		? `copy its text into a file ${stem}.${own}, and move this one out of content/`
		: `name it ${stem || name}.${own}, or move it out of content/`;
}

/** What editors, spreadsheets, file managers and other systems leave beside the files they are used on. */
const LEFT_BEHIND =
	/^(?:\..*|.*~|~.*|#.*#|.*\.(?:bak|swp|swo|tmp|temp|orig|rej|part|crdownload)|thumbs\.db|ehthumbs.*\.db|desktop\.ini|icon\r|__macosx|4913)$/i;

/** Whether a file, or a folder around it, is one that another program left behind. */
export const isLeftBehind = (path: string): boolean => path.split('/').some((part) => LEFT_BEHIND.test(part));

/** Whether a folder around a file is one that another program left behind. */
export const isInLeftBehind = (path: string): boolean => isLeftBehind(path.slice(0, path.lastIndexOf('/')));
