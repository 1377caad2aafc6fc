import { silentIn } from '../correction.ts';
import { finding, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'silent-change',
	summary: 'A figure that was published has changed, and no correction tells readers so.',
	remedy: 'Add it to corrections of each page that shows it, with claim, old and new; or bring the figure back.',
	example: {
		wrong: 'value: 79, where 78 was published',
		right: 'the same, with a correction: claim: strike-killed-sohr, old: "78 people", new: "79 people"',
	},
	*check(desk) {
		const { content, ledger } = desk;
		for (const { by, old, now, pages } of silentIn(desk)) {
			const paths = pages.map((page) => content.homes.get(page)?.file.path ?? page);
			const [kind, id] = 'claim' in by ? (['claim', by.claim] as const) : (['series', by.series] as const);
			const row = 'row' in by ? (ledger.series.get(id)?.rows ?? []).findIndex(({ date }) => date === by.row) : -1;
			const where = old.startsWith('source ') ? ['source'] : ['quantity'];
			const named = 'claim' in by ? `claim: ${id}` : `series: ${id}, row: "${by.row}"`;
			yield finding(
				rule.name,
				content.locate(
					row < 0 ? { kind, id, path: kind === 'claim' ? where : [] } : { kind, id, path: [], row, column: 'value' },
				),
				`"${id}" was published as "${old}" and now says "${now}", and no correction tells readers so`,
				`add to the corrections of ${paths.join(' and ') || 'a page'}: date, what, why, ${named}, old: "${old}", new: "${now}"${kind === 'claim' ? `; npm run new -- correction ${id} writes it there` : ''}`,
			);
		}
	},
};
