import { formatDate } from '../ledger/date.ts';
import type { Claim, Ledger, Source } from '../ledger/ledger.ts';

/** "Title, publisher, day published": a source in one line, without what is not known. */
export function sourceLine(source: Source): string {
	const parts = [
		source.title,
		source.publisher === 'Unknown' ? 'publisher unknown' : source.publisher,
		source.agency,
		source.published && formatDate(source.published),
	];
	return parts.filter(Boolean).join(', ');
}

/** Who speaks in a claim: the actor, else the publisher of its source. */
export function speaker(ledger: Ledger, claim: Claim): string {
	const actor = claim.saidBy === undefined ? undefined : ledger.actors.get(claim.saidBy)?.name;
	return actor ?? ledger.sources.get(claim.source)?.publisher ?? '';
}
