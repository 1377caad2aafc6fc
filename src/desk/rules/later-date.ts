import { parseDate } from '../../ledger/date.ts';
import { finding, type Rule, textAt } from '../rule.ts';

export const rule: Rule = {
	name: 'later-date',
	summary: 'A <Later> block is dated before the day the page speaks from.',
	remedy: 'Correct the date, or tell it in the text: it is not later.',
	example: { wrong: '<Later date="2020-03-05"> on a page with asOf 2020-10-31', right: '<Later date="2024-12-08">' },
	*check(desk) {
		for (const use of desk.uses) {
			const written = use.name === 'Later' ? use.attributes.get('date') : undefined;
			const home = desk.content.homes.get(`${use.kind}/${use.id}`);
			if (written?.value === undefined || !home) continue;
			const date = parseDate(written.value);
			const asOf = parseDate(textAt(home, 'asOf'));
			if (!date.ok || !asOf.ok || date.date.max > asOf.date.max) continue;
			yield finding(
				rule.name,
				written.place,
				`${written.value} is not after ${textAt(home, 'asOf')}, the day this page speaks from`,
				'correct the date, or take the block apart',
			);
		}
	},
};
