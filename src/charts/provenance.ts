import type { Ledger, Source } from '../ledger/ledger.ts';
import type { Figure } from './figure.ts';

/** Who counted and who published it, where they are not the same. */
export const through = (publisher: string, provider?: string): string =>
	provider === undefined ? publisher : `${provider}, through ${publisher}’s data`;

/** Who published a source; its title where nobody knows. */
export const publisherName = ({ publisher, title }: Pick<Source, 'publisher' | 'title'>): string =>
	publisher === 'Unknown' ? title : publisher;

/**
 * Who published the sources of a figure, once each, in order of first use; a source without a known publisher by its
 * title. Then those whose counts one of these passes on.
 */
export function publishersOf(ledger: Ledger, figure: Pick<Figure, 'sources' | 'credits'>): readonly string[] {
	return [
		...new Set([
			...figure.sources.flatMap((id) => {
				const source = ledger.sources.get(id);
				return source ? [publisherName(source)] : [];
			}),
			...(figure.credits ?? []),
		]),
	];
}

/** Licence of single figures: they are quoted as what somebody said, and their sources state no licence for them. */
export const QUOTED = 'Figures quoted with attribution; no licence stated.';

/** The licences of a figure's data as one sentence; empty where none is known. */
export function licenceLine({ licences }: Pick<Figure, 'licences'>): string {
	const stated = licences.filter((licence) => licence !== QUOTED).map((licence) => licence.replace(/\.$/, ''));
	const quoted = licences.includes(QUOTED)
		? [stated.length > 0 ? 'others quoted with attribution' : 'single figures, quoted with attribution']
		: [];
	const all = [...stated, ...quoted];
	return all.length === 0 ? '' : `Data: ${all.join('; ')}.`;
}
