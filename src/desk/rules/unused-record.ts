import type { Kind } from '../../ledger/problem.ts';
import { type Desk, finding, placeIn, type Rule } from '../rule.ts';

/** Kinds that are there for others to use. Claims, charts and ceasefires have pages of their own. */
const served: readonly Kind[] = ['source', 'actor', 'place', 'topic', 'measure', 'term', 'series'];

/** Every text in a record that could be an id, in lists and maps too. */
function textsIn(value: unknown, found: Set<string>): void {
	if (typeof value === 'string') found.add(value);
	else if (Array.isArray(value)) for (const item of value) textsIn(item, found);
	else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) textsIn(item, found);
}

function usedIds(desk: Desk): ReadonlySet<string> {
	const used = new Set<string>();
	for (const { entry } of desk.content.homes.values()) {
		textsIn(entry.data, used);
		for (const row of entry.rows ?? []) if (row['source']) used.add(row['source']);
	}
	for (const { attributes } of desk.uses) {
		for (const { value = '' } of attributes.values()) for (const id of value.split(',')) used.add(id.trim());
	}
	return used;
}

export const rule: Rule = {
	name: 'unused-record',
	summary: 'A record is used by nothing.',
	remedy: 'Use it, or remove it: what nobody uses nobody checks.',
	example: { wrong: 'a source that no claim, series or record names', right: 'a source that a claim names' },
	*check(desk) {
		// While files cannot be read, what uses a record may be in one of them.
		const unread = desk.content.files.some((file) => file.body?.tree().ok === false);
		if (desk.content.problems.length > 0 || unread) return;
		const used = usedIds(desk);
		for (const kind of served) {
			for (const home of desk.records(kind)) {
				if (used.has(home.entry.id)) continue;
				yield finding(
					rule.name,
					placeIn(desk, home, home.prefix.length > 0 ? ['id'] : []),
					`nothing uses the ${kind} "${home.entry.id}"`,
					'use it or remove it',
					'warning',
				);
			}
		}
	},
};
