import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** All files under a folder, as paths from it with forward slashes, in one order on every machine. */
export const listFiles = (folder: string): readonly string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.sort((a, b) => (a < b ? -1 : 1));

/** Path of the page that a file is, from the site's root: `claims/a/index.html` is `/claims/a/`. */
export const pagePath = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
