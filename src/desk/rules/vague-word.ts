import { valueAt } from '../../ledger/problem.ts';
import { claimsOf } from '../claims.ts';
import { type Desk, finding, type Rule, textAt } from '../rule.ts';
import { anyOf, within } from '../words.ts';

/** A vague number, and up to seven words behind it; "how many" asks, and "as many" compares. */
const VAGUE =
	/(?<!\b(?:how|as|so|too|not|very|the|at|for)\s)\b(?:several|many|most|countless|numerous|scores of)\b(?!\s+(?:of\s+)?(?:\p{L}+\s+)?(?:counts?|accounts?|reports?|sources|outlets|agencies|newspapers|people who)\b)(?:\s+[\p{L}’'-]+){1,7}/giu;
const SENTENCE = /[^.!?]+(?:[.!?]+|$)/gu;

/** Claims with a figure by the page on which they stand. */
function shownOn(desk: Desk): ReadonlyMap<string, ReadonlySet<string>> {
	const claims = claimsOf(desk);
	const shown = new Map<string, Set<string>>();
	for (const { name, attributes, file } of desk.uses) {
		const claim = name === 'Claim' ? claims.get(attributes.get('id')?.value ?? '') : undefined;
		if (claim?.value !== undefined) shown.set(file.path, (shown.get(file.path) ?? new Set()).add(claim.id));
	}
	return shown;
}

/** What a measure of one word is called, with the words that readers use for the same. */
function namesOfMeasures(desk: Desk): ReadonlyMap<string, RegExp> {
	const groups = desk.records('site').flatMap(({ entry }) => (valueAt(entry.data, ['synonyms']) ?? []) as string[][]);
	return new Map(
		desk.records('measure').flatMap((home) => {
			const label = textAt(home, 'label').toLowerCase();
			const form = /^\p{L}+$/u.test(label)
				? anyOf([label, ...(groups.find((one) => one.includes(label)) ?? [])])
				: undefined;
			return form ? [[home.entry.id, form] as const] : [];
		}),
	);
}

export const rule: Rule = {
	name: 'vague-word',
	summary: 'A vague number stands where a claim on the same page has a figure for the same.',
	remedy: 'Give the figure, or say who counted; keep the vague word where nobody counted.',
	example: {
		wrong: 'Several fighters were killed.',
		right: 'The strike killed <Claim id="strike-killed-sohr"/> fighters.',
	},
	*check(desk) {
		const claims = claimsOf(desk);
		const shown = shownOn(desk);
		const names = namesOfMeasures(desk);
		for (const passage of desk.passages) {
			const own = [...(shown.get(passage.file.path) ?? [])].flatMap((id) => claims.get(id) ?? []);
			if (own.length === 0 || (passage.kind !== 'explainer' && passage.kind !== 'page')) continue;
			if (!passage.sourced || passage.inside.includes('Quote')) continue;
			const { text, marks, place } = passage;
			for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
				const end = index + sentence.length;
				// Who gives a figure or its source in the sentence may go on in words.
				if (marks.some((mark) => /^(?:Claim|Value|Quote)$/.test(mark.by) && mark.start < end && mark.end > index))
					continue;
				for (const found of sentence.matchAll(VAGUE)) {
					const start = index + found.index;
					if (within(passage.quotations, start, start + 1)) continue;
					const claim = own.find(({ measure }) => found[0].search(names.get(measure) ?? /$^/) >= 0);
					if (!claim) continue;
					yield finding(
						rule.name,
						place(start, start + (found[0].split(' ', 1)[0]?.length ?? 1)),
						`"${found[0].split(/\s/, 1)[0]}" stands here where a figure is known`,
						`write <Claim id="${claim.id}"/>, or say what nobody counted`,
						'warning',
					);
				}
			}
		}
	},
};
