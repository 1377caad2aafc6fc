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

type More = Partial<Omit<Attribute, 'name' | 'description'>>;
const optional = (name: string, description: string, more: More = {}): Attribute => ({
	name,
	required: false,
	description,
	...more,
});
const ref = (name: string, refers: Kind, description: string): Attribute =>
	optional(name, description, { refers, required: true });

const value: readonly Attribute[] = [
	optional('series', 'A series.', { refers: 'series' }),
	optional('date', 'A date that stands in the series.', { date: true }),
	optional(
		'as',
		'exact: all digits; words: a length of time with its unit, "about 2 months", or a count below ten, "four"; rounded without it.',
		{ values: ['exact', 'words'] },
	),
	optional('of', 'What to derive from the ledger.', { values: derivedValues }),
	optional('covers', 'yes, partly or no; several joined by |.'),
	optional('type', 'The type of ceasefire.'),
	optional('ended', 'Why ceasefires ended, as their records say it.'),
	optional('ceasefire', 'A ceasefire.', { refers: 'ceasefire' }),
	optional('days', 'A number of days.'),
	optional('about', 'A topic.', { refers: 'topic' }),
	optional('measure', 'A measure.', { refers: 'measure' }),
	optional('minus', 'The series to take away.', { refers: 'series' }),
	optional('from', 'The earlier date; the earlier record, with between.', { date: true }),
	optional('to', 'The later date; the later record, with between.', { date: true }),
	optional('claims', 'Claims, with commas.', { refers: 'claim', list: true }),
	optional('kind', 'A kind of event.'),
];

/** As it is listed: unless it says otherwise, a block with nothing inside and no attributes. */
type Listed = Pick<Component, 'name' | 'prints' | 'example'> & Partial<Component>;

const listed: readonly Listed[] = [
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
		attributes: [ref('about', 'topic', 'The topic.'), ref('measure', 'measure', 'The measure.')],
		prints: 'who says what about the same thing, as a chart and a table',
		example: '<Accounts about="strike-2020-10-26" measure="killed"/>',
	},
	{
		name: 'Chart',
		attributes: [ref('id', 'chart', 'The chart.')],
		prints: 'a chart from content/charts with its table and sources',
		example: '<Chart id="refugees-north"/>',
	},
	{
		name: 'Map',
		attributes: [ref('id', 'map', 'The map.')],
		prints: 'a map from content/maps with its words and sources',
		example: '<Map id="north"/>',
	},
	{
		name: 'Quote',
		inside: 'text',
		attributes: [ref('source', 'source', 'The seed that holds the words.')],
		prints: 'a quotation of up to 60 words from a seed, word for word, with its source',
		example: '<Quote source="first-report">a clear message</Quote>',
	},
	{
		name: 'Aside',
		inside: 'text',
		prints: 'a side remark beside the text',
		example: '<Aside>The town is also written Harim.</Aside>',
	},
	{
		name: 'Compare',
		inside: 'text',
		attributes: [
			optional('origin', 'A claim of what an agency wrote, where both reports go back to it.', { refers: 'claim' }),
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
		inside: 'text',
		prints: 'what is not known, marked as such',
		example: '<Unknown>Nobody has published a list of names.</Unknown>',
	},
	{
		name: 'Later',
		inside: 'text',
		attributes: [optional('date', 'When it happened.', { date: true, required: true })],
		prints: 'what happened after the day the page speaks from, marked with its date',
		example: '<Later date="2024-12-08">The government fell.</Later>',
	},
];

export const components: readonly Component[] = listed.map((one) => ({
	level: 'block',
	inside: 'nothing',
	attributes: [],
	...one,
}));

/** Names of the components that stand in a sentence and print words: all that is live in a prose field. */
export const inlineNames: readonly string[] = components.flatMap(({ level, name }) =>
	level === 'inline' ? [name] : [],
);

export const componentByName: ReadonlyMap<string, Component> = new Map(components.map((one) => [one.name, one]));
