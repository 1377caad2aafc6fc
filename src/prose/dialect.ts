import type { Kind } from '../ledger/kinds.ts';
import { derivedValues } from '../ledger/values.ts';

/** An attribute of a component: always literal text. */
export interface Attribute {
	readonly name: string;
	readonly required: boolean;
	readonly description: string;
	/** The kind of record whose id it holds; with `list`, several ids with commas. */
	readonly refers?: Kind;
	readonly list?: boolean;
	readonly values?: readonly string[];
	readonly date?: boolean;
	/** Words of the quotation of the claim that this other attribute names. */
	readonly quotedBy?: string;
}

/** A component that editors may use, and nothing else: the dialect is closed. */
export interface Component {
	readonly name: string;
	/** inline: inside a sentence. block: on lines of its own. */
	readonly level: 'inline' | 'block';
	/** What stands between the tags. words: plain words only. */
	readonly inside: 'nothing' | 'words if wanted' | 'text';
	readonly attributes: readonly Attribute[];
	/** For editors: what it prints. */
	readonly prints: string;
	readonly example: string;
}

const ref = (name: string, refers: Kind, description: string): Attribute => ({
	name,
	required: true,
	description,
	refers,
});
const optional = (attribute: Omit<Attribute, 'required'>): Attribute => ({ ...attribute, required: false });

const value: readonly Attribute[] = [
	optional({ name: 'series', description: 'A series.', refers: 'series' }),
	optional({ name: 'date', description: 'A date that stands in the series.', date: true }),
	optional({
		name: 'as',
		description: 'exact: all digits; words: a length of time with its unit, "about 2 months"; rounded without it.',
		values: ['exact', 'words'],
	}),
	optional({ name: 'of', description: 'What to derive from the ledger.', values: derivedValues }),
	optional({ name: 'covers', description: 'yes, partly or no; several joined by |.' }),
	optional({ name: 'type', description: 'The type of ceasefire.' }),
	optional({ name: 'ceasefire', description: 'A ceasefire.', refers: 'ceasefire' }),
	optional({ name: 'days', description: 'A number of days.' }),
	optional({ name: 'about', description: 'A topic.', refers: 'topic' }),
	optional({ name: 'measure', description: 'A measure.', refers: 'measure' }),
	optional({ name: 'minus', description: 'The series to take away.', refers: 'series' }),
	optional({ name: 'from', description: 'The earlier date; the earlier record, with between.', date: true }),
	optional({ name: 'to', description: 'The later date; the later record, with between.', date: true }),
	optional({ name: 'claims', description: 'Claims, with commas.', refers: 'claim', list: true }),
	optional({ name: 'kind', description: 'A kind of event.' }),
];

export const components: readonly Component[] = [
	{
		name: 'Claim',
		level: 'inline',
		inside: 'words if wanted',
		attributes: [ref('id', 'claim', 'The claim.')],
		prints: 'the figure of a claim in words (“more than 50”), with its source in place; write the unit behind it',
		example: '<Claim id="strike-killed-sohr"/> fighters',
	},
	{
		name: 'Value',
		level: 'inline',
		inside: 'nothing',
		attributes: value,
		prints: 'a value of a series at a date, or a figure worked out from the ledger, with how it was worked out',
		example: '<Value series="refugees-north" date="2020"/> people',
	},
	{
		name: 'Term',
		level: 'inline',
		inside: 'words if wanted',
		attributes: [ref('id', 'term', 'The term.')],
		prints: 'a term with its explanation in place',
		example: '<Term id="flow"/>',
	},
	{
		name: 'Actor',
		level: 'inline',
		inside: 'words if wanted',
		attributes: [ref('id', 'actor', 'The actor.')],
		prints: 'a name with who that is',
		example: '<Actor id="sohr">the Observatory</Actor>',
	},
	{
		name: 'Accounts',
		level: 'block',
		inside: 'nothing',
		attributes: [ref('about', 'topic', 'The topic.'), ref('measure', 'measure', 'The measure.')],
		prints: 'who says what about the same thing, as a chart and a table',
		example: '<Accounts about="strike-2020-10-26" measure="killed"/>',
	},
	{
		name: 'Chart',
		level: 'block',
		inside: 'nothing',
		attributes: [ref('id', 'chart', 'The chart.')],
		prints: 'a chart from content/charts with its table and sources',
		example: '<Chart id="refugees-north"/>',
	},
	{
		name: 'Ceasefires',
		level: 'block',
		inside: 'nothing',
		attributes: [
			optional({
				name: 'covers',
				description: 'Only those that covered the area: yes, partly or no.',
				values: ['yes', 'partly', 'no'],
			}),
			optional({ name: 'from', description: 'Only those in force from this date.', date: true }),
			optional({ name: 'to', description: 'Only those in force up to this date.', date: true }),
		],
		prints: 'the timeline of the ceasefires and the list of them',
		example: '<Ceasefires covers="yes"/>',
	},
	{
		name: 'Ceasefire',
		level: 'block',
		inside: 'nothing',
		attributes: [ref('id', 'ceasefire', 'The ceasefire.')],
		prints: 'one ceasefire: dates, parties, terms, how it ended',
		example: '<Ceasefire id="autumn-2018"/>',
	},
	{
		name: 'Map',
		level: 'block',
		inside: 'nothing',
		attributes: [ref('id', 'map', 'The map.')],
		prints: 'a map from content/maps with its words and sources',
		example: '<Map id="north"/>',
	},
	{
		name: 'Quote',
		level: 'block',
		inside: 'text',
		attributes: [ref('source', 'source', 'The seed that holds the words.')],
		prints: 'a quotation of up to 60 words from a seed, word for word, with its source',
		example: '<Quote source="first-report">a clear message</Quote>',
	},
	{
		name: 'Aside',
		level: 'block',
		inside: 'text',
		attributes: [],
		prints: 'a side remark beside the text',
		example: '<Aside>The town is also written Harim.</Aside>',
	},
	{
		name: 'Compare',
		level: 'block',
		inside: 'text',
		attributes: [
			ref('first', 'claim', 'A claim that quotes the one report.'),
			ref('second', 'claim', 'A claim that quotes the other.'),
			{ name: 'firstWords', required: true, description: 'Words of the first that clash.', quotedBy: 'first' },
			{ name: 'secondWords', required: true, description: 'Words of the second that clash.', quotedBy: 'second' },
		],
		prints: 'two passages face to face, the words that clash marked; between the tags, what better sources say',
		example:
			'<Compare first="strike-target-camp" firstWords="camp" second="strike-target-camps" secondWords="camps">There was one camp.</Compare>',
	},
	{
		name: 'Unknown',
		level: 'block',
		inside: 'text',
		attributes: [],
		prints: 'what is not known, marked as such',
		example: '<Unknown>Nobody has published a list of names.</Unknown>',
	},
	{
		name: 'Later',
		level: 'block',
		inside: 'text',
		attributes: [{ name: 'date', required: true, description: 'When it happened.', date: true }],
		prints: 'what happened after the day the page speaks from, marked with its date',
		example: '<Later date="2024-12-08">The government fell.</Later>',
	},
];

/** Names of the components that stand in a sentence and print words: all that is live in a prose field. */
export const inlineNames: readonly string[] = components
	.filter(({ level }) => level === 'inline')
	.map(({ name }) => name);

export const componentByName: ReadonlyMap<string, Component> = new Map(
	components.map((component) => [component.name, component]),
);
