import type { Kind } from '../../ledger/problem.ts';
import { namedBy } from '../keys.ts';
import { outlineOf } from '../outline.ts';
import { type Desk, finding, placeIn, type Rule } from '../rule.ts';

/** Kinds that are there for others to use. Claims, charts and ceasefires have pages of their own. */
const served: readonly Kind[] = ['source', 'actor', 'place', 'topic', 'measure', 'term', 'series'];

/** Adds every `kind/id` that a record names. */
function named(value: unknown, kind: Kind | undefined, used: Set<string>): void {
	if (typeof value === 'string') {
		if (kind) used.add(`${kind}/${value}`);
	} else if (Array.isArray(value)) for (const item of value) named(item, kind, used);
	else if (typeof value === 'object' && value !== null) {
		for (const [key, item] of Object.entries(value)) named(item, namedBy[key], used);
	}
}

function usedRecords(desk: Desk): ReadonlySet<string> {
	const used = new Set<string>();
	for (const { entry } of desk.content.homes.values()) {
		named(entry.data, undefined, used);
		for (const row of entry.rows ?? []) named(row['source'], 'source', used);
	}
	for (const { name, attributes } of desk.uses) {
		for (const [attribute, { value = '' }] of attributes) {
			const kind = name === 'Term' ? 'term' : name === 'Actor' ? 'actor' : namedBy[attribute];
			for (const id of value.split(',')) named(id.trim(), kind, used);
		}
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
		const unread = desk.content.files.some((file) => !outlineOf(file).ok);
		if (desk.content.problems.length > 0 || unread) return;
		const used = usedRecords(desk);
		for (const kind of served) {
			for (const home of desk.records(kind)) {
				if (used.has(`${kind}/${home.entry.id}`)) continue;
				yield {
					...finding(
						rule.name,
						placeIn(desk, home, home.prefix.length > 0 ? ['id'] : []),
						`nothing uses the ${kind} "${home.entry.id}"`,
						'use it or remove it',
						'warning',
					),
					record: `${kind}/${home.entry.id}`,
				};
			}
		}
	},
};
