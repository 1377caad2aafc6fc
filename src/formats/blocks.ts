import type { BlockContent } from 'mdast';
import { drawFigure } from '../charts/figures.ts';
import { forReaders } from '../charts/table.ts';
import { accounts } from '../ledger/accounts.ts';
import { formatDate } from '../ledger/date.ts';
import { formatQuantity } from '../ledger/quantity.ts';
import { speakerOf } from '../ledger/speaker.ts';
import type { Attributes } from '../prose/nodes.ts';
import { plainText } from '../prose/words.ts';
import { heading, paragraph, strong, table } from './nodes.ts';
import { type Resolving, toRecord, toSource } from './resolve.ts';

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
	const named = sources.flatMap((source, index) => [index === 0 ? '' : '; ', toSource(to, source)]);
	const { columns, rows } = forReaders(figure.table);
	const head = columns.map(({ label, unit }) => (unit ? `${label} (${unit})` : label));
	const cells = rows.map((row) => row.map((cell) => cell.text));
	return [
		heading(3, plainText(ledger, figure.title)),
		paragraph(plainText(ledger, figure.summary)),
		table(head, cells),
		paragraph('Sources: ', ...named, '. ', toRecord(to, 'chart', id, 'The chart')),
	];
}

/**
 * What a block component says, without a drawing.
 * @throws Error for a component that content may not use, or a record that is not there
 */
export function block(to: Resolving, name: string, attributes: Attributes): readonly BlockContent[] {
	const { id = '', about = '', measure = '' } = attributes;
	if (name === 'Accounts') return accountsTable(to, about, measure);
	if (name === 'Chart' || name === 'Map') return figureBlocks(to, id);
	throw new Error(`There is no component <${name}>.`);
}
