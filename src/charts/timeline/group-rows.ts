import { heldWords } from '../../ledger/duration.ts';
import type { Ceasefire } from '../../ledger/ledger.ts';
import { headingOf, headings, pointId } from './point.ts';
import type { RowGroup } from './rows.ts';
import { spanOf } from './span.ts';

/** Something to see on the bar of one ceasefire. */
export interface Seen {
	readonly id: string;
	readonly at: number;
	readonly label: string;
}

/** Ceasefires as rows, those that do not cover Idlib apart, in the order given. */
export const gather = (ceasefires: readonly Ceasefire[], seen: readonly Seen[] = []): readonly RowGroup[] =>
	Object.values(headings)
		.map((heading) => ({
			heading,
			rows: ceasefires
				.filter((ceasefire) => headingOf(ceasefire) === heading)
				.map((ceasefire) => {
					const event = seen.find(({ id }) => id === ceasefire.id);
					return {
						id: ceasefire.id,
						point: pointId(ceasefire),
						label: ceasefire.short,
						note: heldWords(ceasefire),
						span: spanOf(ceasefire),
						tone: ceasefire.coversIdlib,
						...(event ? { event } : {}),
					};
				}),
		}))
		.filter(({ rows }) => rows.length > 0);
