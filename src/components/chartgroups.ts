import { figureIds } from '../charts/figures.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { address } from '../ledger/link.ts';
import { figuresIn } from '../prose/body.ts';

/** Figures that stand on one page. */
export interface ChartGroup {
	readonly title: string;
	/** Page on which these charts stand. */
	readonly page: string;
	readonly ids: readonly string[];
}

/** Other charts of accounts of the same thing: of the injured beside the dead. */
function siblings(ledger: Ledger, shown: readonly string[]): readonly string[] {
	const about = (id: string) => {
		const chart = ledger.charts.get(id);
		return chart?.kind === 'accounts' ? chart.about : undefined;
	};
	const topics = new Set(shown.flatMap((id) => about(id) ?? []));
	return [...ledger.charts.keys()].filter((id) => topics.has(about(id) ?? ''));
}

/** All figures with an address, by the explainer on which they stand first, in reading order; then those of the ceasefires. */
export function chartGroups(ledger: Ledger): readonly ChartGroup[] {
	const left = new Set(figureIds(ledger));
	const explainers = [...ledger.explainers.values()].sort((a, b) => a.order - b.order);
	const groups = explainers.map((explainer): ChartGroup => {
		const { id, title } = explainer;
		const shown = figuresIn(explainer);
		const ids = [...shown, ...siblings(ledger, shown)].filter((chart) => left.delete(chart));
		return { title, page: address('explainer', id), ids };
	});
	return [...groups, { title: 'Ceasefires', page: '/ceasefires/', ids: [...left] }].filter(({ ids }) => ids.length > 0);
}
