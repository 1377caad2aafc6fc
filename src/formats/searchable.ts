import { drawFigure, figureIds } from '../charts/figures.ts';
import { formatDate } from '../ledger/date.ts';
import { type Actor, type Ledger, type Place, publishedIn, siteOf } from '../ledger/ledger.ts';
import { address } from '../ledger/link.ts';
import { bodyOf, sectionsOf } from '../prose/body.ts';
import { headingIds } from '../prose/headings.ts';
import { plainText, wordsOf } from '../prose/words.ts';
import { usesOf } from './backlinks.ts';

/** One thing that search finds and the list of everything names. */
export interface Searchable {
	/** Address from the site's root. */
	readonly id: string;
	readonly group:
		| 'Explainers'
		| 'Sections'
		| 'Charts'
		| 'Ceasefires'
		| 'Claims'
		| 'Who’s who'
		| 'Places'
		| 'Terms'
		| 'Pages'
		| 'Sources';
	readonly title: string;
	/** Its text, of which a result shows the sentence that answers. */
	readonly text: string;
	/** Further words to be found by: spellings, publishers, quotations. Not shown. */
	readonly words: string;
	/** How far up it stands among results that match alike; 1 for most. */
	readonly weight: number;
}

/** What the search loads: everything that can be found, and the words that mean the same. */
export interface SearchData {
	readonly synonyms: readonly (readonly string[])[];
	readonly entries: readonly Searchable[];
}

/** Pages that are no record: address, title, what is there, words to be found by. */
const PAGES = [
	[
		'/unknown/',
		'What is not known',
		'What no source answers, and where sources differ.',
		'unknown uncertain open questions',
	],
	[
		'/about/',
		'About this site',
		'How figures are traced and checked, corrections, accessibility, licences, and how to report an error.',
		'method who made this contact publisher',
	],
	['/data/', 'Data and downloads', 'Every record and series as CSV and JSON, with its licence.', 'csv json dataset'],
	['/glossary/', 'Glossary', 'What words mean here.', 'terms definitions'],
	[
		'/ceasefires/',
		'Ceasefires',
		'Every ceasefire with its dates, as a list and as a timeline.',
		'timeline chronology list',
	],
	[
		'/charts/',
		'Charts',
		'Every chart, with its data, its picture and the code to embed it.',
		'embed iframe svg png credit',
	],
] as const;

/** What the search needs; abbreviations come from the records, other words from content/site.yaml. */
export function searchData(ledger: Ledger): SearchData {
	const abbreviated = [...ledger.actors.values()].flatMap(({ name, short }) =>
		short && /^\p{Lu}{2,}$/u.test(short) ? [[short, name]] : [],
	);
	return { synonyms: [...(siteOf(ledger).synonyms ?? []), ...abbreviated], entries: searchables(ledger) };
}

/** Everything on the site that can be looked for, in the order in which it is listed. Drafts are left out. */
export function searchables(ledger: Ledger): readonly Searchable[] {
	const all: Searchable[] = [];
	const put = (
		group: Searchable['group'],
		id: string,
		title: string,
		text: readonly (string | undefined)[],
		words: readonly (string | undefined)[] = [],
		weight = 1,
	): void => {
		const [shown, more] = [text, words].map((parts) => parts.filter(Boolean).join(' ').replace(/\s+/g, ' ').trim());
		all.push({ id, group, title, text: shown ?? '', words: more ?? '', weight });
	};
	const plain = (text: string): string => plainText(ledger, text);
	const uses = usesOf(ledger);
	const published = publishedIn(ledger);
	for (const { id, dek, summary, short, title } of published)
		put('Explainers', address('explainer', id), `${short}: ${title}`, [dek, ...summary].map(plain), [], 3);
	for (const one of published) {
		const tree = bodyOf(one);
		const ids = headingIds(tree);
		for (const { heading, content } of sectionsOf(tree)) {
			if (!heading) continue;
			const title = `${wordsOf(ledger, heading.children)} (${one.short})`;
			const section = `${address('explainer', one.id)}#${ids.get(heading)}`;
			put('Sections', section, title, [wordsOf(ledger, content)], [], 2.5);
		}
	}
	for (const one of figureIds(ledger).map((id) => drawFigure(ledger, id)))
		put('Charts', address('chart', one.id), plain(one.title), [plain(one.summary)], [], 2);
	for (const one of ledger.ceasefires.values()) {
		const text = [one.outcome, one.scope, ...one.terms].map(plain);
		put('Ceasefires', address('ceasefire', one.id), one.name, text, [one.short, 'ceasefire'], 2);
	}
	for (const one of ledger.claims.values()) {
		const speaker = ledger.actors.get(one.saidBy ?? '')?.name ?? ledger.sources.get(one.source)?.publisher;
		const said = [speaker, one.said && formatDate(one.said)];
		const words = [ledger.measures.get(one.measure)?.label, ledger.topics.get(one.about)?.title, one.quote];
		// The more pages tell of a claim, the likelier it is what a reader looks for; most of all the front page.
		const told = (uses.get(one.id) ?? []).filter(({ mentioned }) => mentioned);
		const weight = 0.75 + told.length / 4 + (told.some(({ to }) => to.startsWith('/#')) ? 0.75 : 0);
		const title = one.statement.replace(/\.$/, '');
		put('Claims', address('claim', one.id), title, [said.filter(Boolean).join(', ')], words, weight);
	}
	const spelt = (variants: Actor['variants'] = []) => variants.map(({ text }) => text);
	const names = ({ arabic, turkish, variants }: Actor | Place) => [arabic, turkish, ...spelt(variants)];
	for (const one of ledger.actors.values()) {
		const words = [one.short, ...names(one)];
		put('Who’s who', address('actor', one.id), one.name, [`${one.gloss}.`, plain(one.role)], words, 3);
	}
	for (const one of ledger.places.values()) put('Places', address('place', one.id), one.name, [], names(one));
	for (const one of ledger.terms.values()) put('Terms', address('term', one.id), one.term, [one.definition], [], 1.5);
	for (const [id, title, text, words] of PAGES) put('Pages', id, title, [text], [words], 4);
	for (const one of ledger.sources.values())
		put('Sources', address('source', one.id), one.english ?? one.title, [one.title, one.publisher], [one.agency], 0.5);
	return all;
}
