import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { remember } from '../../src/ledger/remember.ts';
import { listFiles, pagePath } from '../../src/ship/files.ts';

/** A page of the built site. */
export interface SitePage {
	/** Path of the file from the folder: "claims/x/index.html". */
	readonly file: string;
	/** Path from the site's root: "/claims/x/". */
	readonly path: string;
	readonly html: string;
	readonly document: Document;
}

export interface Site {
	readonly folder: string;
	/** Every file, as a path from the folder. */
	readonly files: ReadonlySet<string>;
	readonly pages: readonly SitePage[];
}

/**
 * Every page of a built folder, each parsed once for all test files of a worker, when it is first asked for: none may
 * change what it is given. Pages that only lead elsewhere (moved addresses) are left out.
 */
export const readSite = remember((folder: string): Site => {
	const files = listFiles(folder);
	const pages = files
		.filter((file) => file.endsWith('.html'))
		.map((file) => ({ file, html: readFileSync(join(folder, file), 'utf8') }))
		.filter(({ html }) => !html.includes('http-equiv="refresh"'))
		.map(({ file, html }): SitePage => {
			let parsed: Document | undefined;
			return {
				file,
				path: pagePath(file),
				html,
				get document() {
					parsed ??= parseHTML(html).document;
					return parsed;
				},
			};
		});
	return { folder, files: new Set(files), pages };
});

const drawing = readFileSync(join(import.meta.dirname, '../../public/favicon.svg'), 'utf8').trim();
/** The one address that holds what it names: the icon, in every page. */
export const icon = `data:image/svg+xml,${encodeURIComponent(drawing)}`;

/** Problems of all pages as lines "path: what", so that a failure names every one. */
export function across(site: Site, find: (page: SitePage) => Iterable<string>): readonly string[] {
	return site.pages.flatMap((page) => [...find(page)].map((what) => `${page.path}: ${what}`));
}
