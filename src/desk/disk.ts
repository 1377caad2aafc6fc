import {
	closeSync,
	constants,
	type Dirent,
	fstatSync,
	lstatSync,
	openSync,
	readdirSync,
	readFileSync,
	readSync,
} from 'node:fs';
import { join } from 'node:path';

/** Where content/, seeds/ and public/ are read from. */
export interface Disk {
	/**
	 * Paths of all plain files below a folder, from the root with "/", in one order on every machine; none without the folder.
	 * @throws Error when there is a folder that cannot be opened
	 */
	readonly files: (folder: string) => readonly string[];
	/** What is neither a file nor a folder: paths, and what stands there in words. It is never opened. */
	readonly odd: (folder: string) => readonly (readonly [path: string, what: string])[];
	/** The bytes of a file, or only the first of them; or in words why they cannot be had. */
	readonly read: (path: string, first?: number) => Uint8Array | string;
}

/** What to do about a file whose bytes cannot be had. */
export const unreadAdvice = 'make it smaller, or look at who may open it';

const MB = 1_000_000;

/** The largest size of a file, in MB: what is larger is a mistake, or no host takes it. */
function most(path: string): number {
	if (path.startsWith('public/')) return path.endsWith('.svg') ? 1 : 25;
	return path.startsWith('seeds/') || path.endsWith('.mdx') ? 1 : 5;
}

type Node = Pick<Dirent, 'isFile' | 'isDirectory' | 'isSymbolicLink' | 'isSocket' | 'isFIFO'>;

const whatIs = (node: Node): string =>
	node.isSymbolicLink() ? 'a link' : node.isSocket() ? 'a socket' : node.isFIFO() ? 'a pipe' : 'a device';

/** The files below a folder of this machine. */
export function diskAt(root: string): Disk {
	const walk = (folder: string): readonly (readonly [path: string, node: Node])[] => {
		const own = lstatSync(join(root, folder), { throwIfNoEntry: false });
		if (!own) return [];
		if (!own.isDirectory() && !own.isFile()) return [[folder, own]];
		// A folder that may not be opened is not an empty one: the site would lose its pages without a word.
		return [...readdirSync(join(root, folder), { withFileTypes: true })]
			.sort((a, b) => (a.name < b.name ? -1 : 1))
			.flatMap((node) => {
				const path = `${folder}/${node.name}`;
				return node.isDirectory() ? walk(path) : [[path, node] as const];
			});
	};
	const list = (folder: string) =>
		walk(folder).map(([path, node]) => [path, node.isFile() ? '' : whatIs(node)] as const);
	return { ...listed(list), read: (path, first) => readBytes(join(root, path), most(path), first) };
}

/** Files and what is none of a list of paths, each with what stands there where it is no file. */
const listed = (list: (folder: string) => readonly (readonly [path: string, what: string])[]): Omit<Disk, 'read'> => ({
	files: (folder) => list(folder).flatMap(([path, what]) => (what === '' ? [path] : [])),
	odd: (folder) => list(folder).filter(([, what]) => what !== ''),
});

function readBytes(path: string, limit: number, first?: number): Uint8Array | string {
	let file: number | undefined;
	try {
		// A link is not followed, and a pipe is not waited for, should one have taken the file's place.
		file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
		const info = fstatSync(file);
		if (!info.isFile()) return 'it is no plain file';
		if (info.size > limit * MB) return `it is larger than ${limit} MB`;
		if (first === undefined) return readFileSync(file);
		const bytes = new Uint8Array(Math.min(first, info.size));
		return bytes.subarray(0, readSync(file, bytes));
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		return REASONS[code] ?? (code || 'unknown reason');
	} finally {
		if (file !== undefined) closeSync(file);
	}
}

const REASONS: Readonly<Record<string, string>> = {
	EACCES: 'access to it is denied',
	ELOOP: 'it is a link',
	ENOENT: 'it is gone',
};

/** A file held in memory: its text or bytes, or what stands there that is none ("a link"). */
export type Held = string | Uint8Array | { readonly is: string };

/** Files held in memory, by path. For tests and for checking a text before it is saved. */
export function diskOf(held: ReadonlyMap<string, Held>): Disk {
	const what = (file: Held): string => (typeof file === 'object' && 'is' in file ? file.is : '');
	return {
		...listed((folder) =>
			[...held].flatMap(([path, file]) => (path.startsWith(`${folder}/`) ? [[path, what(file)] as const] : [])).sort(),
		),
		read: (path, first) => {
			const file = held.get(path) ?? { is: '' };
			if (typeof file === 'object' && 'is' in file) return 'it is not there';
			const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
			return bytes.length > most(path) * MB ? `it is larger than ${most(path)} MB` : bytes.subarray(0, first);
		},
	};
}
