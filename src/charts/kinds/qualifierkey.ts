import type { Qualifier } from '../../ledger/schemas/index.ts';
import type { Datum } from '../data.ts';
import type { KeyItem } from '../key.ts';
import { marker, qualifierSymbol } from '../marks.ts';

/** The order of the key: from what may be less to what may be more. */
const QUALIFIERS: readonly (readonly [string, readonly Qualifier[]])[] = [
	['almost', ['almost', 'up to']],
	['about', ['about', 'between']],
	['exact', ['exactly']],
	['more than', ['more than', 'at least']],
];

/** What the marks of a growing count mean, of those that occur. */
export function qualifierKey(data: readonly Datum[]): readonly KeyItem[] {
	return QUALIFIERS.flatMap(([words, qualifiers]): KeyItem[] => {
		const [qualifier] = qualifiers;
		if (!qualifier || !data.some((datum) => qualifiers.includes(datum.qualifier))) return [];
		const { symbol, hollow } = qualifierSymbol(qualifier);
		return [
			{
				words,
				lead: 10,
				sample: (x, y) => [
					{ type: 'group', role: 'ch-series-1', shapes: [marker(undefined, x + 5, y, symbol, hollow, 4)] },
				],
			},
		];
	});
}
