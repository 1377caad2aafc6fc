import type { BlockContent } from 'mdast';
import type { Figure } from '../charts/figure.ts';
import { drawFigure } from '../charts/figures.ts';
import { forReaders } from '../charts/table.ts';
import { accounts } from '../ledger/accounts.ts';
import { formatDate, toDate } from '../ledger/date.ts';
import { endWords } from '../ledger/duration.ts';
import type { Ceasefire } from '../ledger/ledger.ts';
import { address } from '../ledger/link.ts';
import { formatQuantity } from '../ledger/quantity.ts';
import { speakerOf } from '../ledger/speaker.ts';
import { plainText } from '../prose/words.ts';
import { sourceLine } from './cite.ts';
import { heading, link, list, paragraph, strong, table, text } from './nodes.ts';
import { prose, type Resolving } from './resolve.ts';
import { absolute } from './site.ts';

type Attributes = Readonly<Record<string, string>>;

/** When a ceasefire took effect and ended, in words. */
function dates(ceasefire: Ceasefire): string {
	const end = endWords(ceasefire);
	return `in force ${formatDate(ceasefire.inForce)}; ${end === 'not known' ? 'no end found' : `ended ${end}`}`;
}

function accountsTable({ ledger, site }: Resolving, about: string, measure: string): readonly BlockContent[] {
	const rows = accounts(ledger, about, measure).map(({ claim, superseded }) => {
		const source = ledger.sources.get(claim.source);
		return [
			link(absolute(site, address('claim', claim.id)), claim.quantity ? formatQuantity(claim.quantity) : 'in words'),
			`${speakerOf(ledger, claim)}${superseded ? ' (later changed)' : ''}`,
			source ? link(source.url ?? absolute(site, address('source', source.id)), sourceLine(source)) : '',
			[claim.said ? formatDate(claim.said) : 'day not known', claim.note].filter(Boolean).join('. '),
		];
	});
	const label = ledger.measures.get(measure)?.label ?? measure;
	return [paragraph(strong(`${label}: every account.`)), table(['Figure', 'Who says so', 'In', 'Said'], rows)];
}

function figureBlocks({ ledger, site }: Resolving, figure: Figure): readonly BlockContent[] {
	const sources = figure.sources.flatMap((id) => ledger.sources.get(id) ?? []);
	const { columns, rows } = forReaders(figure.table);
	return [
		heading(3, plainText(ledger, figure.title)),
		paragraph(plainText(ledger, figure.summary)),
		table(
			columns.map(({ label, unit }) => (unit ? `${label} (${unit})` : label)),
			rows.map((cells) => cells.map((cell) => cell.text)),
		),
		paragraph(
			'Sources: ',
			...sources.flatMap((source, index) => [
				text(index === 0 ? '' : '; '),
				link(source.url ?? absolute(site, address('source', source.id)), sourceLine(source)),
			]),
			'. ',
			link(absolute(site, address('chart', figure.id)), 'The chart'),
		),
	];
}

function ceasefiresList({ ledger, site }: Resolving, { covers, from, to }: Attributes): readonly BlockContent[] {
	const chosen = [...ledger.ceasefires.values()].filter(
		(one) =>
			(covers === undefined || one.covers === covers) &&
			(from === undefined || toDate(one.inForce).min >= toDate(from).min) &&
			(to === undefined || toDate(one.inForce).min <= toDate(to).max),
	);
	return [
		list(
			chosen.map((one) =>
				paragraph(link(absolute(site, address('ceasefire', one.id)), one.name), text(`: ${dates(one)}`)),
			),
			true,
		),
	];
}

/**
 * What a block component says, without a drawing.
 * @throws Error for a component that content may not use, or a record that is not there
 */
export function block(to: Resolving, name: string, attributes: Attributes): readonly BlockContent[] {
	const { ledger, site } = to;
	switch (name) {
		case 'Accounts':
			return accountsTable(to, attributes['about'] ?? '', attributes['measure'] ?? '');
		case 'Chart':
			return figureBlocks(to, drawFigure(ledger, attributes['id'] ?? ''));
		case 'Ceasefires':
			return ceasefiresList(to, attributes);
		case 'Ceasefire': {
			const one = ledger.ceasefires.get(attributes['id'] ?? '');
			if (!one) throw new Error(`There is no ceasefire "${attributes['id']}".`);
			return [
				paragraph(
					link(absolute(site, address('ceasefire', one.id)), one.name),
					text(`: ${dates(one)}. `),
					...prose(to, one.outcome),
				),
			];
		}
		case 'Map':
			return figureBlocks(to, drawFigure(ledger, attributes['id'] ?? ''));
		default:
			throw new Error(`There is no component <${name}>.`);
	}
}
