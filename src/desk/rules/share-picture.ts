import type { Kind } from '../../ledger/kinds.ts';
import { undrawn } from '../../prose/letters.ts';
import { finding, type Rule } from '../rule.ts';

/** What share pictures say, by kind of record. */
const SHOWN: Readonly<Partial<Record<Kind, readonly string[]>>> = {
	ceasefire: ['name'],
	chart: ['title'],
	explainer: ['title', 'short'],
	map: ['title'],
	page: ['title'],
	site: ['title'],
};

export const rule: Rule = {
	name: 'share-picture',
	summary: 'A title has a letter that the fonts of share pictures do not have.',
	remedy:
		'Write the title in Latin, Greek or Cyrillic letters, or say it in them first; the page itself shows any script.',
	example: { wrong: 'title: جسر', right: 'title: The bridge' },
	*check({ content, records }) {
		for (const [kind, keys] of Object.entries(SHOWN) as [Kind, readonly string[]][])
			for (const { entry } of records(kind))
				for (const key of keys) {
					const text: unknown = (entry.data as Readonly<Record<string, unknown>>)[key];
					const found = typeof text === 'string' ? undrawn(text) : undefined;
					if (!found) continue;
					yield finding(
						rule.name,
						content.locate({ kind, id: entry.id, path: [key], offset: found.offset }),
						`the share picture cannot show "${found.character}": there is a gap in its place`,
						'write it in Latin, Greek or Cyrillic letters',
						'warning',
					);
				}
	},
};
