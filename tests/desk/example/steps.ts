import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../../src/desk/command.ts';
import { fixtureRoot } from '../tree.ts';

/** What the small content of the tests lacks to be a site. */
export const site = join(import.meta.dirname, 'site');
const REPORT = readFileSync(join(import.meta.dirname, 'ferry.txt'), 'utf8');
const PAGE = 'content/explainers/the-ferry.mdx';
const CLAIMS = 'content/claims/ferry.yaml';
const SOURCE = 'content/sources/ferry.yaml';
const TODAY = '2021-07-01';

const claim = (id: string, measure: string, statement: string, quantity: string, saidBy: string, quote: string) =>
	`- id: ${id}
  about: ferry
  measure: ${measure}
  statement: ${statement}
  quantity: { ${quantity} }
  date: 2021-06-14
  saidBy: ${saidBy}
  source: ferry
  quote: ${quote}
  confidence:
    level: medium
    reason: One report, on the day.
`;
const WRITTEN = [
	claim(
		'ferry-injured-mayor',
		'injured',
		'The mayor said that at least 9 people were hurt.',
		'value: 9, qualifier: at least',
		'torv',
		'At least 9 people were hurt',
	),
	claim(
		'ferry-injured-rescue',
		'injured',
		'The rescue service counted 14 injured.',
		'value: 14',
		'rescue-service',
		'The rescue service counted 14 injured',
	),
	claim(
		'ferry-on-board',
		'on-board',
		'The rescue service said that 31 people had been on board.',
		'value: 31',
		'rescue-service',
		'31 people had been on board',
	),
	claim(
		'ferry-children',
		'share-of-children',
		'The rescue service said that almost half of those on board were children.',
		'value: 0.5, qualifier: almost',
		'rescue-service',
		'almost half of them children',
	),
].join('');

const page = (injured: string, draft: string) => `---
title: The ferry on the Orla
short: The ferry
dek: The ferry that stands in for the bridge overturned, and the counts of the injured differ.
summary:
  - The mayor spoke of <Claim id="ferry-injured-mayor"/> people hurt.
  - The Service counted <Claim id="ferry-injured-rescue"/> injured.
  - It said that <Claim id="ferry-on-board"/> people had been on board.
asOf: 2021-06-14
updated: 2021-07-01
order: 4
${draft}---

## What happened

The ferry overturned at 8.15 a.m. The Service counted ${injured}. <Actor id="torv"/> spoke of <Claim id="ferry-injured-mayor"/> people.

Of those on board, said the Service, <Claim id="ferry-children">almost half</Claim> were children.

<Accounts about="ferry" measure="injured"/>
`;
const GOOD = '<Claim id="ferry-injured-rescue"/> injured';

/** One step of the example: words, then what is done, then what the desk answers. */
interface Step {
	readonly words: string;
	/** Arguments of the desk's command. */
	readonly command?: readonly string[];
	/** A file written by the editor: shown whole, or only from one line on. */
	readonly write?: readonly [path: string, change: (before: string) => string, shown?: (text: string) => string];
	/** A picture taken when this is done: what it shows. */
	readonly picture?: readonly [name: string, alt: string];
}

const upTo = (words: string) => (text: string) => `${text.slice(0, text.indexOf(words))}…\n`;

export const steps: readonly Step[] = [
	{
		words: 'A report came in. Save its words as plain text in `seeds/`, exactly as they were received:',
		write: ['seeds/ferry.txt', () => REPORT],
	},
	{
		words: 'Let the desk read it. It lists each figure once, and writes a source and a claim for each figure:',
		command: ['new', 'source', 'ferry', '--seed', 'ferry.txt'],
	},
	{
		words:
			'The first claim as it was written. Quote and quantity are the report’s; measure and speaker are guesses where there is anything to guess from, and each waits to be confirmed:',
		write: [CLAIMS, (text) => text, (text) => text.slice(0, text.indexOf('- id:', 5))],
	},
	{
		words: 'These claims are about something new, and two of them count something new:',
		command: ['new', 'topic', 'ferry'],
	},
	{ words: '', command: ['new', 'measure', 'on-board'] },
	{ words: '', command: ['new', 'measure', 'share-of-children'] },
	{
		words: 'Fill what says `To be written`, here in `content/measures.yaml`:',
		write: [
			'content/measures.yaml',
			(text) => `${text.slice(0, text.indexOf('- id: on-board'))}- id: on-board
  label: On board
  kind: event count
  unit: people
  definition: People on a boat when something happened to it.
- id: share-of-children
  label: Children
  kind: amount
  unit: of those on board
  definition: The share of children among the people counted.
`,
			(text) => text.slice(text.indexOf('- id: on-board')),
		],
	},
	{
		words: 'and in `content/topics.yaml`:',
		write: [
			'content/topics.yaml',
			(text) =>
				`${text.slice(0, text.indexOf('- id: ferry'))}- id: ferry\n  title: The ferry on the Orla\n  description: The ferry that overturned on 14 June 2021.\n`,
			(text) => text.slice(text.indexOf('- id: ferry')),
		],
	},
	{
		words:
			'The claims, written. Each has an id that says what it is. The length of the boat says nothing about the people and the headline repeats a figure, so their claims are gone:',
		write: [CLAIMS, () => WRITTEN],
	},
	{
		words:
			'That figure is set aside in the source, with the reason, and so is the one in the headline. Nothing in the source is still to be written either:',
		write: [
			SOURCE,
			(text) => `title: Ferry overturns on the Orla
publisher: Vell Courier
kind: article
language: en
published: 2021-06-14
accessed: 2021-07-01
note: Received as a text; the address is not known.
${text.slice(text.indexOf('seed: '))}  - text: The boat is 12 metres long
    reason: It says nothing about the people.
  - text: at least 9 hurt
    reason: The headline repeats the figure of the mayor.
`,
		],
	},
	{ words: 'A page:', command: ['new', 'explainer', 'the-ferry'] },
	{
		words: 'Write it. One mistake is in it, on purpose: a figure stands there without its source.',
		write: [PAGE, () => page('14 injured', 'draft: true\n')],
	},
	{
		words: '`npm run check` finds it, and `npm run dev` shows the same on the page:',
		command: ['check'],
		picture: ['mistake', 'The preview of the page; its panel says which figure has no source, and what to do'],
	},
	{
		words: 'Do what it says, look at the page in the preview, and take out `draft: true`:',
		write: [PAGE, () => page(GOOD, ''), upTo('<Accounts')],
	},
	{
		words: 'Nothing is left to say:',
		command: ['check'],
	},
];

/** Does what the steps say in a copy of the small content of the tests. */
export function walk(at: (step: Step, out: string, root: string) => void): void {
	const root = mkdtempSync(join(tmpdir(), 'example-'));
	try {
		cpSync(fixtureRoot, root, { recursive: true });
		cpSync(site, join(root, 'content'), { recursive: true });
		for (const step of steps) {
			let out = '';
			if (step.command) {
				const { out: said, error = '' } = run(step.command, { root, colour: false, today: TODAY });
				out =
					`$ npm run ${step.command[0]}${step.command.length > 1 ? ' --' : ''} ${step.command.slice(1).join(' ')}`.trimEnd() +
					`\n\n${said}${error}`;
			}
			if (step.write) {
				const [path, change, shown = (text) => text] = step.write;
				const file = join(root, path);
				const text = change(path === 'seeds/ferry.txt' ? '' : readFileSync(file, 'utf8'));
				mkdirSync(dirname(file), { recursive: true });
				writeFileSync(file, text);
				out = shown(text);
			}
			at(step, out, root);
		}
	} finally {
		rmSync(root, { recursive: true });
	}
}

const INTRO = `# From a report to a published page

One report with five figures, from the text to the page, on a small site about a town that does not exist. Every command and answer below was run by the test that writes this page: \`npx vitest run --project unit tests/desk/example.test.ts --update\` writes it again, and \`node tests/desk/example/pictures.ts\` takes the pictures.
`;
const OUTRO = `## Published

\`\`\`sh
npm run build     # checks, builds, and puts the new site in place only when it is whole
npm run serve     # shows it at http://localhost:4321/; PORT=8080 npm run serve takes another port, npm run dev too
\`\`\`

Once the site is online, \`npm run release\` writes down in \`content/published.json\` which addresses and figures readers have seen. Commit that file. From then on no address can vanish and no figure can change without a word: the check asks for a line in \`moved.yaml\` or for a correction on each page that showed the old figure, and gives it ready to be copied.
`;

/** The page docs/worked-example.md. */
export function document(): string {
	const parts: string[] = [INTRO];
	walk(({ words, command, write, picture }, out) => {
		const lead = write ? `\`${write[0]}\`\n\n` : '';
		const language = command
			? 'text'
			: write?.[0].endsWith('.mdx')
				? 'mdx'
				: write?.[0].endsWith('.yaml')
					? 'yaml'
					: 'text';
		parts.push(`${words === '' ? '' : `${words}\n\n`}${lead}\`\`\`${language}\n${out.trimEnd()}\n\`\`\`\n`);
		if (picture) parts.push(`![${picture[1]}](worked-example/${picture[0]}.png)\n`);
	});
	return [...parts, OUTRO].join('\n');
}
