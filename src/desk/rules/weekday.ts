import { formatDate, parseDate } from '../../ledger/date.ts';
import { finding, type Rule } from '../rule.ts';

const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const any = (names: readonly string[]): string => `(${names.join('|')})`;
const FORMS = [
	new RegExp(
		`\\b${any(DAYS)},?\\s+(?:the\\s+)?(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<month>${MONTHS.join('|')}),?\\s+(?<year>\\d{4})`,
		'g',
	),
	new RegExp(
		`\\b${any(DAYS)},?\\s+(?<month>${MONTHS.join('|')})\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})`,
		'g',
	),
];

export const rule: Rule = {
	name: 'weekday',
	summary: 'A day of the week does not fit its date.',
	remedy: 'Correct the day or the date, whichever the source does not give.',
	example: { wrong: 'Friday 26 October 2020', right: 'Monday 26 October 2020' },
	*check({ passages }) {
		for (const { text, place } of passages) {
			for (const match of FORMS.flatMap((form) => [...text.matchAll(form)])) {
				const { day = '', month = '', year = '' } = match.groups ?? {};
				const iso = `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
				const date = parseDate(iso);
				const named = match[1] ?? '';
				const right = date.ok ? DAYS[new Date(date.date.min).getUTCDay()] : undefined;
				if (right === named) continue;
				yield finding(
					rule.name,
					place(match.index, match.index + match[0].length),
					date.ok ? `${formatDate(date.date)} was a ${right}` : `there is no ${day} ${month} ${year}`,
					right ? `write "${right}", or correct the date` : 'correct the date',
				);
			}
		}
	},
};
