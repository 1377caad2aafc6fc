import type { z } from 'zod';
import type { CsvValue } from '../charts/csv.ts';
import { type Ledger, type Series, siteOf } from '../ledger/ledger.ts';
import { formatQuantity } from '../ledger/quantity.ts';
import { schemas } from '../ledger/schemas/index.ts';
import { plainText } from '../prose/words.ts';

type FieldType = 'string' | 'number' | 'integer' | 'boolean' | 'date' | 'year' | 'yearmonth';

export interface Field {
	readonly name: string;
	readonly type: FieldType;
	readonly description: string;
	readonly required?: boolean;
	readonly unique?: boolean;
}

/** One CSV file of the data package. */
export interface DataTable {
	/** Name of the file without ".csv". */
	readonly name: string;
	readonly title: string;
	readonly description: string;
	readonly fields: readonly Field[];
	readonly rows: readonly (readonly CsvValue[])[];
	/** As the record states it. */
	readonly licence: string;
	/** Ids of the sources behind it, where they can be named for the whole table. */
	readonly sources: readonly string[];
}

interface Column<T> extends Field {
	readonly value: (record: T) => CsvValue;
}

/** The description that editors and pages see, from the schema of the record. */
function described(schema: z.ZodType, key: string): string {
	const shape = 'shape' in schema ? (schema.shape as Readonly<Record<string, z.ZodType>>) : {};
	return shape[key]?.description ?? '';
}

function toTable<T>(
	ledger: Ledger,
	about: Pick<DataTable, 'name' | 'title' | 'description'>,
	columns: readonly Column<T>[],
	records: Iterable<T>,
): DataTable {
	return {
		...about,
		fields: columns.map(({ value: _value, ...field }) => field),
		rows: [...records].map((record) => columns.map(({ value }) => value(record))),
		licence: siteOf(ledger).licence,
		sources: [],
	};
}

const id = <T extends { readonly id: string }>(description: string): Column<T> => ({
	name: 'id',
	type: 'string',
	description,
	required: true,
	unique: true,
	value: (record) => record.id,
});

function claims(ledger: Ledger): DataTable {
	const words = (key: string) => described(schemas.claim, key);
	const unit = (measure: string, own: string | undefined) => own ?? ledger.measures.get(measure)?.unit;
	return toTable(
		ledger,
		{
			name: 'claims',
			title: 'Claims',
			description: 'Every figure and disputed statement on the site, each with its source.',
		},
		[
			id('Id of the claim; its page is /claims/<id>/.'),
			{ name: 'about', type: 'string', description: words('about'), value: (c) => c.about },
			{ name: 'measure', type: 'string', description: words('measure'), value: (c) => c.measure },
			{ name: 'statement', type: 'string', description: words('statement'), value: (c) => c.statement },
			{
				name: 'value',
				type: 'number',
				description: 'The number, where one was given.',
				value: (c) => c.quantity?.value,
			},
			{ name: 'upper', type: 'number', description: 'Upper end of a range.', value: (c) => c.quantity?.upper },
			{
				name: 'qualifier',
				type: 'string',
				description: 'How the source limits the number.',
				value: (c) => c.quantity?.qualifier,
			},
			{
				name: 'unit',
				type: 'string',
				description: 'What is counted.',
				value: (c) => c.quantity && unit(c.measure, c.quantity.unit),
			},
			{
				name: 'words',
				type: 'string',
				description: 'The figure in words.',
				value: (c) => c.quantity && formatQuantity(c.quantity),
			},
			{ name: 'date', type: 'string', description: words('date'), value: (c) => c.date },
			{ name: 'said', type: 'string', description: words('said'), value: (c) => c.said },
			{ name: 'said_by', type: 'string', description: words('saidBy'), value: (c) => c.saidBy },
			{ name: 'relayed_by', type: 'string', description: words('relayedBy'), value: (c) => c.relayedBy },
			{ name: 'source', type: 'string', description: words('source'), required: true, value: (c) => c.source },
			{ name: 'quote', type: 'string', description: words('quote'), value: (c) => c.quote },
			{ name: 'locator', type: 'string', description: words('locator'), value: (c) => c.locator },
			{ name: 'confidence', type: 'string', description: words('confidence'), value: (c) => c.confidence.level },
			{ name: 'confidence_reason', type: 'string', description: 'Why.', value: (c) => c.confidence.reason },
			{ name: 'note', type: 'string', description: words('note'), value: (c) => c.note },
		],
		ledger.claims.values(),
	);
}

function ceasefires(ledger: Ledger): DataTable {
	const words = (key: string) => described(schemas.ceasefire, key);
	const plain = (prose: string) => plainText(ledger, prose);
	return toTable(
		ledger,
		{
			name: 'ceasefires',
			title: 'Ceasefires',
			description: 'Ceasefires, truces and other deals to stop fighting, in order of the day they took effect.',
		},
		[
			id('Id of the ceasefire; its page is /ceasefires/<id>/.'),
			{ name: 'name', type: 'string', description: words('name'), value: (c) => c.name },
			{ name: 'agreed', type: 'string', description: words('agreed'), value: (c) => c.agreed },
			{ name: 'in_force', type: 'string', description: words('inForce'), value: (c) => c.inForce },
			{ name: 'ended', type: 'string', description: words('ended'), value: (c) => c.ended },
			{ name: 'ended_certainty', type: 'string', description: words('endedCertainty'), value: (c) => c.endedCertainty },
			{ name: 'ended_note', type: 'string', description: words('endedNote'), value: (c) => plain(c.endedNote) },
			{ name: 'type', type: 'string', description: words('type'), value: (c) => c.type },
			{ name: 'covers_idlib', type: 'string', description: words('coversIdlib'), value: (c) => c.coversIdlib },
			{ name: 'scope', type: 'string', description: words('scope'), value: (c) => plain(c.scope) },
			{ name: 'brokers', type: 'string', description: words('brokers'), value: (c) => c.brokers.join('; ') },
			{ name: 'parties', type: 'string', description: words('parties'), value: (c) => c.parties.join('; ') },
			{ name: 'outcome', type: 'string', description: words('outcome'), value: (c) => plain(c.outcome) },
			{ name: 'sources', type: 'string', description: 'Ids of the sources.', value: (c) => c.sources.join('; ') },
		],
		ledger.ceasefires.values(),
	);
}

function events(ledger: Ledger): DataTable {
	const list = [...ledger.ceasefires.values()].flatMap((ceasefire) =>
		ceasefire.events.map((event) => ({ ...event, ceasefire: ceasefire.id })),
	);
	return toTable(
		ledger,
		{
			name: 'ceasefire-events',
			title: 'Events in the life of each ceasefire',
			description: 'What happened before, during and after each ceasefire.',
		},
		[
			{
				name: 'ceasefire',
				type: 'string',
				description: 'Id of the ceasefire.',
				required: true,
				value: (e) => e.ceasefire,
			},
			{ name: 'date', type: 'string', description: 'When, as an EDTF date.', value: (e) => e.date },
			{ name: 'kind', type: 'string', description: 'What kind of event it was.', value: (e) => e.kind },
			{ name: 'what', type: 'string', description: 'What happened.', value: (e) => plainText(ledger, e.what) },
			{ name: 'sources', type: 'string', description: 'Ids of the sources.', value: (e) => e.sources.join('; ') },
		],
		list,
	);
}

function actors(ledger: Ledger): DataTable {
	const words = (key: string) => described(schemas.actor, key);
	return toTable(
		ledger,
		{ name: 'actors', title: 'Actors', description: 'Who acts or speaks: people, groups, states, bodies and outlets.' },
		[
			id('Id of the actor.'),
			{ name: 'name', type: 'string', description: words('name'), value: (a) => a.name },
			{ name: 'kind', type: 'string', description: words('kind'), value: (a) => a.kind },
			{ name: 'gloss', type: 'string', description: words('gloss'), value: (a) => a.gloss },
			{ name: 'role', type: 'string', description: words('role'), value: (a) => plainText(ledger, a.role) },
			{ name: 'party', type: 'boolean', description: words('party'), value: (a) => String(a.party ?? false) },
			{ name: 'arabic', type: 'string', description: words('arabic'), value: (a) => a.arabic },
			{ name: 'turkish', type: 'string', description: words('turkish'), value: (a) => a.turkish },
			{
				name: 'variants',
				type: 'string',
				description: words('variants'),
				value: (a) => a.variants?.map((v) => v.text).join('; '),
			},
		],
		ledger.actors.values(),
	);
}

function places(ledger: Ledger): DataTable {
	return toTable(
		ledger,
		{ name: 'places', title: 'Places', description: 'Places on the map or in the story.' },
		[
			id('Id of the place.'),
			{ name: 'name', type: 'string', description: described(schemas.place, 'name'), value: (p) => p.name },
			{ name: 'kind', type: 'string', description: 'What kind of place it is.', value: (p) => p.kind },
			{
				name: 'latitude',
				type: 'number',
				description: 'Degrees north, where the position is known.',
				value: (p) => p.coordinates?.latitude,
			},
			{ name: 'longitude', type: 'number', description: 'Degrees east.', value: (p) => p.coordinates?.longitude },
			{
				name: 'precision',
				type: 'string',
				description: 'How exact the point is.',
				value: (p) => p.coordinates?.precision,
			},
			{
				name: 'role',
				type: 'string',
				description: described(schemas.place, 'role'),
				value: (p) => plainText(ledger, p.role),
			},
		],
		ledger.places.values(),
	);
}

function sources(ledger: Ledger): DataTable {
	const words = (key: string) => described(schemas.source, key);
	return toTable(
		ledger,
		{ name: 'sources', title: 'Sources', description: 'What the claims, series, ceasefires and records rest on.' },
		[
			id('Id of the source; its page is /sources/<id>/.'),
			{ name: 'title', type: 'string', description: words('title'), value: (s) => s.title },
			{ name: 'publisher', type: 'string', description: words('publisher'), value: (s) => s.publisher },
			{ name: 'agency', type: 'string', description: words('agency'), value: (s) => s.agency },
			{ name: 'kind', type: 'string', description: words('kind'), value: (s) => s.kind },
			{ name: 'language', type: 'string', description: words('language'), value: (s) => s.language },
			{ name: 'published', type: 'string', description: words('published'), value: (s) => s.published },
			{ name: 'url', type: 'string', description: words('url'), value: (s) => s.url },
			{ name: 'accessed', type: 'date', description: words('accessed'), value: (s) => s.accessed },
			{ name: 'archived', type: 'string', description: words('archived'), value: (s) => s.archived },
			{ name: 'readIn', type: 'string', description: words('readIn'), value: (s) => s.readIn },
			{ name: 'readAt', type: 'string', description: words('readAt'), value: (s) => s.readAt },
			{ name: 'note', type: 'string', description: words('note'), value: (s) => s.note },
		],
		ledger.sources.values(),
	);
}

function measures(ledger: Ledger): DataTable {
	return toTable(
		ledger,
		{
			name: 'measures',
			title: 'Measures',
			description: 'What claims and series count. The claims table names them by id.',
		},
		[
			id('Id of the measure.'),
			{ name: 'label', type: 'string', description: described(schemas.measure, 'label'), value: (m) => m.label },
			{ name: 'kind', type: 'string', description: described(schemas.measure, 'kind'), value: (m) => m.kind },
			{ name: 'unit', type: 'string', description: described(schemas.measure, 'unit'), value: (m) => m.unit },
			{
				name: 'definition',
				type: 'string',
				description: described(schemas.measure, 'definition'),
				value: (m) => m.definition,
			},
		],
		ledger.measures.values(),
	);
}

/** Dates of one precision have a type of their own; of several, or with EDTF marks, they are text. */
function dateType(dates: readonly string[]): FieldType {
	if (dates.every((date) => /^\d{4}$/.test(date))) return 'year';
	if (dates.every((date) => /^\d{4}-\d{2}$/.test(date))) return 'yearmonth';
	return dates.every((date) => /^\d{4}-\d{2}-\d{2}$/.test(date)) ? 'date' : 'string';
}

/** A series as a table: the columns its record declares, described as on its page. */
function seriesTable(series: Series): DataTable {
	const typeOf = (name: string, type: string): FieldType =>
		name === 'date' ? dateType(series.rows.map((row) => row.date)) : type === 'number' ? 'number' : 'string';
	return {
		name: series.id,
		title: series.title,
		description: `${series.definition} ${series.method}`,
		fields: series.columns.map(({ name, type, unit, description }) => ({
			name,
			type: typeOf(name, type),
			description: unit === undefined ? description : `${description} Unit: ${unit}.`,
			...(name === 'date' || name === 'value' ? { required: true } : {}),
		})),
		rows: series.rows.map((row) => series.columns.map(({ name }) => row[name])),
		licence: series.licence,
		sources: [...new Set([series.source, ...series.rows.flatMap((row) => row.source ?? [])])],
	};
}

/** All tables of the data package, in order: first the records, then the series. */
export const dataTables = (ledger: Ledger): readonly DataTable[] => [
	claims(ledger),
	ceasefires(ledger),
	events(ledger),
	actors(ledger),
	places(ledger),
	sources(ledger),
	measures(ledger),
	...[...ledger.series.values()].map(seriesTable),
];
