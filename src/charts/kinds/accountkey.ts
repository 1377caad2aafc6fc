import type { Qualifier } from '../../ledger/schemas/index.ts';
import type { AccountRow } from '../accounts.ts';
import type { KeyItem } from '../key.ts';
import { marker } from '../marks.ts';
import { arrow, interval } from '../open-end.ts';
import type { Shape } from '../scene.ts';
import { RADIUS } from './accountrows.ts';

/** What the marks mean, of those that occur. */
export function accountKey(rows: readonly AccountRow[]): readonly KeyItem[] {
	const has = (...wanted: readonly Qualifier[]) => rows.some(({ datum }) => wanted.includes(datum.qualifier));
	const group = (role: string, shapes: readonly Shape[]): readonly Shape[] => [{ type: 'group', role, shapes }];
	const dot = (x: number, y: number, hollow = false) => marker(undefined, x, y, 'circle', hollow, RADIUS);
	const items: (KeyItem | false)[] = [
		has('exactly') && { words: 'exact', lead: 10, sample: (x, y) => group('ch-series-1', [dot(x + 5, y)]) },
		has('about') && { words: 'about', lead: 10, sample: (x, y) => group('ch-series-1', [dot(x + 5, y, true)]) },
		has('more than', 'at least') && {
			words: 'this many or more',
			lead: 24,
			sample: (x, y) => group('ch-series-1', [arrow(x + 5, y, 'right', 18), dot(x + 5, y)]),
		},
		has('almost', 'up to') && {
			words: 'almost, up to',
			lead: 24,
			sample: (x, y) => group('ch-series-1', [arrow(x + 19, y, 'left', 18), dot(x + 19, y)]),
		},
		has('between') && {
			words: 'between two numbers',
			lead: 22,
			sample: (x, y) => group('ch-series-1', [interval(x + 1, x + 21, y)]),
		},
		rows.some(({ superseded }) => superseded) && {
			words: `replaced${rows.some(({ datum }) => datum.replaced?.same) ? ' or repeated' : ''} later by the same speaker`,
			lead: 10,
			sample: (x, y) => group('ch-replaced', [marker(undefined, x + 5, y, 'circle', false, RADIUS - 1)]),
		},
	];
	return items.filter((item): item is KeyItem => item !== false);
}
