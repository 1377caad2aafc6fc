import { address } from '../../ledger/link.ts';
import { nodesOf } from '../passage.ts';
import { placeOf } from '../place.ts';
import type { Home } from '../read.ts';
import { finding, type Rule } from '../rule.ts';

const isDraft = ({ entry: { data } }: Home): boolean =>
	typeof data === 'object' && data !== null && 'draft' in data && data.draft === true;

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
		const drafts = new Set(articles.filter(isDraft).map(({ entry }) => address(entry.kind, entry.id)));
		if (drafts.size === 0) return;
		for (const home of articles) {
			const parsed = home.file.body?.tree();
			if (isDraft(home) || !parsed?.ok) continue;
			for (const node of nodesOf(parsed.tree)) {
				if ((node.type !== 'link' && node.type !== 'definition') || !drafts.has(node.url.split('#', 1)[0] ?? ''))
					continue;
				const { file } = home;
				yield finding(
					rule.name,
					placeOf(file.path, file.lines, node.position?.start.offset ?? 0, node.position?.end.offset),
					`"${node.url}" is a draft`,
					'publish it, or take the link out',
				);
			}
		}
	},
};
