import type { Figure } from '../../charts/figure.ts';
import { formatDate } from '../../ledger/date.ts';
import { describeHeld } from '../../ledger/duration.ts';
import type { Ceasefire, Explainer, Ledger, Page } from '../../ledger/ledger.ts';
import { plainText } from '../../prose/words.ts';
import { bars } from './bars.ts';
import { block, colours, type Part, sentences } from './block.ts';
import { type Box, drawing, scaleIn } from './embed-chart.ts';
import { area, frame } from './frame.ts';

const title = (text: string, maxLines: number, width = area.width, sizes: readonly number[] = [60, 54, 48, 42]): Part =>
	block(text, { x: area.left, y: area.top, width, sizes, maxLines, weight: 'semibold', leading: 1.12 });

const asOf = (date: string) => `The story as of ${formatDate(date)}; what came later is marked`;

/** The front page: its title, and the first figures at a glance, each whole with its range, its source and its date. */
export function frontCard(ledger: Ledger, page: Page): string {
	const head = title(page.title, 2, area.width, [54, 48, 42]);
	const shown = (page.glance ?? []).slice(0, 3);
	const gap = 40;
	const width = (area.width - gap * (shown.length - 1)) / Math.max(1, shown.length);
	const left = (index: number) => area.left + index * (width + gap);
	const numbers = shown.map(({ figure }, index) =>
		block(plainText(ledger, figure), {
			x: left(index),
			y: head.bottom + 36,
			width,
			sizes: [42, 38, 34],
			maxLines: 2,
			weight: 'semibold',
			colour: colours.accent,
			leading: 1.1,
		}),
	);
	const y = Math.max(head.bottom, ...numbers.map(({ bottom }) => bottom)) + 10;
	const words = shown.map(({ label, when }, index) => {
		const common = { x: left(index), width };
		const day = block(when, { ...common, y, sizes: [22, 20, 18], maxLines: 1, colour: colours.warm });
		const text = block(plainText(ledger, label), {
			...common,
			y: day.bottom + 6,
			sizes: [24, 22, 20, 18],
			maxLines: 6,
		});
		return day.svg + text.svg;
	});
	const all = [head, ...numbers].map(({ svg }) => svg).concat(words);
	return frame('Figures at a glance', all.join(''), asOf(page.asOf));
}

/** Below this a drawing is all detail: its summary says more. */
const SMALLEST = 0.72;

/** The drawing of a figure, or its summary in whole sentences where the drawing is too tall for a picture. */
function figureIn(ledger: Ledger, figure: Figure, style: string, box: Box): string {
	if (scaleIn(figure, box) >= SMALLEST) return drawing(figure, style, box);
	return sentences(plainText(ledger, figure.summary), {
		...box,
		y: box.y + 16,
		sizes: [36, 34, 32, 30, 28],
		maxLines: Math.floor((box.height - 16) / 46),
		leading: 1.3,
	}).svg;
}

/** What an explainer shows first among its drawings, where it has one. */
export type Shown =
	| { readonly type: 'chart'; readonly figure: Figure }
	| { readonly type: 'ceasefires'; readonly marked?: string };

/** An explainer: its title, and its first drawing or its own short description. */
export function explainerCard(ledger: Ledger, explainer: Explainer, shown: Shown | undefined, style: string): string {
	const kind = `Explainer: ${explainer.short}`;
	if (shown === undefined) {
		const head = title(explainer.title, 3);
		const dek = sentences(plainText(ledger, explainer.dek), {
			x: area.left,
			y: head.bottom + 28,
			width: area.width,
			sizes: [32, 30, 28, 26],
			maxLines: 5,
			colour: colours.muted,
			leading: 1.3,
		});
		return frame(kind, head.svg + dek.svg, asOf(explainer.asOf));
	}
	const head = title(explainer.title, 2, area.width, [50, 46, 42, 38]);
	const box = { x: area.left, y: head.bottom + 18, width: area.width, height: area.bottom - head.bottom - 30 };
	const below =
		shown.type === 'chart'
			? figureIn(ledger, shown.figure, style, box)
			: bars(ledger, { ...box, ...(shown.marked === undefined ? {} : { marked: new Set([shown.marked]) }) });
	return frame(kind, head.svg + below, asOf(explainer.asOf));
}

const sourcesLine = (ledger: Ledger, figure: Figure): string => {
	const names = [...new Set(figure.sources.flatMap((id) => ledger.sources.get(id)?.publisher ?? []))];
	if (names.length > 3) return `From ${names.length} publishers, each named with its figures`;
	return `Source: ${names.join('; ')}`;
};

/** A chart: what to see, what is counted, the drawing itself, its sources. */
export function chartCard(ledger: Ledger, figure: Figure, style: string): string {
	const head = title(plainText(ledger, figure.title), 2, area.width, [44, 40, 36]);
	const unit = block(figure.subtitle, {
		x: area.left,
		y: head.bottom + 6,
		width: area.width,
		sizes: [22, 20, 18],
		maxLines: 1,
		colour: colours.muted,
	});
	const top = figure.subtitle ? unit.bottom : head.bottom;
	const box = { x: area.left, y: top + 10, width: area.width, height: area.bottom - top - 14 };
	return frame('Chart', head.svg + unit.svg + figureIn(ledger, figure, style, box), sourcesLine(ledger, figure));
}

/** A ceasefire: its dates, how long it held, and its place among all the others. */
export function ceasefireCard(ledger: Ledger, ceasefire: Ceasefire): string {
	const { inForce, ended, endedCertainty } = ceasefire;
	const head = title(ceasefire.name, 2);
	const end = ended
		? `ended ${endedCertainty === 'about' ? 'around ' : ''}${formatDate(ended)}`
		: 'no day is known on which it ended';
	const dates = block(`In force ${formatDate(inForce)}; ${end}`, {
		x: area.left,
		y: head.bottom + 12,
		width: area.width,
		sizes: [32, 28, 26],
		maxLines: 1,
		colour: colours.warm,
	});
	const y = dates.bottom + 20;
	const marked = new Set([ceasefire.id]);
	const row = bars(ledger, { x: area.left, y, width: area.width, height: area.bottom - y - 6, marked });
	const length = describeHeld(ceasefire);
	const foot = ended ? `In force for ${length}, kept or not` : 'How long it was in force is not known';
	return frame('Ceasefire', head.svg + dates.svg + row, `${foot}. In grey: every other ceasefire listed`);
}
