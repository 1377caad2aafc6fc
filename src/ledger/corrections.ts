import { type Explainer, type Ledger, publishedIn } from './ledger.ts';
import { address } from './link.ts';

type Correction = NonNullable<Explainer['corrections']>[number];

export interface PageCorrection extends Correction {
	/** `kind/id` of the page that carries it. */
	readonly page: string;
	readonly title: string;
	readonly path: string;
	/** Its place in the page's list, from 1. */
	readonly number: number;
}

/** Every correction on published pages, the latest first; those of one day in the order of the pages. */
export function corrections(ledger: Ledger): readonly PageCorrection[] {
	const pages = [
		...publishedIn(ledger).map((one) => ['explainer', one] as const),
		...[...ledger.pages.values()].filter(({ draft }) => !draft).map((one) => ['page', one] as const),
		...[...ledger.ceasefires.values()].map((one) => ['ceasefire', one] as const),
	];
	return pages
		.flatMap(([kind, record]) =>
			(record.corrections ?? []).map((correction, index) => ({
				...correction,
				page: `${kind}/${record.id}`,
				title: 'title' in record ? record.title : record.name,
				path: address(kind, record.id),
				number: index + 1,
			})),
		)
		.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}
