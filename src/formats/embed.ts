import type { Figure } from '../charts/figure.ts';
import { licenceLine, publishersOf } from '../charts/provenance.ts';
import { EDGE } from '../charts/scene.ts';
import { wrap } from '../charts/text.ts';
import { type Ledger, siteOf } from '../ledger/ledger.ts';
import { plainText } from '../prose/words.ts';
import { escapeMarkup } from './escape.ts';

/**
 * The words of an embedded chart, in the order in which they stand; the last lead to the chart's page. Sources are named
 * up to five publishers; of more, the number is told and that page names them.
 */
export function embedWords(ledger: Ledger, figure: Figure) {
	const names = publishersOf(ledger, figure);
	const sources = names.length > 5 ? `${figure.sources.length}, each named on the chart’s page` : names.join('; ');
	const licences = licenceLine(figure);
	return {
		title: plainText(ledger, figure.title),
		summary: plainText(ledger, figure.summary),
		sources: `${names.length === 1 ? 'Source' : 'Sources'}: ${sources}.${licences && ` ${licences}`}`,
		more: `Table, sources and data: ${siteOf(ledger).title}`,
	};
}

type EmbedWords = ReturnType<typeof embedWords>;

/** The drawings of an embed: a frame is seldom wider than the middle one. */
export const embedLayouts = ['narrow', 'middle'] as const;

/** Heights in CSS pixels that the frame needs at most, for each of its layouts. */
type EmbedHeights = Readonly<Record<(typeof embedLayouts)[number], number>>;

/** Frames are this wide at least. */
const LEAST = 320;
/** From this width of the frame on the middle drawing is shown: 30rem and the padding, as in styles/figure.css. */
const MIDDLE_FROM = 504;
const PADDING = 24;
/** Largest width of each drawing, as in styles/embed.css. */
const LARGEST = { middle: 560, narrow: 320 } as const;

/** Height of an embed page at a width: type sizes, line heights and margins as in styles/figure.css and styles/embed.css. */
function heightAt(words: EmbedWords, figure: Figure, width: number): number {
	const room = width - PADDING;
	const lines = (text: string, size: number, weight: 'regular' | 'bold' = 'regular', most = room) =>
		text === '' ? 0 : wrap(text, Math.min(room, most), size, weight).length;
	const layout = width >= MIDDLE_FROM ? 'middle' : 'narrow';
	const drawing = figure.drawings[layout];
	return (
		PADDING +
		lines(words.title, 20, 'bold') * 25 +
		4 +
		lines(words.summary, 15, 'regular', 672) * 22.5 +
		8 +
		(Math.min(room, LARGEST[layout]) * (drawing.height + 2 * EDGE)) / (drawing.width + 2 * EDGE) +
		12 +
		lines(`${words.sources} ${words.more}`, 14) * 21
	);
}

/** What an embed needs at most, over all widths of each layout: fewer lines of text, but a larger drawing, the wider it is. */
export function embedHeights(words: EmbedWords, figure: Figure): EmbedHeights {
	const most = (widths: readonly number[]) =>
		Math.ceil(Math.max(...widths.map((width) => heightAt(words, figure, width))));
	const every = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
	return { narrow: most(every(LEAST, MIDDLE_FROM)), middle: most(every(MIDDLE_FROM, LARGEST.middle + PADDING + 1)) };
}

/**
 * The frame to paste into another site. Its height follows the layout that its width leads to, without script; where a
 * site strips styles, the height is the larger of the two.
 * @param address of the embed page, absolute
 */
export function embedCode(address: string, title: string, { middle, narrow }: EmbedHeights): string {
	const [low, high] = [Math.min(middle, narrow), Math.max(middle, narrow)];
	// A slope so steep that it is a step: one height below the width at which the layout changes, one above.
	const step = narrow > middle ? `${MIDDLE_FROM}px - 100cqi` : `100cqi - ${MIDDLE_FROM - 1}px`;
	return (
		`<div style="container-type:inline-size"><iframe src="${escapeMarkup(address)}" title="${escapeMarkup(title)}" ` +
		`width="100%" height="${high}" loading="lazy" style="border:0;height:clamp(${low}px,(${step})*9999,${high}px)"></iframe></div>`
	);
}

/** For sites that want each frame to be exactly as high as its chart: takes up the heights that the frames report. */
export function embedListener(site: string): string {
	return `<script>
addEventListener('message', ({ data, origin, source }) => {
  if (origin !== '${new URL(site).origin}' || data?.type !== 'chart:height') return;
  for (const frame of document.querySelectorAll('iframe'))
    if (frame.contentWindow === source) frame.style.height = data.height + 'px';
});
</script>`;
}
