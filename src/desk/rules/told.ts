import { fromLedger, fromReading, type Rule } from '../rule.ts';

type Words = Omit<Rule, 'check'>;

/** What the ledger finds by itself: here stand the words for editors. */
const ledgers: readonly Words[] = [
	{
		name: 'ceasefire',
		summary: 'The dates of a ceasefire cannot follow each other, or say more than is known.',
		remedy: 'Correct the date; where it is so, the keys earlyStart, before and after say why.',
		example: { wrong: 'ended: 2020-01-01 with inForce: 2020-03-06', right: 'ended: 2024-11-27' },
	},
	{
		name: 'chart',
		summary: 'A chart puts together what cannot share an axis, or names what has no place in it.',
		remedy: 'Make two charts, or correct the dates and names.',
		example: { wrong: 'series: [refugees-north, refugee-returns] (a stock and a flow)', right: 'two charts' },
	},
	{
		name: 'claim',
		summary: 'A claim contradicts its measure or the claim that it replaces.',
		remedy: 'A measure that counts nothing takes no quantity; a claim replaces one about the same thing.',
		example: {
			wrong: 'measure: responsibility with quantity: { value: 1 }',
			right: 'measure: responsibility without quantity',
		},
	},
	{
		name: 'id',
		summary: 'An id is not written as ids are.',
		remedy: 'Use lower-case letters, digits and single hyphens.',
		example: { wrong: '- id: Strike_Killed', right: '- id: strike-killed' },
	},
	{
		name: 'quote-quantity',
		summary: 'The number in the quote is not the number in the quantity.',
		remedy: 'Correct whichever is wrong: value and qualifier must be those of the source.',
		example: { wrong: 'quantity: { value: 87 } with quote: He spoke of 78 dead', right: 'quantity: { value: 78 }' },
	},
	{
		name: 'quote',
		summary: 'The quote of a claim does not stand in its seed, or stands there more than once.',
		remedy: 'Copy the words from the seed exactly; add words until they are found once.',
		example: { wrong: 'quote: He spoke of 87 dead', right: 'quote: He spoke of 78 dead' },
	},
	{
		name: 'seed-changed',
		summary: 'A seed is not, byte for byte, the file that was read.',
		remedy: 'Bring back the file as it was received; seeds are never edited.',
		example: { wrong: 'a seed with one letter corrected', right: 'the seed as received; the slip goes into slips' },
	},
	{
		name: 'seed-coverage',
		summary: 'A figure of a seed is not accounted for.',
		remedy: 'Write a claim whose quote holds it, or list it under setAside with the reason.',
		example: {
			wrong: 'a seed says “almost 90 injured” and no claim quotes it',
			right: 'a claim with quote: almost 90 injured',
		},
	},
	{
		name: 'seed-missing',
		summary: 'The seed of a source is not in seeds/.',
		remedy: 'Put the file back as it was received, or correct its name.',
		example: { wrong: 'seed: 000.txt while seeds/ holds no such file', right: 'the name of a file in seeds/' },
	},
	{
		name: 'seed-twice',
		summary: 'Two sources name the same seed.',
		remedy: 'Keep one source for each seed.',
		example: { wrong: 'two sources with seed: 000.txt', right: 'one of them' },
	},
	{
		name: 'seed-unknown',
		summary: 'A file in seeds/ belongs to no source.',
		remedy: 'Add a source: npm run new -- source <id> --seed FILE.',
		example: { wrong: 'seeds/002.txt without a source', right: 'content/sources/third-report.yaml with seed: 002.txt' },
	},
	{
		name: 'series',
		summary: 'A row of a series, or what its record says of the rows, cannot be.',
		remedy: 'Look at the row that is marked: one date each, in order, plain numbers, whole people.',
		example: { wrong: '2021,25.632', right: '2021,25632' },
	},
	{
		name: 'set-aside',
		summary: 'Words that are set aside, or named as a slip, do not stand in the seed as written.',
		remedy: 'Copy the words from the seed exactly.',
		example: { wrong: 'setAside text: several thousands', right: 'setAside text: several thousand people' },
	},
	{
		name: 'statement-quantity',
		summary: 'The statement of a claim gives another figure than its quantity and its quote.',
		remedy: 'Make statement, quantity and quote say the same.',
		example: {
			wrong: 'statement: The Observatory counted 87 dead. with value: 78',
			right: 'statement: The Observatory counted 78 dead.',
		},
	},
	{
		name: 'unknown-key',
		summary: 'A record has a key that nobody reads.',
		remedy: 'Correct the spelling, or take the key out.',
		example: { wrong: 'publishr: BBC', right: 'publisher: BBC' },
	},
];

/** What is found while reading. */
const readings: readonly Words[] = [
	{
		name: 'csv',
		summary: 'The CSV file of a series cannot be read as a table.',
		remedy: 'Give each row as many cells as the header; put a cell that holds a comma in quotes.',
		example: { wrong: '2020,3,641,370', right: '2020,3641370' },
	},
	{
		name: 'empty-content',
		summary: 'There is no content at all.',
		remedy: 'Bring back the files of content/.',
		example: { wrong: 'an empty folder content/', right: 'content/ with its files' },
	},
	{
		name: 'file-name',
		summary: 'A file name is not an id.',
		remedy: 'Use lower-case letters, digits and single hyphens.',
		example: { wrong: 'content/sources/BBC Strike.yaml', right: 'content/sources/bbc-strike.yaml' },
	},
	{
		name: 'front-matter',
		summary: 'A page does not start with its front matter.',
		remedy: 'Start the file with ---, title and the other keys, ---.',
		example: { wrong: 'The strike hit a camp.', right: '---\ntitle: The strike\n---\n\nThe strike hit a camp.' },
	},
	{
		name: 'plain-file',
		summary: 'Something in content/, seeds/ or public/ is a link or a device and not a file.',
		remedy: 'Put the file itself there.',
		example: { wrong: 'content/sources/bbc.yaml → ../../other.yaml', right: 'content/sources/bbc.yaml' },
	},
	{
		name: 'public-file',
		summary: 'A file in public/ may not be published.',
		remedy: 'Keep to pictures and fonts, in the folders images, icons and fonts, with names in lower case.',
		example: { wrong: 'public/Camp photo.html', right: 'public/images/camp.jpg' },
	},
	{
		name: 'released-file',
		summary:
			'The record of what was published (content/published.json), or of what has moved (content/moved.yaml), cannot be read.',
		remedy: 'Take published.json from the last release; in moved.yaml write from, to and why for each address.',
		example: { wrong: '- { from: claims/old/ }', right: '- { from: /claims/old/, to: /claims/new/, why: renamed }' },
	},
	{
		name: 'series-file',
		summary: 'A series has only one of its two files.',
		remedy: 'Write the other: the YAML says what the values are, the CSV holds them.',
		example: { wrong: 'content/series/a.csv alone', right: 'content/series/a.csv and content/series/a.yaml' },
	},
	{
		name: 'stray-file',
		summary: 'A file stands in content/ where nothing reads it.',
		remedy: 'Move it to the folder of its kind, with the right ending.',
		example: { wrong: 'content/sources/bbc.yml', right: 'content/sources/bbc.yaml' },
	},
	{
		name: 'unreadable-file',
		summary: 'A file cannot be read as UTF-8 text.',
		remedy: 'Save it again as UTF-8; look at its size.',
		example: { wrong: 'a text saved as Windows-1252', right: 'the same text saved as UTF-8' },
	},
	{
		name: 'yaml',
		summary: 'A file is not valid YAML, or uses parts of YAML that are not used here.',
		remedy: 'Mend the line that is marked; most often a quote, a colon or a space is missing.',
		example: { wrong: 'title: "The strike', right: 'title: "The strike"' },
	},
];

export const told: readonly Rule[] = [
	...ledgers.map((words) => ({ ...words, check: fromLedger(words.name) })),
	...readings.map((words) => ({ ...words, check: fromReading(words.name) })),
];
