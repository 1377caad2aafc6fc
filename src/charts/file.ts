import { type Ledger, siteOf } from '../ledger/ledger.ts';
import { plainText } from '../prose/words.ts';
import { writeCsv } from './csv.ts';
import { escapeXml } from './escape.ts';
import type { Figure } from './figure.ts';
import { round } from './marks.ts';
import { licenceLine, publishersOf } from './provenance.ts';
import type { TextShape, Weight } from './scene.ts';
import { writeShapes } from './svg.ts';
import { textWidth, wrap } from './text.ts';

const [MARGIN, SMALL] = [16, 15];
/** Above this many, publishers would fill the picture: sources are counted instead, and the chart's page names them. */
const MOST_NAMED = 20;

/** Lines of text below one another, from `top` down; a word that is wider than the picture is set smaller. */
function block(
	role: string,
	words: string,
	top: number,
	full: number,
	weight: Weight,
	width: number,
): readonly TextShape[] {
	let y = top;
	return (words === '' ? [] : wrap(words, width, full, weight)).map((text): TextShape => {
		const size = round(full * Math.min(1, width / Math.max(1, textWidth(text, full, weight))));
		y += Math.round(full * 1.3);
		return { type: 'text', role, x: 0, y, anchor: 'start', lines: [text], size, lineHeight: size, weight };
	});
}

/** What stands below a picture that may be shown anywhere: who counted, under which licence, where it comes from. */
function footer(ledger: Ledger, figure: Figure, address: string | undefined): string {
	const names = publishersOf(ledger, figure);
	const sources =
		names.length === 0
			? ''
			: names.length > MOST_NAMED
				? `Sources: ${figure.sources.length}, each named on the chart’s page. `
				: `${names.length === 1 ? 'Source' : 'Sources'}: ${names.join('; ')}. `;
	const licences = licenceLine(figure);
	return `${sources}${licences && `${licences} `}Chart: ${siteOf(ledger).title}, ${siteOf(ledger).licence.replaceAll(' ', '\u00a0')}.${address ? ` ${address}` : ''}`;
}

/**
 * A drawing with title, sources and licence around it: what a file and a picture of it are written from. Its box is
 * measured from the margin's corner, its top is where the drawing begins.
 * @param address of the figure's page, absolute
 */
export function standAlone(ledger: Ledger, figure: Figure, address: string | undefined) {
	const { width, height, shapes } = figure.drawings.wide;
	const title = plainText(ledger, figure.title);
	const head = block('title', title, 0, 24, 'bold', width);
	const top = Math.ceil((head.at(-1)?.y ?? 0) + 12);
	const foot = block('foot', footer(ledger, figure, address), top + height + 4, SMALL, 'regular', width);
	const bottom = Math.ceil((foot.at(-1)?.y ?? top + height) + 8);
	const box = { x: -MARGIN, y: -MARGIN, width: width + 2 * MARGIN, height: bottom + 2 * MARGIN };
	return { title, box, words: [...head, ...foot], top, shapes };
}

/**
 * The wide drawing as a file of its own, with title, summary, sources and licence in it. Valid XML.
 * @param style rules for it, from `standAloneStyle`
 * @param address of the figure's page, absolute; left out where the site has none
 * @throws Error when the rules cannot stand in XML as they are
 */
export function svgFile(ledger: Ledger, figure: Figure, style: string, address: string | undefined): string {
	if (/[<&]/.test(style)) throw new Error('The rules for drawings hold "<" or "&".');
	const { title, box, words, top, shapes } = standAlone(ledger, figure, address);
	const { x, y, width, height } = box;
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc" xml:lang="en">`,
		`<title id="title">${escapeXml(title)}</title>`,
		`<desc id="desc">${escapeXml(plainText(ledger, figure.summary))}</desc>`,
		// As it is: a policy names the rules by the hash of what a parser reads.
		`<style>${style}</style>`,
		`<rect class="paper" x="${x}" y="${y}" width="${width}" height="${height}"/>`,
		writeShapes(words),
		`<g transform="translate(0 ${top})">${writeShapes(shapes)}</g>`,
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
 * @param address of the figure's page, absolute; left out where the site has none
 */
export function jsonFile(ledger: Ledger, figure: Figure, address: string | undefined): string {
	const { id, points, table, licences, notes } = figure;
	const keys = table.columns.map(({ key }) => key);
	const value = {
		id,
		page: address,
		title: plainText(ledger, figure.title),
		summary: plainText(ledger, figure.summary),
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
