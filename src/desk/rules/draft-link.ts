import { address } from '../../ledger/link.ts';
import { landmarksOf } from '../outline.ts';
import { finding, isDraft, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'draft-link',
	summary: 'A published page links to a draft, which readers cannot open.',
	remedy: 'Publish the draft (take "draft: true" out), or take the link out.',
	example: {
		wrong: '[The refugees](/explainers/the-refugees/) while that page has "draft: true"',
		right: 'the words without a link',
	},
	*check({ records }) {
		const articles = [...records('explainer'), ...records('page')];
		const drafts = new Set(articles.flatMap(({ entry }) => (isDraft(entry) ? [address(entry.kind, entry.id)] : [])));
		if (drafts.size === 0) return;
		for (const home of articles) {
			if (isDraft(home.entry)) continue;
			for (const { url, place } of landmarksOf(home.file)) {
				if (url === undefined || !drafts.has(url.split('#', 1)[0] ?? '')) continue;
				yield finding(rule.name, place, `"${url}" is a draft`, 'publish it, or take the link out');
			}
		}
	},
};
