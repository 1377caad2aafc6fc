import { drawChart } from '../charts/declared.ts';
import type { Figure } from '../charts/figure.ts';
import { drawFigure, figureIds } from '../charts/figures.ts';
import type { Ceasefire, Explainer, Ledger } from '../ledger/ledger.ts';
import { bodyOf } from '../prose/body.ts';
import { attributesOf, componentsIn } from '../prose/nodes.ts';
import { plainText } from '../prose/words.ts';
import { frontPicture, sharePath } from '../routes.ts';
import { ceasefireCard, chartCard, explainerCard, frontCard, type Shown } from './share/cards.ts';
import { size } from './share/frame.ts';

/** A share image: what sites that show a link put beside it. */
export interface ShareImage {
	/** Path from the site's root. */
	readonly path: string;
	/** What it shows, for those who do not see it. */
	readonly alt: string;
}

export const shareSize = size;

/**
 * Every picture the site has, by its path below /share/ without ending, each drawn when asked.
 * @param explainers those that are published
 * @param style rules for stand-alone drawings, from charts/style.ts
 */
export function shareCards(
	ledger: Ledger,
	explainers: readonly Explainer[],
	style: string,
): ReadonlyMap<string, () => string> {
	const cards = new Map<string, () => string>();
	const front = ledger.pages.get('front');
	if (front) cards.set('front', () => frontCard(ledger, front));
	for (const explainer of explainers)
		cards.set(`explainers/${explainer.id}`, () =>
			explainerCard(ledger, explainer, firstShown(ledger, explainer), style),
		);
	for (const id of figureIds(ledger)) cards.set(`charts/${id}`, () => chartCard(ledger, drawFigure(ledger, id), style));
	for (const ceasefire of ledger.ceasefires.values())
		cards.set(`ceasefires/${ceasefire.id}`, () => ceasefireCard(ledger, ceasefire));
	return cards;
}

/** The first drawing in an explainer's text. */
function firstShown(ledger: Ledger, explainer: Explainer): Shown | undefined {
	const [first] = componentsIn(bodyOf(explainer).children, 'Chart', 'Ceasefires', 'Ceasefire', 'Accounts');
	if (!first) return undefined;
	const { name } = first;
	const { id: named, about, measure } = attributesOf(first);
	const id = name === 'Accounts' ? chartOf(ledger, about, measure) : named;
	if (name === 'Ceasefires') return { type: 'ceasefires' };
	if (name === 'Ceasefire' && id) return { type: 'ceasefires', marked: id };
	if (id) return { type: 'chart', figure: drawChart(ledger, id) };
	return undefined;
}

/** The chart that draws the accounts of one thing. */
function chartOf(ledger: Ledger, about: string | undefined, measure: string | undefined): string | undefined {
	return [...ledger.charts.values()].find(
		(chart) => chart.kind === 'accounts' && chart.about === about && chart.measure === measure,
	)?.id;
}

const image = (path: string, alt: string): ShareImage => ({ path, alt });

/** The picture of the front page, and of every page without one of its own. */
export const frontImage = image(
	frontPicture,
	'Idlib, explained: the ceasefire of March 2020, the strike of October 2020, and the people displaced.',
);
export const explainerImage = (explainer: Explainer): ShareImage =>
	image(sharePath('explainer', explainer.id), explainer.title);
export const chartImage = (ledger: Ledger, chart: Pick<Figure, 'id' | 'title'>): ShareImage =>
	image(sharePath('chart', chart.id), `Chart: ${plainText(ledger, chart.title)}`);
export const ceasefireImage = ({ id, name }: Ceasefire): ShareImage =>
	image(sharePath('ceasefire', id), `${name}: when it was in force, among all ceasefires listed.`);
