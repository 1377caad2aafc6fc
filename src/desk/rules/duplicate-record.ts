import type { Kind } from '../../ledger/kinds.ts';
import { valueAt } from '../../ledger/problem.ts';
import type { Home } from '../file.ts';
import type { Finding } from '../position.ts';
import { type Desk, finding, fromLedger, fromReading, placeIn, type Rule, textAt } from '../rule.ts';
import { UNWRITTEN } from '../unfinished.ts';

/** Fields that make two records one: the same address, name, or words. */
const marks: readonly (readonly [Kind, readonly string[], (home: Home) => string, Finding['severity']])[] = [
	['source', ['url'], (home) => textAt(home, 'url').replace(/\/$/, ''), 'warning'],
	['actor', ['name'], (home) => textAt(home, 'name'), 'error'],
	['place', ['name'], (home) => textAt(home, 'name'), 'error'],
	['term', ['term'], (home) => textAt(home, 'term').toLowerCase(), 'error'],
	['explainer', ['title'], (home) => textAt(home, 'title'), 'error'],
	['explainer', ['order'], (home) => String(valueAt(home.entry.data, ['order']) ?? ''), 'error'],
	['claim', ['statement'], (home) => `${textAt(home, 'statement')} ${textAt(home, 'measure')}`.trim(), 'error'],
];

function* alike(desk: Desk): Iterable<Finding> {
	for (const [kind, path, mark, severity] of marks) {
		const first = new Map<string, Home>();
		for (const home of desk.records(kind)) {
			const key = mark(home);
			if (key === '' || key.startsWith(UNWRITTEN)) continue;
			const other = first.get(key);
			if (!other) first.set(key, home);
			else
				yield finding(
					rule.name,
					placeIn(desk, home, path),
					`the ${kind} "${other.entry.id}" has the same ${path[0]}`,
					'use that record, or say what sets this one apart',
					severity,
				);
		}
	}
}

export const rule: Rule = {
	name: 'duplicate-record',
	summary: 'Two records have the same id, or say the same.',
	remedy: 'Keep one of the two; references go to the one that stays.',
	example: { wrong: 'two claims with the id strike-killed-sohr', right: 'one of them, or two ids' },
	*check(desk) {
		yield* fromReading('duplicate-record')(desk);
		yield* fromLedger('duplicate-record')(desk);
		yield* alike(desk);
	},
};
