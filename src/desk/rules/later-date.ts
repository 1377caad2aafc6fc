import { formatDate, meantDates, parseDate } from '../../ledger/date.ts';
import { finding, type Rule, textAt } from '../rule.ts';
import { within } from '../words.ts';

const DAY =
	/\b\d{1,2}[ \u00a0](?:January|February|March|April|May|June|July|August|September|October|November|December)[ \u00a0]\d{4}\b/g;

export const rule: Rule = {
	name: 'later-date',
	summary:
		'A <Later> block is dated before the day the page speaks from, or a day after it is told of outside such a block.',
	remedy: 'Correct the date; tell what is later in <Later>, and what is not in the text.',
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
		for (const { kind, id, path, text, inside, quotations, place } of desk.passages) {
			const home = kind === 'explainer' ? desk.content.homes.get(`${kind}/${id}`) : undefined;
			const asOf = parseDate(home ? textAt(home, 'asOf') : '');
			if (!asOf.ok || path[0] !== 'body' || inside.includes('Later')) continue;
			for (const match of text.matchAll(DAY)) {
				const [written] = match;
				const [iso] = meantDates(written.replace(/\u00a0/g, ' '));
				const date = iso === undefined ? undefined : parseDate(iso);
				const end = match.index + written.length;
				if (!date?.ok || date.date.min <= asOf.date.max || within(quotations, match.index, end)) continue;
				yield finding(
					rule.name,
					place(match.index, end),
					`${formatDate(date.date)} is later than ${formatDate(asOf.date)}, the day this page speaks from`,
					'tell it in <Later date="…">, or correct the date',
					'warning',
				);
			}
		}
	},
};
