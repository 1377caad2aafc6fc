import type { Ledger } from '../ledger/ledger.ts';
import type { Figure } from './figure.ts';

/** Who published the sources of a figure, once each, in order of first use; a source without a known publisher by its title. */
export function publishersOf(ledger: Ledger, figure: Pick<Figure, 'sources'>): readonly string[] {
	return [
		...new Set(
			figure.sources.flatMap((id) => {
				const source = ledger.sources.get(id);
				if (!source) return [];
				return [source.publisher === 'Unknown' ? source.title : source.publisher];
			}),
		),
	];
}

/** The licences of a figure's data as one sentence; empty where none is known. */
export function licenceLine({ licences }: Pick<Figure, 'licences'>): string {
	return licences.length === 0 ? '' : `Data: ${licences.map((licence) => licence.replace(/\.$/, '')).join('; ')}.`;
}
