import { type Kind, kindRow, kinds } from '../../ledger/kinds.ts';
import { referring, textsAt } from '../../ledger/record-fields.ts';
import { csvRefers } from '../../ledger/schemas/series.ts';
import { componentByName } from '../../prose/dialect.ts';
import { landmarksOf, outlineOf } from '../outline.ts';
import { type Desk, finding, placeIn, type Rule, textAt } from '../rule.ts';

/** Every `kind/id` that is named in a record, in a row of a series or by a component. */
function usedRecords(desk: Desk): ReadonlySet<string> {
	const used = new Set<string>();
	const put = (kinds: readonly Kind[] = [], id: string) => {
		for (const kind of kinds) used.add(`${kind}/${id}`);
	};
	for (const { entry } of desk.content.homes.values()) {
		for (const { steps, refers } of referring(entry.kind))
			for (const [, id] of textsAt(entry.data, steps)) put(refers, id);
		for (const row of entry.rows ?? []) for (const [column, kind] of csvRefers) put([kind], row[column] ?? '');
	}
	const shown = new Set(desk.content.files.flatMap((file) => landmarksOf(file).map(({ url }) => url)));
	for (const home of desk.records('source')) if (shown.has(textAt(home, 'image'))) used.add(`source/${home.entry.id}`);
	for (const { name, attributes } of desk.uses) {
		for (const { name: attribute, refers } of componentByName.get(name)?.attributes ?? [])
			for (const id of (attributes.get(attribute)?.value ?? '').split(',')) put(refers && [refers], id.trim());
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
		for (const kind of kinds.filter((one) => kindRow(one).served)) {
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
