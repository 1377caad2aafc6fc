import { claimsOf } from '../claims.ts';
import { finding, type Rule, textAt } from '../rule.ts';

export const rule: Rule = {
	name: 'single-account',
	summary: 'A page gives one account of something of which the ledger has several that differ.',
	remedy: 'Give a second account, or show all with <Accounts …/>, or the span with <Value of="range" …/>.',
	example: {
		wrong: 'The strike killed <Claim id="strike-killed-sohr"/> fighters.',
		right: 'Accounts run from <Value of="range" about="strike-2020-10-26" measure="killed"/> dead.',
	},
	*check(desk) {
		const claims = claimsOf(desk);
		const charts = new Map(desk.records('chart').map((home) => [home.entry.id, home]));
		for (const [, uses] of Map.groupBy(
			desk.uses.filter(({ kind }) => kind === 'explainer' || kind === 'page'),
			(use) => use.file.path,
		)) {
			const shown = new Set<string>();
			const told = new Map<string, Set<string>>();
			for (const { name, attributes } of uses) {
				const of = (attribute: string) => attributes.get(attribute)?.value ?? '';
				if (name === 'Accounts' || name === 'Value') shown.add(`${of('about')} ${of('measure')}`);
				const chart = name === 'Chart' ? charts.get(of('id')) : undefined;
				if (chart) shown.add(`${textAt(chart, 'about')} ${textAt(chart, 'measure')}`);
				const claim = name === 'Claim' ? claims.get(of('id')) : undefined;
				if (!claim) continue;
				const key = `${claim.about} ${claim.measure}`;
				told.set(key, (told.get(key) ?? new Set()).add(claim.id));
			}
			for (const use of uses) {
				const claim = use.name === 'Claim' ? claims.get(use.attributes.get('id')?.value ?? '') : undefined;
				const key = `${claim?.about} ${claim?.measure}`;
				if (!claim?.disputed || shown.has(key) || (told.get(key)?.size ?? 0) > 1) continue;
				const others = [...claims.values()].filter(
					(other) => other.disputed && other.id !== claim.id && `${other.about} ${other.measure}` === key,
				);
				yield finding(
					rule.name,
					use.place,
					`"${claim.id}" is one of ${others.length + 1} accounts that differ, and the only one on this page`,
					`add another, such as <Claim id="${others[0]?.id}"/>, or <Accounts about="${claim.about}" measure="${claim.measure}"/>`,
					'warning',
				);
				break;
			}
		}
	},
};
