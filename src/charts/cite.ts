import { slug } from 'github-slugger';
import { formatDate, toDate } from '../ledger/date.ts';
import { type Ledger, siteOf } from '../ledger/ledger.ts';
import { figuresIn } from '../prose/body.ts';
import { plainText } from '../prose/words.ts';
import type { Figure } from './figure.ts';
import { publishersOf } from './provenance.ts';

/** How to cite a figure, each ready to copy. */
export interface Citations {
	/** One line to set beside the picture. */
	readonly credit: string;
	readonly plain: string;
	/** One BibTeX entry. */
	readonly bibtex: string;
	/** CSL-JSON: a list with one item, after the schema of the Citation Style Language. */
	readonly csl: string;
}

const latest = (days: readonly string[]): string | undefined => [...days].sort().at(-1);

/** The day a figure was last changed in substance, as far as the ledger says: that of the pages it stands on. */
function updated(ledger: Ledger, figure: Figure): string | undefined {
	const pages = [...ledger.explainers.values(), ...ledger.pages.values()];
	const own = pages.filter((page) => figuresIn(page).includes(figure.id));
	return latest((own.length > 0 ? own : pages).map((page) => page.updated));
}

/** The last day on which a source of the figure was read: from then on the data are what it shows. */
function accessed(ledger: Ledger, figure: Figure): string | undefined {
	return latest(figure.sources.flatMap((id) => ledger.sources.get(id)?.accessed ?? []));
}

const SPECIAL: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
};
const bibtexText = (text: string): string =>
	text.replace(/[\\~^&%$#_{}]/g, (character) => SPECIAL[character] ?? `\\${character}`).replaceAll('\u00a0', ' ');

function bibtex(key: string, fields: readonly (readonly [string, string | undefined])[]): string {
	const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`\t${name} = {${value}}`]));
	return `@misc{${key},\n${lines.join(',\n')}\n}\n`;
}

const parts = (day: string): { readonly 'date-parts': readonly (readonly number[])[] } => ({
	'date-parts': [day.split('-').map(Number)],
});

/**
 * How to cite a figure. Nothing is read from a clock: the date is that of the page, the day of access that on which
 * the sources were read.
 * @param address of the figure's page, absolute; left out where the site has none
 */
export function citations(ledger: Ledger, figure: Figure, address: string | undefined): Citations {
	const { title: site, licence } = siteOf(ledger);
	const title = plainText(ledger, figure.title).replaceAll('\u00a0', ' ');
	const day = updated(ledger, figure);
	const read = accessed(ledger, figure);
	const data = publishersOf(ledger, figure);
	const note = [
		data.length > 0 ? `Data: ${data.join('; ')}` : undefined,
		read && `sources read up to ${formatDate(read).replaceAll('\u00a0', ' ')}`,
	]
		.filter((part) => part !== undefined)
		.join('; ');
	const date = day === undefined ? undefined : formatDate(day).replaceAll('\u00a0', ' ');
	const point = day === undefined ? undefined : toDate(day);
	const month = point?.type === 'point' ? point.month : undefined;
	return {
		credit: [site, licence, address].filter(Boolean).join(', '),
		plain: `${site}: “${title}”${date ? `, ${date}` : ''}. ${note ? `${note}. ` : ''}${address ?? ''}`.trim(),
		bibtex: bibtex(`${slug(site)}-${figure.id}`, [
			['author', `{${bibtexText(site)}}`],
			['title', `{${bibtexText(title)}}`],
			['year', day?.slice(0, 4)],
			['month', month === undefined ? undefined : String(month)],
			['url', address],
			['note', note ? bibtexText(note) : undefined],
		]),
		csl: `${JSON.stringify(
			[
				{
					id: figure.id,
					type: 'figure',
					title,
					author: [{ literal: site }],
					'container-title': site,
					...(day === undefined ? {} : { issued: parts(day) }),
					...(address === undefined ? {} : { URL: address }),
					language: 'en-GB',
					...(note ? { note } : {}),
				},
			],
			undefined,
			'\t',
		)}\n`,
	};
}
