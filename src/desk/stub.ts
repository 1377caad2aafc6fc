import { type Kind, kindRow, kindTable } from '../ledger/kinds.ts';
import { ID } from '../ledger/schemas/fields.ts';
import type { Content } from './read.ts';
import { seedStub } from './seed-stub.ts';
import { isDevice } from './sort.ts';
import { choose, quote, type Stub, titled } from './stub-text.ts';
import { UNWRITTEN } from './unfinished.ts';
import { withRecord } from './with-record.ts';

export const stubKinds = [
	'explainer',
	'source',
	'claim',
	'ceasefire',
	'chart',
	'series',
	'actor',
	'place',
	'topic',
	'measure',
	'term',
] as const;
export type StubKind = (typeof stubKinds)[number];

export interface StubOptions {
	/** The day to put into the stub, as 2020-03-05. */
	readonly today: string;
	/** Name of a file in seeds/, for a source. */
	readonly seed?: string;
}

/** Writes a record of a kind that passes every check, for an editor to fill. Touches no file. */
export function stub(content: Content, kind: StubKind, id: string, options: StubOptions): Stub {
	if (!ID.test(id)) {
		return { ok: false, message: `"${id}" is no id: use lower-case letters, digits and single hyphens` };
	}
	if (isDevice(id)) return { ok: false, message: `Windows cannot hold a file with the name "${id}": add a word to it` };
	const known = content.homes.get(`${kind}/${id}`);
	if (known) return { ok: false, message: `the ${kind} "${id}" is there already: ${known.file.path}` };
	if (options.seed !== undefined) {
		return kind === 'source'
			? seedStub(content, id, options.seed, options.today)
			: { ok: false, message: '--seed goes with a source only' };
	}
	const first = (of: Kind, fits: (data: Record<string, unknown>) => boolean = () => true): string | undefined =>
		content.entries.entries.find((entry) => entry.kind === of && fits(entry.data as Record<string, unknown>))?.id;
	const need: Needs = {
		source: first('source', (data) => data['seed'] === undefined),
		topic: first('topic'),
		statement: first('measure', (data) => data['kind'] === 'statement'),
		stock: first('measure', (data) => data['kind'] === 'stock'),
		series: first('series'),
		order:
			1 + Math.max(0, ...content.entries.entries.map(({ data }) => Number((data as { order?: unknown }).order) || 0)),
		unit: '',
	};
	const unit = content.entries.entries.find((entry) => entry.kind === 'measure' && entry.id === need.stock);
	const files = writers[kind](id, options.today, {
		...need,
		unit: String((unit?.data as { unit?: unknown })?.unit ?? 'people'),
	});
	if (typeof files === 'string') return { ok: false, message: files };
	if (kindRow(kind).list) {
		const path = `content/${kindTable[kind].content.replace('*', 'new')}`;
		const before = content.files.find((file) => file.path === path)?.text ?? '';
		const text = withRecord(before, files[0]?.[1] ?? '');
		return text === undefined
			? { ok: false, message: `${path} is no list that a record can be added to: see what npm run check says of it` }
			: { ok: true, files: new Map([[path, text]]), notes: [] };
	}
	return { ok: true, files: new Map(files), notes: [] };
}

interface Needs {
	readonly source: string | undefined;
	readonly topic: string | undefined;
	readonly statement: string | undefined;
	readonly stock: string | undefined;
	readonly series: string | undefined;
	readonly order: number;
	readonly unit: string;
}

type Files = readonly (readonly [path: string, text: string])[];
type Writer = (id: string, today: string, needs: Needs) => Files | string;

const missing = (kind: string): string => `write a ${kind} first: npm run new -- ${kind} <id>`;

const writers: Readonly<Record<StubKind, Writer>> = {
	explainer: (id, today, { order }) => [
		[
			`content/explainers/${id}.mdx`,
			`---
title: ${quote(titled(id))}${choose('the headline')}
short: ${quote(titled(id))}${choose('the name in the navigation')}
dek: ${UNWRITTEN}, what this page tells in one or two sentences.
summary:
  - ${UNWRITTEN}, the first key point.
  - ${UNWRITTEN}, the next key point.
  - ${UNWRITTEN}, the last key point.
asOf: ${today}${choose('the day the page speaks from')}
updated: ${today}
order: ${order}${choose('its place in the reading order')}
draft: true
---

${UNWRITTEN}. Figures are written as in the guide, content/README.md.
`,
		],
	],
	source: (id, today) => [
		[
			`content/sources/${id}.yaml`,
			`title: ${UNWRITTEN}, the title as published
publisher: ${UNWRITTEN}, the original publisher
kind: article${choose('article, agreement, dataset, report, statement or reference')}
language: en${choose('the language of the text')}
# published: 2020-10-26 (when it was published; leave the line out when nobody knows)
url: https://example.org/to-be-written
accessed: ${today}
`,
		],
	],
	claim: (id, _today, { source, topic, statement }) => {
		if (!source) return missing('source');
		if (!topic || !statement) return 'content/topics.yaml and content/measures.yaml must each hold a record first';
		return [
			[
				'',
				`- id: ${id}
  about: ${topic}${choose('the topic, from topics.yaml')}
  # A measure that counts, for a figure: then add quantity: { value: 1, qualifier: exactly }
  measure: ${statement}${choose('what is counted, from measures.yaml')}
  statement: ${UNWRITTEN}, who says what, in one sentence.
  source: ${source}${choose('the source it stands in')}
  locator: ${UNWRITTEN}, the page, section, table or row.
  confidence:
    level: low
    reason: ${UNWRITTEN}.
`,
			],
		];
	},
	topic: (id) => [
		[
			'',
			`- id: ${id}\n  title: ${quote(titled(id))}${choose('as a heading in the ledger')}\n  description: ${UNWRITTEN}, what belongs here.\n`,
		],
	],
	measure: (id) => [
		[
			'',
			`- id: ${id}
  label: ${quote(titled(id))}${choose('what it is called')}
  kind: event count${choose('event count, stock, flow, amount or statement')}
  unit: people${choose('the unit; leave it out for a statement')}
  definition: ${UNWRITTEN}, what is counted, and what is not.
`,
		],
	],
	term: (id) => [
		[
			'',
			`- id: ${id}\n  term: ${quote(titled(id).toLowerCase())}${choose('the word as it stands in a sentence')}\n  definition: ${UNWRITTEN}, what it means here.\n`,
		],
	],
	ceasefire: (id, today, { source }) =>
		source
			? [
					[
						`content/ceasefires/${id}.yaml`,
						`name: ${quote(titled(id))}${choose('its name')}
short: ${quote(titled(id))}${choose('its short name')}
agreed: ${today}${choose('the day it was agreed')}
inForce: ${today}${choose('the day it came into force')}
endedCertainty: unknown
endedNote: ${UNWRITTEN}, how the end was chosen.
scope: ${UNWRITTEN}, where and for whom it held.
covers: "no"${choose('yes, partly or no')}
type: bilateral${choose('its type')}
brokers: []
parties: []
terms:
  - ${UNWRITTEN}, what it asked for.
outcome: ${UNWRITTEN}, what came of it.
sources: [${source}]${choose('the sources')}
events: []
`,
					],
				]
			: missing('source'),
	chart: (id, _today, { series }) =>
		series
			? [
					[
						`content/charts/${id}.yaml`,
						`kind: line
title: ${UNWRITTEN}, what to see, as a sentence
summary: ${UNWRITTEN}, the same in words.
series: [${series}]${choose('the series to draw')}
`,
					],
				]
			: missing('series'),
	series: (id, today, { source, stock, unit }) => {
		if (!source) return missing('source');
		if (!stock) return 'content/measures.yaml must hold a measure of the kind stock first';
		return [
			[
				`content/series/${id}.yaml`,
				`title: ${quote(titled(id))}${choose('what the series is')}
label: ${quote(titled(id))}${choose('the words beside a line in a chart')}
measure: ${stock}${choose('what is counted, from measures.yaml')}
unit: ${unit}
provider: ${UNWRITTEN}
source: ${source}${choose('the source of the values')}
licence: ${UNWRITTEN}
definition: ${UNWRITTEN}, what is counted, and what is not.
method: ${UNWRITTEN}, how the figures came to be.
columns:
  - { name: date, type: date, description: The date. }
  - { name: value, type: number, unit: ${quote(unit)}, description: The value. }
  - { name: note, type: text, description: What is to be known of a value. }
`,
			],
			[`content/series/${id}.csv`, `date,value,note\n${today.slice(0, 4)},0,${UNWRITTEN}\n`],
		];
	},
	actor: (id) => [
		[
			`content/actors/${id}.yaml`,
			`name: ${quote(titled(id))}${choose('the one spelling of the site')}
kind: person${choose('what it is')}
gloss: ${UNWRITTEN}, one neutral phrase
role: ${UNWRITTEN}, what this actor is and does in this story.
sources: []
`,
		],
	],
	place: (id) => [
		[
			`content/places/${id}.yaml`,
			`name: ${quote(titled(id))}${choose('the one spelling of the site')}
kind: town${choose('what it is')}
role: ${UNWRITTEN}, what this place is in this story.
unknownPosition: ${UNWRITTEN}, what is known of the position; or give coordinates.
sources: []
`,
		],
	],
};
