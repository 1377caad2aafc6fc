import type { ContentFile, Home } from './file.ts';
import { type TellFault, topOf } from './position.ts';

/** Gives each series the rows of the CSV beside it; a file without its other half is a fault. */
export function joinSeries(
	homes: Map<string, Home>,
	files: readonly ContentFile[],
	unread: readonly { readonly path: string }[],
	fault: TellFault,
): void {
	const paths = new Set([...files, ...unread].map(({ path }) => path));
	for (const { path, csv } of files.filter(({ kind }) => kind === 'series')) {
		const id = path.replace(/^.*\/|\.\w+$/g, '');
		const other = path.replace(/\w+$/, csv ? 'yaml' : 'csv');
		const home = homes.get(`series/${id}`);
		if (!paths.has(other)) {
			const fix = csv ? 'write it: it says what the values are' : 'write it, with the header "date,value"';
			fault(topOf(path), 'series-file', `there is no ${other} beside this file`, fix, { record: `series/${id}` });
		} else if (csv && home) {
			homes.set(`series/${id}`, { ...home, entry: { ...home.entry, rows: csv.rows } });
		}
	}
}
