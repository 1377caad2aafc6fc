/**
 * Content types of the files we write, in one place: our own server sends them, and the files for nginx and Caddy are
 * made from them. Text carries its charset, so that no reader has to guess.
 */
export const contentTypes = {
	html: 'text/html; charset=utf-8',
	css: 'text/css; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	json: 'application/json; charset=utf-8',
	webmanifest: 'application/manifest+json; charset=utf-8',
	csv: 'text/csv; charset=utf-8',
	md: 'text/markdown; charset=utf-8',
	txt: 'text/plain; charset=utf-8',
	conf: 'text/plain; charset=utf-8',
	xml: 'application/xml; charset=utf-8',
	ics: 'text/calendar; charset=utf-8',
	svg: 'image/svg+xml; charset=utf-8',
	png: 'image/png',
	ico: 'image/x-icon',
	woff2: 'font/woff2',
} as const satisfies Record<string, string>;

/** Content type by file name. The two feeds have types of their own. */
export function contentType(file: string): string {
	if (/(^|\/)feed\.xml$/.test(file)) return 'application/atom+xml; charset=utf-8';
	if (/(^|\/)feed\.json$/.test(file)) return 'application/feed+json; charset=utf-8';
	const extension = file.slice(file.lastIndexOf('.') + 1);
	return extension in contentTypes ? contentTypes[extension as keyof typeof contentTypes] : 'application/octet-stream';
}
