/** One thing of each kind that the site may grow by, as changes to the tree: see docs/extending.md. */
interface Addition {
	readonly heading: string;
	/** Files that it may take at most. */
	readonly most: number;
	/** By path: the text of a new file, or what is put behind which words of one that is there. */
	readonly edits: Readonly<Record<string, string | readonly (readonly [behind: string, added: string])[]>>;
	/** Files that change and are no code: the guide, the editor's settings, a golden's data. */
	readonly outside: readonly string[];
}

export const additions: readonly Addition[] = [
	{
		heading: 'A kind of record',
		most: 8,
		edits: {
			'src/ledger/schemas/bridge.ts': `import { z } from 'zod';
import { prose, ref, text } from './fields.ts';

/** A bridge. */
export const bridge = z.strictObject({
	name: text.describe('Its name.'),
	role: prose.describe('What it is in this story.'),
	sources: z.array(ref('source')).describe('Sources for the role.'),
});
`,
			'src/ledger/schemas/index.ts': [
				["import { actor } from './actor.ts';\n", "import { bridge } from './bridge.ts';\n"],
				['export const schemas = {\n', '\tbridge,\n'],
			],
			'src/ledger/kinds.ts': [
				[
					'export const kindTable = {\n',
					"\tbridge: { plural: 'bridges', content: 'bridges/*.yaml', page: '/bridges/*/' },\n",
				],
			],
			'src/routes.ts': [["\t'source',\n", "\t'bridge',\n"]],
			'src/formats/searchable.ts': [
				["\t\t| 'Explainers'\n", "\t\t| 'Bridges'\n"],
				[
					'	const uses = usesOf(ledger);\n',
					"	for (const one of ledger.bridges.values()) put('Bridges', address('bridge', one.id), one.name, []);\n",
				],
			],
			'src/pages/bridges/[id].astro': '---\n---\n',
		},
		outside: ['content/README.md', '.vscode/settings.json'],
	},
	{
		heading: 'A component in a sentence',
		most: 6,
		edits: {
			'src/prose/dialect.ts': [
				[
					'const listed: readonly Listed[] = [\n',
					`	{
		name: 'Place',
		level: 'inline',
		inside: 'words if wanted',
		attributes: [ref('id', 'place', 'The place.')],
		prints: 'a name with where that is',
		example: '<Place id="vell"/>',
	},
`,
				],
			],
			'src/prose/words.ts': [
				[
					'	switch (reference.name) {\n',
					"		case 'Place':\n			return required(ledger.places.get(id), 'place', id).name;\n",
				],
			],
			'src/components/Place.astro': '---\n---\n',
			'src/components/Prose.astro': [["import Link from './Link.astro';\n", "import Place from './Place.astro';\n"]],
		},
		outside: ['content/README.md'],
	},
	{
		heading: 'A component on lines of its own',
		most: 5,
		edits: {
			'src/prose/dialect.ts': [
				[
					'		example: \'<Place id="vell"/>\',\n	},\n',
					`	{
		name: 'Where',
		level: 'block',
		inside: 'nothing',
		attributes: [ref('place', 'place', 'The place.')],
		prints: 'where a place is',
		example: '<Where place="vell"/>',
	},
`,
				],
			],
			'src/components/Where.astro': '---\n---\n',
			'src/formats/blocks.ts': [
				[
					"	const { id = '', about = '', measure = '' } = attributes;\n",
					"	if (name === 'Where') return [paragraph(to.ledger.places.get(attributes['place'] ?? '')?.name ?? '')];\n",
				],
			],
		},
		outside: ['content/README.md'],
	},
	{
		heading: 'A kind of chart',
		most: 6,
		edits: {
			'src/ledger/schemas/chart.ts': [
				[
					"	z.strictObject({ kind: z.literal('bars'), ...drawn, series: drawn.series.length(1) }),\n",
					"	z.strictObject({ kind: z.literal('dots'), ...drawn }),\n",
				],
			],
			'src/charts/kinds/dots.ts': `import type { Ledger } from '../../ledger/ledger.ts';
import type { Drawn, Kind } from '../figure.ts';
import { periodOf, seriesData } from '../data.ts';
import { ofData } from '../datafigure.ts';

export function drawDots(ledger: Ledger, chart: Kind<'dots'>): Drawn {
	const series = chart.series.flatMap((id) => ledger.series.get(id) ?? []);
	const data = series.flatMap((one) => seriesData(ledger, one, periodOf(chart.from, chart.to)).data);
	return ofData(ledger, chart, {
		data,
		series,
		groupHeading: 'Series',
		scene: ({ width, layout }) => ({
			width,
			height: 100,
			layout,
			shapes: data.map(({ id, value, at }) => ({
				type: 'symbol',
				symbol: 'circle',
				role: 'ch-dot',
				point: id,
				x: at % width,
				y: (value ?? 0) % 100,
				radius: 3,
			})),
		}),
	});
}
`,
			'src/charts/declared.ts': [
				["import type { Drawn, Figure, Kind } from './figure.ts';\n", "import { drawDots } from './kinds/dots.ts';\n"],
				['	life: drawLife,\n', '	dots: drawDots,\n'],
			],
			'src/styles/marks.ts': [["\t'.ch-grid': { stroke: 'grid' },\n", "\t'.ch-dot': { fill: 'currentColor' },\n"]],
		},
		outside: ['tests/charts/fixture.ts', 'content/README.md'],
	},
];
