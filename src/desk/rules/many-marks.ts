import { claimsOf } from '../claims.ts';
import { asRead } from '../passage.ts';
import { finding, type Rule, textAt } from '../rule.ts';

/** Below this many words a paragraph is too short for a share to say anything. */
const SHORT = 30;
/** Of so many words of a paragraph one may be marked. */
const ONE_IN = 10;
/** What needs no note: its name says what it is. */
const KNOWN: ReadonlySet<string> = new Set(['news agency']);

const count = (text: string): number => text.split(/\s+/).filter(Boolean).length;

export const rule: Rule = {
	name: 'many-marks',
	summary: 'A paragraph has more than one word in ten underlined, or a news agency that everybody knows is marked.',
	remedy:
		'Mark a name or term once a page, where it matters; put disputed figures into two paragraphs, or into a chart.',
	example: {
		wrong: '<Actor id="reuters"/> wrote that the bridge held.',
		right: 'Reuters wrote that the bridge held.',
	},
	*check(desk) {
		const claims = claimsOf(desk);
		// A name or a term is marked where the page first has it.
		const seen = new Set<string>();
		for (const passage of desk.passages) {
			const { kind, id } = passage;
			if (kind !== 'explainer' && kind !== 'page') continue;
			const { text, marks, place } = asRead(desk.ledger, passage);
			const marked: number[] = [];
			for (const { by, use, start, end } of marks) {
				const about = use.attributes.get('id')?.value ?? '';
				const name = by === 'Actor' || by === 'Term' ? `${kind}/${id} ${by} ${about}` : undefined;
				const first = name !== undefined && !seen.has(name);
				if (name) seen.add(name);
				const home = by === 'Actor' ? desk.content.homes.get(`actor/${about}`) : undefined;
				if (home && KNOWN.has(textAt(home, 'kind')))
					yield finding(
						rule.name,
						place(start, end),
						`${textAt(home, 'name')} needs no note`,
						'write the name alone',
						'warning',
					);
				if (first || (by === 'Claim' && claims.get(about)?.disputed)) marked.push(count(text.slice(start, end)));
			}
			const words = count(text);
			const sum = marked.reduce((all, one) => all + one, 0);
			// One long name or phrase alone is no clutter.
			if (words < SHORT || marked.length < 2 || sum * ONE_IN <= words) continue;
			yield finding(
				rule.name,
				place(0, text.length),
				`${sum} of ${words} words of this paragraph are underlined`,
				'leave one in ten: mark a name where it matters, and spread disputed figures',
				'warning',
			);
		}
	},
};
