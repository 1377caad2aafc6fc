import { z } from 'zod';
import type { CsvValue } from '../charts/csv.ts';
import { held } from '../ledger/duration.ts';
import { type Kind, kindTable } from '../ledger/kinds.ts';
import { type Ceasefire, type Ledger, type Records, recordsOf, type Series, siteOf, unitOf } from '../ledger/ledger.ts';
import { formatQuantity } from '../ledger/quantity.ts';
import { worded } from '../ledger/record-fields.ts';
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

/** A column that is no field of its record as it stands there. */
interface Column<T> extends Field {
	readonly value: Of<T>;
}
type Of<T> = (record: T, ledger: Ledger) => CsvValue;

function column<T>(name: string, description: string, value: Of<T>, type: FieldType = 'string'): Column<T> {
	return { name, type, description, value };
}

const daysOf = (ceasefire: Ceasefire, end: 'min' | 'max'): number | undefined => {
	const length = held(ceasefire);
	return length.type === 'known' ? length[end] : undefined;
};
const namesOf = (ids: readonly string[], { actors }: Ledger) => ids.map((id) => actors.get(id)?.name ?? id).join('; ');

type Key<K extends Kind> = Extract<keyof Records[K], string>;

/** A table of the records of a kind: its columns are names of fields, or worked out. */
interface Spec<K extends Kind> {
	readonly title: string;
	readonly description: string;
	/** What its ids lead to. */
	readonly id: string;
	readonly columns: readonly (Key<K> | Column<Records[K]>)[];
}

const specs: { readonly [K in Kind]?: Spec<K> } = {
	claim: {
		title: 'Claims',
		description: 'Every figure and disputed statement on the site, each with its source.',
		id: 'Id of the claim; its page is /claims/<id>/.',
		columns: [
			'about',
			'measure',
			'statement',
			column('value', 'The number, where one was given.', ({ quantity }) => quantity?.value, 'number'),
			column('upper', 'Upper end of a range.', ({ quantity }) => quantity?.upper, 'number'),
			column('qualifier', 'How the source limits the number.', ({ quantity }) => quantity?.qualifier),
			column('unit', 'What is counted.', (claim, ledger) => claim.quantity && unitOf(ledger, claim)),
			column('words', 'The figure in words.', ({ quantity }) => quantity && formatQuantity(quantity)),
			'date',
			'said',
			'saidBy',
			'relayedBy',
			{ ...column('source', described('claim', 'source'), ({ source }) => source), required: true },
			'quote',
			'locator',
			column('confidence', described('claim', 'confidence'), ({ confidence }) => confidence.level),
			column('confidence_reason', 'Why.', ({ confidence }) => confidence.reason),
			'note',
		],
	},
	ceasefire: {
		title: 'Ceasefires',
		description: 'Ceasefires, truces and other deals to stop fighting, in order of the day they took effect.',
		id: 'Id of the ceasefire; its page is /ceasefires/<id>/.',
		columns: [
			'name',
			'agreed',
			'inForce',
			'time',
			'timeNote',
			column('other_start', described('ceasefire', 'otherStart'), ({ otherStart: other }) =>
				[other?.date, other?.time, other?.timeNote, other?.by].filter(Boolean).join(', '),
			),
			'ended',
			'endedCertainty',
			'endedBecause',
			'endedNote',
			column('days_held_least', 'Fewest days that its dates allow.', (one) => daysOf(one, 'min'), 'integer'),
			column('days_held_most', 'Most days that its dates allow.', (one) => daysOf(one, 'max'), 'integer'),
			'type',
			'covers',
			'scope',
			column('brokers', described('ceasefire', 'brokers'), ({ brokers }, ledger) => namesOf(brokers, ledger)),
			column('parties', described('ceasefire', 'parties'), ({ parties }, ledger) => namesOf(parties, ledger)),
			'outcome',
			'replaces',
			column('sources', 'Ids of the sources.', ({ sources }) => sources.join('; ')),
		],
	},
	actor: {
		title: 'Actors',
		description: 'Who acts or speaks: people, groups, states, bodies and outlets.',
		id: 'Id of the actor.',
		columns: [
			'name',
			'kind',
			'gloss',
			'role',
			column('party', described('actor', 'party'), ({ party = false }) => String(party), 'boolean'),
			'arabic',
			'turkish',
			column('variants', described('actor', 'variants'), ({ variants = [] }) =>
				variants.map(({ text }) => text).join('; '),
			),
		],
	},
	place: {
		title: 'Places',
		description: 'Places on the map or in the story.',
		id: 'Id of the place.',
		columns: [
			'name',
			column('kind', 'What kind of place it is.', ({ kind }) => kind),
			column('latitude', 'Degrees north, where the position is known.', (one) => one.coordinates?.latitude, 'number'),
			column('longitude', 'Degrees east.', (one) => one.coordinates?.longitude, 'number'),
			column('precision', 'How exact the point is.', (one) => one.coordinates?.precision),
			'role',
		],
	},
	source: {
		title: 'Sources',
		description: 'What the claims, series, ceasefires and records rest on.',
		id: 'Id of the source; its page is /sources/<id>/.',
		columns: [
			'title',
			'english',
			'publisher',
			'agency',
			'kind',
			'language',
			'published',
			'url',
			column('accessed', described('source', 'accessed'), ({ accessed }) => accessed, 'date'),
			'archived',
			'readIn',
			'readAt',
			'note',
		],
	},
	measure: {
		title: 'Measures',
		description: 'What claims and series count. The claims table names them by id.',
		id: 'Id of the measure.',
		columns: ['label', 'kind', 'unit', 'definition'],
	},
};

/** The description that editors and pages see, from the schema of the record. */
function described(kind: Kind, key: string): string {
	const schema: z.ZodType = schemas[kind];
	const shape = 'shape' in schema ? (schema.shape as Readonly<Record<string, z.ZodType>>) : {};
	const field = shape[key];
	return field?.description ?? (field instanceof z.ZodOptional ? (field.unwrap() as z.ZodType).description : '') ?? '';
}

/** "saidBy" is the column said_by. */
const columnName = (key: string): string => key.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

const ours = (ledger: Ledger) => ({ licence: siteOf(ledger).licence, sources: [] });

function tableOf<K extends Kind>(ledger: Ledger, kind: K, { id, columns, ...about }: Spec<K>): DataTable {
	const prose = new Set(worded(kind).flatMap(({ steps: [key], words }) => (words === 'live' ? [key] : [])));
	const all = columns.map((one): Column<Records[K]> => {
		if (typeof one !== 'string') return one;
		const written = (record: Records[K]) => record[one] as CsvValue;
		const plain = (record: Records[K]) => plainText(ledger, record[one] as string);
		return column(columnName(one), described(kind, one), prose.has(one) ? plain : written);
	});
	const records = [...recordsOf(ledger, kind).values()] as readonly Records[K][];
	const first: Field = { name: 'id', type: 'string', description: id, required: true, unique: true };
	return {
		name: kindTable[kind].plural,
		...about,
		fields: [first, ...all.map(({ value: _, ...field }) => field)],
		rows: records.map((record) => [record.id, ...all.map(({ value }) => value(record, ledger))]),
		...ours(ledger),
	};
}

/** The events of the ceasefires, which are no records of their own. */
function events(ledger: Ledger): DataTable {
	const text = (name: string, description: string): Field => ({ name, type: 'string', description });
	return {
		name: 'ceasefire-events',
		title: 'Events in the life of each ceasefire',
		description: 'What happened before, during and after each ceasefire.',
		fields: [
			{ ...text('ceasefire', 'Id of the ceasefire.'), required: true },
			text('date', 'When, as an EDTF date.'),
			text('kind', 'What kind of event it was.'),
			text('what', 'What happened.'),
			text('sources', 'Ids of the sources.'),
		],
		rows: [...ledger.ceasefires.values()].flatMap(({ id, events: list }) =>
			list.map(({ date, kind, what, sources }) => [id, date, kind, plainText(ledger, what), sources.join('; ')]),
		),
		...ours(ledger),
	};
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
export function dataTables(ledger: Ledger): readonly DataTable[] {
	const records = (Object.keys(specs) as Kind[]).flatMap((kind) => {
		const spec = specs[kind] as Spec<typeof kind> | undefined;
		return [...(spec ? [tableOf(ledger, kind, spec)] : []), ...(kind === 'ceasefire' ? [events(ledger)] : [])];
	});
	return [...records, ...[...ledger.series.values()].map(seriesTable)];
}
