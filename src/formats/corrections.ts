import type { Ceasefire, Explainer, Ledger, Page } from '../ledger/ledger.ts';
import { address } from '../ledger/link.ts';

export type Correction = NonNullable<Explainer['corrections']>[number];

export interface PageCorrection extends Correction {
	/** Of the page that carries it. */
	readonly title: string;
	readonly path: string;
	/** Its place in the page's list, from 1. */
	readonly number: number;
}

/** Every correction on published pages, the latest first; those of one day in the order of the pages. */
export function corrections(ledger: Ledger): readonly PageCorrection[] {
	const of = (kind: 'explainer' | 'page' | 'ceasefire', records: Iterable<Explainer | Page | Ceasefire>) =>
		[...records]
			.filter((record) => !('draft' in record && record.draft))
			.flatMap((record) =>
				(record.corrections ?? []).map((correction, index) => ({
					...correction,
					title: 'title' in record ? record.title : record.name,
					path: address(kind, record.id),
					number: index + 1,
				})),
			);
	return [
		...of('explainer', ledger.explainers.values()),
		...of('page', ledger.pages.values()),
		...of('ceasefire', ledger.ceasefires.values()),
	].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}
