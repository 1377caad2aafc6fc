import type { Kind } from '../ledger/problem.ts';

/** A field that holds words of ours (not of a source), and what may stand in it. */
export interface Field {
	/** Names from the top of the record with dots; `*` for each item of a list. */
	readonly path: string;
	/** sourced: a figure must be a reference. free: the record itself is the evidence, or the field cannot hold one. */
	readonly figures: 'sourced' | 'free';
	/** true where `<Claim …/>` and the like are live. */
	readonly live: boolean;
}

const prose = (path: string): Field => ({ path, figures: 'sourced', live: true });
const words = (path: string, figures: Field['figures'] = 'free'): Field => ({ path, figures, live: false });

const article: readonly Field[] = [
	words('title', 'sourced'),
	prose('dek'),
	prose('summary.*'),
	words('corrections.*.what'),
	words('corrections.*.why'),
];

/** Per kind of record, every field with words of ours. The words of sources (title, quote, variants) are not here. */
export const fields: Readonly<Record<Kind, readonly Field[]>> = {
	source: [words('note'), words('setAside.*.reason'), words('slips.*.reading')],
	actor: [words('gloss', 'sourced'), prose('role')],
	place: [prose('role'), words('unknownPosition')],
	measure: [words('label', 'sourced'), words('definition')],
	topic: [words('title'), words('description', 'sourced')],
	term: [words('definition', 'sourced')],
	claim: [words('statement'), words('confidence.reason'), words('note')],
	series: [
		words('title', 'sourced'),
		words('label', 'sourced'),
		words('definition'),
		words('method'),
		words('note'),
		words('breaks.*.reason'),
	],
	ceasefire: [
		words('name'),
		words('short'),
		words('timeNote'),
		words('earlyStart'),
		prose('endedNote'),
		prose('scope'),
		words('brokersNote'),
		words('partiesNote'),
		prose('terms.*'),
		prose('outcome'),
		words('unconfirmed'),
		prose('events.*.what'),
		words('corrections.*.what'),
		words('corrections.*.why'),
	],
	chart: [
		prose('title'),
		prose('summary'),
		words('note'),
		prose('annotations.*.label'),
		prose('says.all'),
		prose('says.marked'),
		prose('says.people'),
	],
	map: [
		prose('title'),
		prose('summary'),
		words('note'),
		prose('corridor.label'),
		prose('front.label'),
		prose('sides.*.label'),
		prose('near.label'),
		words('labels.*.text'),
	],
	explainer: [words('short', 'sourced'), ...article],
	site: [
		words('title'),
		words('description'),
		words('made'),
		words('intros.explainers'),
		words('intros.ceasefires'),
		words('intros.charts'),
	],
	page: [...article, prose('glance.*.figure'), prose('glance.*.label')],
};
