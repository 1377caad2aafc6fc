import { slug } from 'github-slugger';
import { writeCsv } from '../charts/csv.ts';
import { type Ledger, siteOf } from '../ledger/ledger.ts';
import { address } from '../ledger/link.ts';
import { sha256 } from './hash.ts';
import { absolute, fullAddress } from './site.ts';
import { lastChanged } from './sitemap.ts';
import { type DataTable, dataTables } from './tables.ts';

/** Licences that have a short name in the Open Definition's list; others are told by their title. */
const known: Readonly<Record<string, { readonly name: string; readonly path: string; readonly title: string }>> = {
	'CC BY 4.0': {
		name: 'CC-BY-4.0',
		path: 'https://creativecommons.org/licenses/by/4.0/',
		title: 'Creative Commons Attribution 4.0',
	},
	'Public domain': { name: 'other-pd', path: 'https://creativecommons.org/public-domain/', title: 'Public domain' },
};

const licence = (text: string) => (Object.hasOwn(known, text) ? known[text] : { name: 'other-at', title: text });

/** A table as the CSV file of its name. */
export function tableCsv({ fields, rows }: DataTable): string {
	const header = fields.map(({ name }) => name);
	return writeCsv(header, rows);
}

/** /ceasefires.csv: the table of that name, where readers of the list look for it. */
export function ceasefiresCsv(ledger: Ledger): string {
	const table = dataTables(ledger).find(({ name }) => name === 'ceasefires');
	return table ? tableCsv(table) : '';
}

/** `datapackage.json`: a Frictionless data package of all tables, with definitions and licences. */
export function dataPackage(ledger: Ledger, site: string) {
	const sourceOf = (id: string) => {
		const source = ledger.sources.get(id);
		const path = source?.url ?? fullAddress(site, address('source', id));
		return source ? [{ title: source.title, path }] : [];
	};
	return {
		profile: 'tabular-data-package',
		name: slug(siteOf(ledger).title),
		title: siteOf(ledger).title,
		description: siteOf(ledger).description,
		...(site && { id: absolute(site, '/data/datapackage.json'), homepage: absolute(site, '/data/') }),
		version: lastChanged(ledger),
		licenses: [licence(siteOf(ledger).licence)],
		resources: dataTables(ledger).map((table) => {
			const csv = tableCsv(table);
			return {
				name: table.name,
				path: `${table.name}.csv`,
				profile: 'tabular-data-resource',
				title: table.title,
				description: table.description,
				format: 'csv',
				mediatype: 'text/csv',
				encoding: 'utf-8',
				bytes: Buffer.byteLength(csv),
				hash: `sha256:${sha256(csv)}`,
				dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
				licenses: [licence(table.licence)],
				sources: table.sources.length === 0 ? undefined : table.sources.flatMap(sourceOf),
				schema: {
					fields: table.fields.map(({ name, type, description, required, unique }) => ({
						name,
						type,
						description: description || undefined,
						constraints: required || unique ? { required, unique } : undefined,
					})),
					missingValues: [''],
					primaryKey: table.fields.some((field) => field.unique) ? 'id' : undefined,
				},
			};
		}),
	};
}
