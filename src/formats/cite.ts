import { formatDate } from '../ledger/date.ts';
import type { Source } from '../ledger/ledger.ts';

/** "Title, publisher, day published, read in a copy": a source in one line, without what is not known. */
export function sourceLine(source: Source): string {
	const parts = [
		source.english ? `${source.english} (${source.title})` : source.title,
		source.publisher === 'Unknown' ? 'publisher unknown' : source.publisher,
		source.agency,
		source.published && formatDate(source.published),
		source.readIn && `read in a copy (${source.readIn})`,
	];
	return parts.filter(Boolean).join(', ');
}
