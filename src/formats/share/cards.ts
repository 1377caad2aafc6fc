import type { Figure } from '../../charts/figure.ts';
import { drawFigure } from '../../charts/figures.ts';
import { type Box, EDGE, type Size, sizes } from '../../charts/scene.ts';
import { slivers } from '../../charts/timeline/truces.ts';
import { formatDate } from '../../ledger/date.ts';
import { describeHeld, endWords } from '../../ledger/duration.ts';
import { type Ceasefire, type Explainer, type Ledger, type Page, siteOf } from '../../ledger/ledger.ts';
import { plainText } from '../../prose/words.ts';
import { area, block, colours, frame, type Part } from './block.ts';
import { drawing, marksIn, wholeIn } from './embed-chart.ts';
import { openingGrid } from './opens.ts';

/** Text across the whole picture. */
const across = (text: string, y: number, how: Omit<Parameters<typeof block>[1], 'x' | 'y' | 'width'>): Part =>
	block(text, { x: area.left, y, width: area.width, ...how });
const title = (text: string, maxLines: number, sizes: readonly number[] = [60, 54, 48, 42]): Part =>
	across(text, area.top, { sizes, maxLines, weight: 'semibold', leading: 1.12 });

const dated = ({ asOf, updated }: Explainer | Page) =>
	asOf < updated ? `The story as of ${formatDate(asOf)}; what came later is marked` : `Updated ${formatDate(updated)}`;

/** Smaller letters than these cannot be read where a picture is shown at a third of its width. */
const READABLE = 20;
const BESIDE = 600;

/** A title with a drawing: below it where all of it can be read there, else beside it, with fewer words where it has many. */
function pictured(name: string, kind: string, words: string, figure: Figure, style: string, foot: string): string {
	const head = title(words, 2, [46, 42, 38]);
	const y = head.bottom + 16;
	const below = { x: area.left, y, width: area.width, height: area.bottom - y - 8 };
	const whole = wholeIn(figure, below);
	const put = ({ scene: { shapes, width, height } }: typeof whole, box: Box) =>
		drawing(shapes, { x: -EDGE, y: -EDGE, width: width + 2 * EDGE, height: height + 2 * EDGE }, style, box);
	if (whole.letters >= READABLE) return frame(name, kind, head.svg + put(whole, below), foot);
	const box = { x: area.right - BESIDE, y: 40, width: BESIDE, height: area.bottom - 48 };
	const narrow = { x: area.left, y: area.top + 40, width: area.width - BESIDE - 40, maxLines: 7 };
	const text = block(words, { ...narrow, sizes: [48, 44, 40, 36], weight: 'semibold', leading: 1.14 });
	const side = wholeIn(figure, box);
	const shown = side.letters >= READABLE ? put(side, box) : marksIn(figure, style, box, READABLE);
	return frame(name, kind, text.svg + shown, foot);
}

/** The front page or an explainer: its title, and the drawing, table or passages that open it, else what it says of itself. */
export function pageCard(ledger: Ledger, page: Explainer | Page, kind: string, style: string): string {
	const figure = page.opening === undefined ? undefined : drawFigure(ledger, page.opening);
	if (figure) return pictured(siteOf(ledger).title, kind, page.title, figure, style, dated(page));
	const small = title(page.title, 2, [46, 42, 38]);
	const opens = openingGrid(ledger, page, Math.round(small.bottom + 24));
	if (opens) return frame(siteOf(ledger).title, kind, small.svg + opens, dated(page));
	const head = title(page.title, 3);
	const how = { sizes: [32, 30, 28, 26], maxLines: 6, colour: colours.muted, leading: 1.3 };
	const dek = across(plainText(ledger, page.dek), head.bottom + 28, how);
	return frame(siteOf(ledger).title, kind, head.svg + dek.svg, dated(page));
}

const sourcesLine = (ledger: Ledger, figure: Figure): string => {
	const names = [...new Set(figure.sources.flatMap((id) => ledger.sources.get(id)?.publisher ?? []))];
	if (names.length > 3) return `From ${names.length} publishers, each named with its figures`;
	return `Source: ${names.join('; ')}`;
};

/** A chart or a map: what to see, the drawing itself, its sources. */
export function figureCard(ledger: Ledger, figure: Figure, style: string): string {
	const [kind, words] = [ledger.maps.has(figure.id) ? 'Map' : 'Chart', plainText(ledger, figure.title)];
	return pictured(siteOf(ledger).title, kind, words, figure, style, sourcesLine(ledger, figure));
}

/** A ceasefire: its dates, how long it held, and its place among all the others. */
export function ceasefireCard(ledger: Ledger, ceasefire: Ceasefire, style: string): string {
	const { inForce, ended } = ceasefire;
	const head = title(ceasefire.name, 2);
	const words = endWords(ceasefire);
	const end = words === 'not known' ? 'no day is known on which it ended' : `ended ${words}`;
	const how = { sizes: [32, 28, 26], maxLines: 1, colour: colours.warm };
	const dates = across(`In force ${formatDate(inForce)}; ${end}`, head.bottom + 12, how);
	const y = dates.bottom + 20;
	const box = { x: area.left, y, width: area.width, height: area.bottom - y - 6 };
	const all = [...ledger.ceasefires.values()];
	const size: Size = { ...sizes.middle, width: (box.width * 14) / READABLE };
	const high = (box.height * 14) / READABLE;
	const row = (high - 2 * size.lineHeight) / (all.length + 1);
	const { shapes, under } = slivers(all, ceasefire, size, row, 2 * row);
	const drawn = drawing([...under(high), ...shapes], { x: 0, y: 0, width: size.width, height: high }, style, box);
	const long = ended ? `In force for ${describeHeld(ceasefire)}, kept or not` : 'How long it was in force is not known';
	const foot = `${long}. In grey: every other ceasefire listed`;
	return frame(siteOf(ledger).title, 'Ceasefire', head.svg + dates.svg + drawn, foot);
}
