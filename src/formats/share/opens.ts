import type { Explainer, Ledger, Page } from '../../ledger/ledger.ts';
import { whereOf } from '../../ledger/speaker.ts';
import { bodyOf } from '../../prose/body.ts';
import { attributesOf, isComponent } from '../../prose/nodes.ts';
import { required, wordsOf } from '../../prose/words.ts';
import { area, block, colours, type Part } from './block.ts';

const GAP = 32;
const LOOKS = {
	head: { scale: 0.75, colour: colours.muted, weight: 'regular' },
	loud: { scale: 1.2, colour: colours.warm, weight: 'semibold' },
	plain: { scale: 1, colour: colours.ink, weight: 'regular' },
} as const;

/** One row of what opens a page: a text for each column. */
interface Row {
	readonly cells: readonly string[];
	readonly look: keyof typeof LOOKS;
}

/** The first table or pair of passages of a text; nothing where it is all words. */
function opensWith(ledger: Ledger, page: Explainer | Page): readonly Row[] {
	for (const node of bodyOf(page).children) {
		if (node.type === 'table')
			return node.children.map(({ children }, index) => ({
				cells: children.map((cell) => wordsOf(ledger, [cell]).trim()),
				look: index === 0 ? 'head' : 'plain',
			}));
		if (!isComponent(node) || node.name !== 'Compare') continue;
		const { first = '', second = '', firstWords = '', secondWords = '' } = attributesOf(node);
		const claims = [first, second].map((id) => required(ledger.claims.get(id), 'claim', id));
		const from = claims.map(({ source }) => whereOf(ledger, required(ledger.sources.get(source), 'source', source)));
		const quoted = (words: string) => `“${words.replace(/^“|”$/g, '')}”`;
		return [
			{ cells: from, look: 'head' },
			{ cells: [quoted(firstWords), quoted(secondWords)], look: 'loud' },
			{ cells: claims.map(({ quote = '' }) => quoted(quote)), look: 'plain' },
		];
	}
	return [];
}

/** Rows below one another, their cells in columns, a rule above each. */
function grid(rows: readonly Row[], top: number, full: number): Part {
	const width = (area.width + GAP) / Math.max(1, ...rows.map(({ cells }) => cells.length));
	let bottom = top;
	const drawn = rows.map(({ cells, look }) => {
		const { scale, colour, weight } = LOOKS[look];
		const rule = `<rect x="${area.left}" y="${bottom}" width="${area.width}" height="1" fill="${colours.rule}"/>`;
		const parts = cells.map((text, column) => {
			const at = { x: area.left + column * width, y: bottom + 10, width: width - GAP };
			return block(text, { ...at, sizes: [full * scale, full * scale * 0.85], maxLines: 12, colour, weight });
		});
		bottom = Math.ceil(Math.max(...parts.map((part) => part.bottom)) + 10);
		return rule + parts.map(({ svg }) => svg).join('');
	});
	return { svg: drawn.join(''), bottom };
}

/** What a page without a drawing shows first beside its words, as large as there is room below its title. */
export function openingGrid(ledger: Ledger, page: Explainer | Page, top: number): string {
	const rows = opensWith(ledger, page);
	if (rows.length === 0) return '';
	const sizes = [44, 40, 36, 32, 28, 24, 20].map((size) => grid(rows, top, size));
	return (sizes.find(({ bottom }) => bottom <= area.bottom) ?? sizes.at(-1))?.svg ?? '';
}
