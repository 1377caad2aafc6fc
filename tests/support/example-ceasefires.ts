import type { Actor, Ceasefire, Chart, Claim, Ledger, MapSpec, Place, Series, Topic } from '../../src/ledger/ledger.ts';
import { exampleSite } from './example-site.ts';

/** A small ledger for tests of the drawings: every kind of date, end and event occurs in it. */

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
	new Map(list.map((record) => [record.id, record]));

/** A ceasefire with every field that is required; an end makes it one whose day is known. */
export function exampleCeasefire(id: string, more: Partial<Ceasefire> = {}): Ceasefire {
	return {
		id,
		name: `The ${id} deal`,
		short: id,
		agreed: '2018-01-01',
		inForce: '2018-01-02',
		endedCertainty: more.ended === undefined ? 'unknown' : 'day',
		endedNote: 'As reported.',
		scope: 'All of Syria.',
		covers: 'yes',
		type: 'bilateral',
		brokers: ['russia'],
		parties: [],
		terms: ['Fighting stops.'],
		outcome: 'It ended.',
		sources: ['report'],
		events: [],
		...more,
	};
}

const actor = (id: string, name: string): Actor => ({
	id,
	name,
	kind: 'state',
	gloss: 'a state',
	role: 'A state.',
	sources: [],
});
const topic = (id: string, title: string, date: string): Topic => ({ id, title, description: title, date });
const town = (id: string, name: string, latitude: number, longitude: number): Place => ({
	id,
	name,
	kind: 'town',
	role: 'A town.',
	coordinates: { latitude, longitude, precision: 'to about 1 km' },
	sources: [],
});

const event = (date: string, kind: Ceasefire['events'][number]['kind'], what: string) => ({
	date,
	kind,
	what,
	sources: ['report'],
});

/** The ceasefires of the example. */
export const exampleCeasefires: readonly Ceasefire[] = [
	exampleCeasefire('Early month 2012', {
		agreed: '2012-03-16',
		inForce: '2012-04-12',
		ended: '2012-06',
		endedCertainty: 'about',
		covers: 'partly',
	}),
	exampleCeasefire('Began before agreed 2015', {
		agreed: '2015-09-24',
		inForce: '2015-09-20',
		ended: '2018-07',
		endedCertainty: 'about',
		covers: 'partly',
		brokers: [],
	}),
	exampleCeasefire('A long name that must be broken into two lines 2016', {
		agreed: '2016',
		inForce: '2016-02~',
		ended: '2016-09-19',
		type: 'guarantor agreement',
		brokers: ['russia', 'turkiye'],
	}),
	exampleCeasefire('Sochi 2018', {
		agreed: '2018-09-17',
		inForce: '2018-09-17',
		ended: '2019-04-30',
		endedCertainty: 'about',
		type: 'guarantor agreement',
	}),
	exampleCeasefire('No end 2019', { agreed: '2019-01-10', inForce: '2019-01-10', type: 'between opposition groups' }),
	exampleCeasefire('Month end 2019', {
		agreed: '2019-05-19',
		inForce: '2019-05-18',
		ended: '2019-05',
		endedCertainty: 'about',
		type: 'unilateral',
	}),
	exampleCeasefire('One day 2019', {
		agreed: '2019-06-12',
		inForce: '2019-06-12',
		ended: '2019-06-13',
		type: 'unilateral',
	}),
	exampleCeasefire('Elsewhere 2019', {
		agreed: '2019-10-17',
		inForce: '2019-10-17',
		ended: '2019-10-22',
		covers: 'no',
	}),
	exampleCeasefire('Elsewhere, open', { agreed: '2019-10-22', inForce: '2019-10-23', covers: 'no' }),
	exampleCeasefire('Two starts 2020', {
		agreed: '2020-01-09',
		inForce: '2020-01-12',
		ended: '2020-01-15',
		otherStart: { date: '2020-01-09', time: '14:00', by: 'Russia', sources: ['report'] },
	}),
	exampleCeasefire('moscow-2020', {
		name: 'The March 2020 ceasefire',
		short: 'March 2020',
		agreed: '2020-03-05',
		inForce: '2020-03-06',
		time: '00:01',
		ended: '2024-11-27',
		type: 'guarantor agreement',
		brokers: ['russia', 'turkiye'],
		events: [
			event('2020-02-27', 'trigger', 'A strike.'),
			event('2020-03-05', 'agreed', 'Agreed.'),
			event('2020-03-06', 'in force', 'In force.'),
			event('2020-03-15', 'implementation', 'A patrol.'),
			event('2020-08', 'implementation', 'Patrols stop.'),
			event('2020-10-26', 'violation', 'A strike on a camp.'),
			event('2020-10-27', 'violation', 'Rockets.'),
			event('2020-10-28', 'reaction', 'A <Actor id="turkiye">speech</Actor>.'),
			event('2022-11-06', 'violation', 'Shelling.'),
			event('2023-10', 'violation', 'Weeks of shelling.'),
			event('2024-11-27', 'collapse', 'An offensive.'),
			event('2024-11-29', 'collapse', 'A city falls.'),
		],
	}),
];

const displaced: Series = {
	id: 'displaced-north-west',
	title: 'People displaced',
	label: 'Displaced since 1 December 2019',
	measure: 'displaced',
	unit: 'people',
	provider: 'United Nations',
	source: 'count',
	licence: 'CC BY 4.0',
	definition: 'People displaced.',
	method: 'As counted.',
	countedFrom: '2019-12-01',
	columns: [],
	rows: [
		{ date: '2019-12-29', value: 284_000, qualifier: 'about' },
		{ date: '2020-01-14', value: 350_000, qualifier: 'almost' },
		{ date: '2020-02-02', value: 586_000 },
		{ date: '2020-02-23', value: 948_000, qualifier: 'more than' },
		{ date: '2020-03-05', value: 961_000, qualifier: 'more than' },
	],
};

const earlier: Claim = {
	id: 'earlier',
	about: 'offensive-2019-2020',
	measure: 'displaced',
	statement: 'People fled.',
	quantity: { value: 400_000, qualifier: 'about', unit: 'people' },
	date: '2019-05/2019-08',
	source: 'count',
	confidence: { level: 'high', reason: 'As reported.' },
};

/** The drawings of ceasefires, one of each kind. */
const charts: readonly Chart[] = [
	{
		id: 'ceasefires-overview',
		kind: 'ceasefires',
		title: 'All of them',
		summary: 'Words.',
		annotations: [
			{ date: '2019-04/2020-03', label: 'offensive on Idlib' },
			{ ceasefire: 'moscow-2020', date: '2020-10-26', label: 'strike near Harem, 26 October 2020' },
		],
	},
	{
		id: 'ceasefires-close-up',
		kind: 'close-up',
		title: 'Some of them',
		summary: 'Words.',
		from: '2019-04',
		to: '2020-03',
		series: ['displaced-north-west'],
		annotations: [{ claim: 'earlier', label: 'Earlier: counted apart' }],
	},
	{
		id: 'opening',
		kind: 'truces',
		title: 'One held',
		summary: 'Words.',
		ceasefire: 'moscow-2020',
		series: ['displaced-north-west'],
		says: { all: 'Many truces.', marked: 'The long one.', people: 'People on the move.' },
		annotations: [{ ceasefire: 'moscow-2020', date: '2020-10-26', label: 'the strike' }],
	},
	{ id: 'ceasefires-how-long', kind: 'how long', title: 'How long', summary: 'Words.' },
	{
		id: 'ceasefire-march-2020-life',
		kind: 'life',
		title: 'One of them',
		summary: 'Words.',
		ceasefire: 'moscow-2020',
		annotations: [{ date: '2020-10-26', label: 'the strike' }],
	},
];

/** The ledger with other ceasefires, or with its own. */
export const exampleLedger = (ceasefires: readonly Ceasefire[] = exampleCeasefires): Ledger => ({
	sources: new Map(),
	actors: byId([actor('russia', 'Russia'), actor('turkiye', 'Türkiye')]),
	places: byId<Place>([
		town('idlib', 'Idlib', 35.93, 36.63),
		town('harem', 'Harem', 36.2, 36.52),
		town('aleppo', 'Aleppo', 36.21, 37.16),
		town('antakya', 'Antakya', 36.2, 36.16),
		town('latakia', 'Latakia', 35.52, 35.78),
		town('hama', 'Hama', 35.13, 36.75),
		town('damascus', 'Damascus', 33.51, 36.29),
		town('tripoli', 'Tripoli', 32.89, 13.19),
		{ id: 'hill', name: 'The hill', kind: 'area', role: 'A hill.', unknownPosition: 'Near the border.', sources: [] },
		{
			id: 'province',
			name: 'The province',
			kind: 'governorate',
			role: 'A province.',
			sources: [],
			outline: [
				[36.2, 35.5],
				[36.9, 35.5],
				[36.7, 36.2],
			],
		},
		{ id: 'road', name: 'The R1', kind: 'road', role: 'A road.', through: ['latakia', 'idlib', 'aleppo'], sources: [] },
	]),
	measures: new Map(),
	topics: byId([
		topic('offensive-2019-2020', 'The offensive', '2019-04/2020-03'),
		topic('strike-2020-10-26', 'The strike', '2020-10-26'),
	]),
	terms: new Map(),
	claims: byId([earlier]),
	series: byId([displaced]),
	ceasefires: byId(ceasefires),
	charts: byId(charts),
	maps: byId<MapSpec>([
		{
			id: 'country',
			title: 'The country',
			summary: 'Where it is.',
			frame: { west: 35.7, south: 35.3, east: 37.3, north: 36.4 },
			around: { west: 34, south: 31, east: 43, north: 38 },
			country: 'Syria',
			outlines: ['province'],
			roads: ['road'],
			corridor: { road: 'road', from: 'idlib', to: 'aleppo', side: 'fled', label: 'strip', at: [[36.9, 36.2]] },
			front: {
				label: 'line',
				at: [[36.2, 35.6]],
				between: [
					['latakia', 'idlib'],
					['aleppo', 'hama'],
				],
			},
			sides: [{ label: 'rebels', held: true, at: [[36.5, 36]] }],
			near: { place: 'hill', among: ['harem'], label: 'somewhere' },
			places: ['idlib', 'harem', 'aleppo'],
			labels: [{ text: 'Türkiye', at: [[36.2, 36.35]] }],
			sources: [],
			licence: 'Public domain',
		},
	]),
	explainers: new Map(),
	pages: new Map(),
	sites: new Map([['site', exampleSite]]),
	seeds: new Map(),
});
