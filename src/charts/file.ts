import type { Ledger } from '../ledger/ledger.ts';
import { plainText } from '../prose/words.ts';
import { writeCsv } from './csv.ts';
import { escapeXml } from './escape.ts';
import type { Figure } from './figure.ts';
import { licenceLine, publishersOf } from './provenance.ts';
import { wide } from './size.ts';
import { writeShapes } from './svg.ts';
import { textWidth, type Weight, wrap } from './text.ts';

const MARGIN = 16;
/** Above this many, publishers would fill the picture: sources are counted instead, and the chart's page names them. */
const MOST_NAMED = 20;

interface Line {
	readonly role: string;
	readonly text: string;
	readonly size: number;
	readonly weight: Weight;
}

function lines(role: string, text: string, size: number, weight: Weight = 'regular'): readonly Line[] {
	if (!text) return [];
	return wrap(text, wide.width, size, weight).map((line) => ({ role, text: line, size, weight }));
}

/** Lines below one another, from `top` down. */
function block(all: readonly Line[], top: number): { readonly svg: string; readonly bottom: number } {
	let y = top;
	const texts = all.map(({ role, text, size, weight }) => {
		y += Math.round(size * 1.3);
		const bold = weight === 'bold' ? ' font-weight="700"' : '';
		// A word that is wider than the picture is squeezed into it.
		const fit =
			textWidth(text, size, weight) > wide.width ? ` textLength="${wide.width}" lengthAdjust="spacingAndGlyphs"` : '';
		return `<text class="${role}" x="0" y="${y}" font-size="${size}"${bold}${fit}>${escapeXml(text)}</text>`;
	});
	return { svg: texts.join('\n'), bottom: y };
}

/** What stands below a picture that may be shown anywhere: who counted, under which licence, where it comes from. */
function footer(ledger: Ledger, figure: Figure, address: string): string {
	const names = publishersOf(ledger, figure);
	const sources =
		names.length === 0
			? ''
			: names.length > MOST_NAMED
				? `Sources: ${figure.sources.length}, each named on the chart’s page. `
				: `${names.length === 1 ? 'Source' : 'Sources'}: ${names.join('; ')}. `;
	const licences = licenceLine(figure);
	return `${sources}${licences && `${licences} `}Chart: Idlib, explained, CC\u00a0BY\u00a04.0. ${address}`;
}

/**
 * The wide drawing as a file of its own, with title, summary, sources and licence in it. Valid XML.
 * @param style rules for it, from `standAloneStyle`
 * @param address of the figure's page, absolute
 * @throws Error when the rules cannot stand in XML as they are
 */
export function svgFile(ledger: Ledger, figure: Figure, style: string, address: string): string {
	const { width, height, shapes } = figure.drawings.wide;
	if (/[<&]/.test(style)) throw new Error('The rules for drawings hold "<" or "&".');
	const title = plainText(ledger, figure.title);
	const head = block(
		[...lines('title', title, 20, 'bold'), ...lines('foot', plainText(ledger, figure.subtitle), wide.text)],
		0,
	);
	const top = Math.ceil(head.bottom + 12);
	const foot = block(lines('foot', footer(ledger, figure, address), wide.text), top + height + 4);
	const [outerWidth, outerHeight] = [width + 2 * MARGIN, Math.ceil(foot.bottom + 8) + 2 * MARGIN];
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-MARGIN} ${-MARGIN} ${outerWidth} ${outerHeight}" width="${outerWidth}" height="${outerHeight}" role="img" aria-labelledby="title desc" xml:lang="en">`,
		`<title id="title">${escapeXml(title)}</title>`,
		`<desc id="desc">${escapeXml(plainText(ledger, figure.summary))}</desc>`,
		// As it is: a policy names the rules by the hash of what a parser reads.
		`<style>${style}</style>`,
		`<rect class="paper" x="${-MARGIN}" y="${-MARGIN}" width="${outerWidth}" height="${outerHeight}"/>`,
		head.svg,
		`<g transform="translate(0 ${top})">${writeShapes(shapes)}</g>`,
		foot.svg,
		'</svg>',
		'',
	].join('\n');
}

/** The table as CSV: one row for each point, values for machines, dates as EDTF. */
export function csvFile(figure: Figure): string {
	return writeCsv(
		figure.table.columns.map(({ key }) => key),
		figure.table.rows.map((row) => row.map(({ value }) => value)),
	);
}

/**
 * The figure as JSON: its words, its points, its table and where they come from.
 * @param address of the figure's page, absolute
 */
export function jsonFile(ledger: Ledger, figure: Figure, address: string): string {
	const { id, subtitle, points, table, licences, notes } = figure;
	const keys = table.columns.map(({ key }) => key);
	const value = {
		id,
		page: address,
		title: plainText(ledger, figure.title),
		summary: plainText(ledger, figure.summary),
		subtitle: plainText(ledger, subtitle),
		points,
		table: {
			caption: table.caption,
			columns: table.columns,
			rows: table.rows.map((row) => Object.fromEntries(row.map((cell, at) => [keys[at] ?? '', cell.value]))),
		},
		notes,
		sources: figure.sources.map((source) => {
			const record = ledger.sources.get(source);
			return { id: source, title: record?.title, publisher: record?.publisher, url: record?.url };
		}),
		licences,
	};
	return `${JSON.stringify(value, undefined, '\t')}\n`;
}
