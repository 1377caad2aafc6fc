import type { BlockContent } from 'mdast';
import { drawFigure } from '../charts/figures.ts';
import { forReaders } from '../charts/table.ts';
import { accounts } from '../ledger/accounts.ts';
import { formatDate, toDate } from '../ledger/date.ts';
import { endWords } from '../ledger/duration.ts';
import type { Ceasefire } from '../ledger/ledger.ts';
import { formatQuantity } from '../ledger/quantity.ts';
import { speakerOf } from '../ledger/speaker.ts';
import type { Attributes } from '../prose/nodes.ts';
import { plainText, required } from '../prose/words.ts';
import { heading, list, paragraph, strong, table, text } from './nodes.ts';
import { prose, type Resolving, toRecord, toSource } from './resolve.ts';

/** When a ceasefire took effect and ended, in words. */
function dates(ceasefire: Ceasefire): string {
	const end = endWords(ceasefire);
	return `in force ${formatDate(ceasefire.inForce)}; ${end === 'not known' ? 'no end found' : `ended ${end}`}`;
}

function accountsTable(to: Resolving, about: string, measure: string): readonly BlockContent[] {
	const { ledger } = to;
	const rows = accounts(ledger, about, measure).map(({ claim, superseded }) => {
		const source = ledger.sources.get(claim.source);
		return [
			toRecord(to, 'claim', claim.id, claim.quantity ? formatQuantity(claim.quantity) : 'in words'),
			`${speakerOf(ledger, claim)}${superseded ? ' (later changed)' : ''}`,
			source ? toSource(to, source) : '',
			[claim.said ? formatDate(claim.said) : 'day not known', claim.note].filter(Boolean).join('. '),
		];
	});
	const label = ledger.measures.get(measure)?.label ?? measure;
	return [paragraph(strong(`${label}: every account.`)), table(['Figure', 'Who says so', 'In', 'Said'], rows)];
}

function figureBlocks(to: Resolving, id: string): readonly BlockContent[] {
	const { ledger } = to;
	const figure = drawFigure(ledger, id);
	const sources = figure.sources.flatMap((source) => ledger.sources.get(source) ?? []);
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
			...sources.flatMap((source, index) => [text(index === 0 ? '' : '; '), toSource(to, source)]),
			'. ',
			toRecord(to, 'chart', id, 'The chart'),
		),
	];
}

function ceasefiresList(to: Resolving, { covers, from, to: until }: Attributes): BlockContent {
	const chosen = [...to.ledger.ceasefires.values()].filter(
		(one) =>
			(covers === undefined || one.covers === covers) &&
			(from === undefined || toDate(one.inForce).min >= toDate(from).min) &&
			(until === undefined || toDate(one.inForce).min <= toDate(until).max),
	);
	const items = chosen.map((one) => paragraph(toRecord(to, 'ceasefire', one.id, one.name), `: ${dates(one)}`));
	return list(items, true);
}

/**
 * What a block component says, without a drawing.
 * @throws Error for a component that content may not use, or a record that is not there
 */
export function block(to: Resolving, name: string, attributes: Attributes): readonly BlockContent[] {
	const { ledger } = to;
	const { id = '', about = '', measure = '' } = attributes;
	switch (name) {
		case 'Accounts':
			return accountsTable(to, about, measure);
		case 'Chart':
		case 'Map':
			return figureBlocks(to, id);
		case 'Ceasefires':
			return [ceasefiresList(to, attributes)];
		case 'Ceasefire': {
			const one = required(ledger.ceasefires.get(id), name.toLowerCase(), id);
			const deal = toRecord(to, 'ceasefire', id, one.name);
			return [paragraph(deal, `: ${dates(one)}. `, ...prose(to, one.outcome))];
		}
		default:
			throw new Error(`There is no component <${name}>.`);
	}
}
