import { silentChanges } from '../../ledger/released.ts';
import { finding, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'silent-change',
	summary: 'A figure that was published has changed, and no correction tells readers so.',
	remedy: 'Add it to corrections of a page that shows it, with claim, old and new; or bring the figure back.',
	example: {
		wrong: 'value: 79, where 78 was published',
		right: 'the same, with a correction: claim: strike-killed-sohr, old: "78 people", new: "79 people"',
	},
	*check({ content, ledger }) {
		for (const { claim, old, now } of silentChanges(ledger, content.released.published)) {
			yield finding(
				rule.name,
				content.locate({ kind: 'claim', id: claim, path: ['quantity'] }),
				`"${claim}" was published as "${old}" and now says "${now}", and no correction tells readers so`,
				`add to the corrections of a page that shows it: date, what, why, claim: ${claim}, old: "${old}", new: "${now}"`,
			);
		}
	},
};
