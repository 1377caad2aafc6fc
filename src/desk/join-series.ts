import type { Entry } from '../ledger/ledger.ts';
import type { ContentFile, Home } from './file.ts';
import { type TellFault, topOf } from './position.ts';

/** Gives each series the rows of the CSV beside it; a file without its other half is a fault. */
export function joinSeries(
	entries: Entry[],
	homes: Map<string, Home>,
	files: readonly ContentFile[],
	unread: ReadonlySet<string>,
	fault: TellFault,
): void {
	const paths = new Set([...files.map((file) => file.path), ...unread]);
	for (const file of files) {
		if (!file.csv) continue;
		const yaml = file.path.replace(/\.csv$/, '.yaml');
		if (!paths.has(yaml)) {
			fault(
				topOf(file.path),
				'series-file',
				`there is no ${yaml} beside this file`,
				'write it: it says what the values are',
			);
			continue;
		}
		const id = file.path.slice('content/series/'.length, -'.csv'.length);
		const index = entries.findIndex((entry) => entry.kind === 'series' && entry.id === id);
		const entry = entries[index];
		const home = homes.get(`series/${id}`);
		if (!entry || !home) continue;
		const joined = { ...entry, rows: file.csv.rows };
		entries[index] = joined;
		homes.set(`series/${id}`, { ...home, entry: joined });
	}
	for (const file of files) {
		if (file.kind !== 'series' || file.csv) continue;
		const csv = file.path.replace(/\.yaml$/, '.csv');
		if (paths.has(csv)) continue;
		fault(
			topOf(file.path),
			'series-file',
			`there is no ${csv} beside this file`,
			'write it, with the header "date,value"',
		);
	}
}
