import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Where content/ and seeds/ are read from. */
export interface Disk {
	/**
	 * Paths of all files below a folder, from the root with "/", in one order on every machine; none without the folder.
	 * @throws Error when there is a folder that cannot be opened
	 */
	readonly files: (folder: string) => readonly string[];
	/** The bytes of a file, or in words why they cannot be had. */
	readonly read: (path: string) => Uint8Array | string;
}

/** What to do about a file whose bytes cannot be had. */
export const unreadAdvice = 'make it smaller, or look at who may open it';

const MAX_BYTES = 4_194_304;

/** The files below a folder of this machine. */
export function diskAt(root: string): Disk {
	const files = (folder: string): readonly string[] => {
		let items: readonly { name: string; isDirectory: () => boolean }[];
		try {
			items = readdirSync(join(root, folder), { withFileTypes: true });
		} catch (error) {
			if (codeOf(error) === 'ENOENT') return [];
			// A folder that may not be opened is not an empty one: the site would lose its pages without a word.
			throw error;
		}
		return [...items]
			.sort((a, b) => (a.name < b.name ? -1 : 1))
			.flatMap((item) => (item.isDirectory() ? files(`${folder}/${item.name}`) : [`${folder}/${item.name}`]));
	};
	return { files, read: (path) => readBytes(join(root, path)) };
}

function readBytes(path: string): Uint8Array | string {
	try {
		if (statSync(path).size > MAX_BYTES) return 'it is larger than 4 MiB';
		return readFileSync(path);
	} catch (error) {
		const code = codeOf(error);
		return REASONS[code] ?? (code || 'unknown reason');
	}
}

const REASONS: Readonly<Record<string, string>> = {
	EACCES: 'access to it is denied',
	EISDIR: 'it is a link to a folder',
	ENOENT: 'it is a link to nothing',
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Files held in memory: path → text or bytes. For tests and for checking a text before it is saved. */
export function diskOf(held: ReadonlyMap<string, string | Uint8Array>): Disk {
	return {
		files: (folder) => [...held.keys()].filter((path) => path.startsWith(`${folder}/`)).sort(),
		read: (path) => {
			const file = held.get(path);
			return file === undefined ? 'it is not there' : typeof file === 'string' ? new TextEncoder().encode(file) : file;
		},
	};
}
