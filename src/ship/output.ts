import { access, constants, lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { BuildError, codeOf } from './failure.ts';
import { manifestName, readManifest } from './manifest.ts';

/** Folders of the project that are never a place for the site, whether they are there or not. */
const OWN = new Set(['content', 'docs', 'node_modules', 'public', 'seeds', 'src', 'tests']);
/** What file managers and file systems leave in a folder. */
const LITTER = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', 'lost+found']);
/** Folder inside the output in which a site waits that is filled in place. */
export const WAITING = '.building';

/** The path without links in it; the last part may be missing. */
async function real(path: string): Promise<string> {
	try {
		return await realpath(path);
	} catch (error) {
		if (codeOf(error) !== 'ENOENT') throw error;
		if (await lstat(path).catch(() => undefined)) throw new BuildError(`${path} is a link to nothing.`);
		return join(await real(dirname(path)), basename(path));
	}
}

/** Whether a path is a folder or stands in it. */
function within(folder: string, path: string): boolean {
	const way = relative(folder, path);
	return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * The folder that is filled when the site goes to `out`: where it leads when it is a link.
 * @throws BuildError for the project, what holds it, and what in it is not for output
 */
export async function outputOf(root: string, out: string): Promise<string> {
	const [project, target] = [await real(root), await real(out)];
	const refuse = (what: string) =>
		new BuildError(`The site cannot go to ${target}: ${what}. Name a folder of its own, such as --out dist`);
	if (within(target, project)) throw refuse(target === project ? 'it is the project' : 'it holds the project');
	if (within(project, target)) {
		const [top = '', ...below] = relative(project, target).split(sep);
		const forOutput =
			top === '.work'
				? below.length > 0 && !/^(?:build|previous)/.test(below[0] ?? '')
				: below.length === 0 && !top.startsWith('.');
		if (!forOutput || OWN.has(top)) throw refuse('that is a part of the project');
	}
	return target;
}

/** Files that a build has put into a folder, by its manifest; undefined where there is none of ours. */
export async function writtenIn(folder: string): Promise<readonly string[] | undefined> {
	try {
		const { files } = readManifest(await readFile(join(folder, manifestName), 'utf8'));
		return [...Object.keys(files), manifestName];
	} catch {
		return undefined;
	}
}

/** Throws the system's error when the folder can be neither replaced nor filled. */
async function mayFill(out: string): Promise<void> {
	const writable = async (path: string): Promise<void> => {
		try {
			await access(path, constants.W_OK);
		} catch (error) {
			if (codeOf(error) !== 'ENOENT') throw error;
			await writable(dirname(path));
		}
	};
	await writable(dirname(out)).catch(() => writable(out));
}

/**
 * Holds that nothing is lost when a folder is filled.
 * @returns the files in it that an earlier build wrote
 * @throws BuildError when there is anything in it that no build wrote; the system's error when it may not be written
 */
export async function oursIn(out: string): Promise<readonly string[]> {
	await mayFill(out);
	const info = await lstat(out).catch(() => undefined);
	if (!info) return [];
	if (!info.isDirectory()) throw new BuildError(`The site cannot go to ${out}: it is a file.`);
	const entries = await readdir(out, { recursive: true, withFileTypes: true });
	const found = entries
		.filter((entry) => !entry.isDirectory() && !LITTER.has(entry.name))
		.map((entry) => relative(out, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.filter((file) => !file.startsWith(`${WAITING}/`));
	const waiting = await writtenIn(join(out, WAITING));
	const written = new Set([...((await writtenIn(out)) ?? []), ...(waiting ?? [])]);
	const [first, ...more] = found.filter((file) => !written.has(file));
	if (first === undefined) return found;
	const others = more.length === 0 ? '' : ` and ${more.length} more`;
	throw new BuildError(
		`The site cannot go to ${out}: it holds files that no build wrote (${first}${others}), and they would be lost.\n` +
			'Move them away (what every site should hold belongs in public/), or name another folder with --out',
	);
}
