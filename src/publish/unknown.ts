import type { Explainer, Ledger, Page } from '../ledger/ledger.ts';
import { address } from '../ledger/link.ts';

/** Something that nobody could find out, in the words of the page that says so. */
export interface Unknown {
	/** Address of that page, from the site's root. */
	readonly to: string;
	/** Heading of the section that says so, empty where there is none. */
	readonly section: string;
	/** Paragraphs of prose, with their references. */
	readonly paragraphs: readonly string[];
}

const BLOCK = /<Unknown>([\s\S]*?)<\/Unknown>/g;
const HEADING = /^## (.+)$/gm;

/** The blocks of one text in their order. */
function blocks(to: string, body: string): readonly Unknown[] {
	return [...body.matchAll(BLOCK)].map((match) => {
		const section = [...body.slice(0, match.index).matchAll(HEADING)].at(-1)?.[1] ?? '';
		const paragraphs = (match[1] ?? '')
			.split(/\n\s*\n/)
			.map((text) => text.replace(/\s+/g, ' ').trim())
			.filter((text) => text !== '');
		return { to, section, paragraphs };
	});
}

/** What explainers and pages say is not known, page by page in reading order; drafts are left out. */
export function unknowns(ledger: Ledger): ReadonlyMap<Explainer | Page, readonly Unknown[]> {
	const pages = [
		...[...ledger.explainers.values()].filter(({ draft }) => !draft).map((one) => ['explainer', one] as const),
		...[...ledger.pages.values()].map((one) => ['page', one] as const),
	];
	return new Map(
		pages
			.map(([kind, one]) => [one, blocks(address(kind, one.id), one.body)] as const)
			.filter(([, list]) => list.length > 0),
	);
}
