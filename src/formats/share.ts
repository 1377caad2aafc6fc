import type { Figure } from '../charts/figure.ts';
import { drawFigure, figureIds } from '../charts/figures.ts';
import { type Ceasefire, type Explainer, type Ledger, siteOf } from '../ledger/ledger.ts';
import { plainText } from '../prose/words.ts';
import { frontPicture, sharePath } from '../routes.ts';
import { ceasefireCard, figureCard, pageCard } from './share/cards.ts';

export { size as shareSize } from './share/block.ts';

/** A share image: what sites that show a link put beside it. */
export interface ShareImage {
	/** Path from the site's root. */
	readonly path: string;
	/** What it shows, for those who do not see it. */
	readonly alt: string;
}

type Cards = ReadonlyMap<string, () => string>;

/**
 * Every picture the site has, by its path below /share/ without ending, each drawn when asked.
 * @param explainers those that are published
 * @param style rules for stand-alone drawings, from styles/marks.ts
 */
export function shareCards(ledger: Ledger, explainers: readonly Explainer[], style: string): Cards {
	const cards = new Map<string, () => string>();
	const front = ledger.pages.get('front');
	if (front) cards.set('front', () => pageCard(ledger, front, '', style));
	for (const one of explainers) cards.set(`explainers/${one.id}`, () => pageCard(ledger, one, 'Explainer', style));
	for (const id of figureIds(ledger))
		cards.set(`charts/${id}`, () => figureCard(ledger, drawFigure(ledger, id), style));
	for (const ceasefire of ledger.ceasefires.values())
		cards.set(`ceasefires/${ceasefire.id}`, () => ceasefireCard(ledger, ceasefire, style));
	return cards;
}

const image = (path: string, alt: string): ShareImage => ({ path, alt });

/** The picture of the front page, and of every page without one of its own. */
export const frontImage = (ledger: Ledger): ShareImage => image(frontPicture, siteOf(ledger).picture);
export const explainerImage = (explainer: Explainer): ShareImage =>
	image(sharePath('explainer', explainer.id), explainer.title);
export const chartImage = (ledger: Ledger, chart: Pick<Figure, 'id' | 'title'>): ShareImage =>
	image(sharePath('chart', chart.id), `Chart: ${plainText(ledger, chart.title)}`);
export const ceasefireImage = ({ id, name }: Ceasefire): ShareImage =>
	image(sharePath('ceasefire', id), `${name}: when it was in force, among all ceasefires listed.`);
