import { recordAt } from '../../ledger/link.ts';
import { belongings, routesOf } from '../../routes.ts';
import { type Desk, finding, isDraft, listed, type Rule } from '../rule.ts';

/** Every address at which readers find something: a draft is not published. */
const addresses = (desk: Desk): ReadonlySet<string> =>
	new Set(
		routesOf((kind) => desk.records(kind).map(({ entry }) => ({ ...listed(entry), draft: isDraft(entry) }))).map(
			({ path }) => path,
		),
	);

/** The record whose page stands at an address, which may be broken and so not there. */
function restsOf(address: string): readonly string[] {
	const record = recordAt(address);
	return record ? [`${record.kind}/${record.id}`] : [];
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
		if (published.addresses.length === 0 && moved.length === 0) return;
		const there = addresses(desk);
		const from = new Set(moved.map((entry) => entry.from));
		const gone = published.addresses.filter((address) => !there.has(address));
		// What belongs to a page goes where the page goes.
		const told = new Set([...gone, ...from].flatMap(belongings));
		for (const address of gone) {
			if (from.has(address) || told.has(address)) continue;
			const record = recordAt(address);
			yield finding(
				rule.name,
				publishedAt(address),
				`${address} was published, and there is no such ${record?.kind ?? 'address'} any more`,
				`bring it back, or say in content/moved.yaml where it went: - { from: ${address}, to: …, why: … }`,
				'error',
				restsOf(address),
			);
		}
		for (const [index, entry] of moved.entries()) {
			if (there.has(entry.from)) {
				yield finding(
					rule.name,
					movedAt(index, 'from'),
					`${entry.from} is said to have moved, and there is a page at it`,
					'take this entry out',
				);
			}
			if (!from.has(entry.to) && !there.has(entry.to)) {
				yield finding(
					rule.name,
					movedAt(index, 'to'),
					`${entry.from} leads to ${entry.to}, where there is nothing`,
					'name an address that is there',
					'error',
					restsOf(entry.to),
				);
			}
		}
	},
};
