import { recordAt } from '../../ledger/link.ts';
import type { Kind } from '../../ledger/problem.ts';
import { type Desk, finding, isDraft, type Rule } from '../rule.ts';

/** Whether readers find a page there: a draft is not published. */
function isThere({ content }: Desk, { kind, id }: { readonly kind: Kind; readonly id: string }): boolean {
	const home = content.homes.get(`${kind}/${id}`);
	return home !== undefined && !isDraft(home.entry);
}

export const rule: Rule = {
	name: 'vanished-address',
	summary: 'A page that was published is no longer there, and nothing says where its readers are sent.',
	remedy: 'Bring it back, or say in content/moved.yaml where it went.',
	example: {
		wrong: 'a claim deleted after it was published',
		right: '- { from: /claims/old-id/, to: /claims/new-id/, why: Counted again. }',
	},
	*check(desk) {
		const { published, moved, publishedAt, movedAt } = desk.content.released;
		const from = new Set(moved.map((entry) => entry.from));
		for (const address of published.addresses) {
			const record = recordAt(address);
			if (!record || from.has(address) || isThere(desk, record)) continue;
			yield finding(
				rule.name,
				publishedAt(address),
				`${address} was published, and there is no such ${record.kind} any more`,
				`bring it back, or say in content/moved.yaml where it went: - { from: ${address}, to: …, why: … }`,
				'error',
				[`${record.kind}/${record.id}`],
			);
		}
		for (const [index, entry] of moved.entries()) {
			const [old, target] = [recordAt(entry.from), recordAt(entry.to)];
			if (old && isThere(desk, old)) {
				yield finding(
					rule.name,
					movedAt(index, 'from'),
					`${entry.from} is said to have moved, and there is a page at it`,
					'take this entry out',
				);
			}
			if (target && !from.has(entry.to) && !isThere(desk, target)) {
				yield finding(
					rule.name,
					movedAt(index, 'to'),
					`${entry.from} leads to ${entry.to}, where there is nothing`,
					'name an address that is there',
					'error',
					[`${target.kind}/${target.id}`],
				);
			}
		}
	},
};
