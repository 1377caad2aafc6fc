import { calledIn } from '../../ledger/suggest.ts';
import { claimsOf } from '../claims.ts';
import { namesOf } from '../names.ts';
import { finding, type Rule } from '../rule.ts';
import { anyOf } from '../words.ts';

/** Words that say a speaker or a counter stands in front of the figure. Wide on purpose: a false alarm costs more. */
const SPEAKERS =
	/\b(?:said|says|saying|according|reported|reports?|counted|counts?|put|gave|gives|spoke|spokes\w+|wrote|told|named?|listed|recorded|documented|estimated|published|announced|accounts?|sources?|versions?|figures?|observatory|network|agency|agencies|news|officials?|ministry|unit|un|commander|by\s+(?:its|his|her|their)|from\s+(?:one|the)|raised|rose|range|between|others?|another)\b/i;

/** Words behind the figure that say where it stands: "78 in the first report, none in the second". */
const PLACED = /\b(?:in|by|from) (?:the|one|another) (?:first|second|other|report|one)\b/i;

export const rule: Rule = {
	name: 'attribution',
	summary: 'A disputed figure stands without who says so in front of it.',
	remedy: 'Name the speaker before the figure: “the Observatory counted …”.',
	example: {
		wrong: 'The strike killed <Claim id="strike-killed-sohr"/> fighters.',
		right: 'The fire service counted <Claim id="strike-killed-sohr"/> dead.',
	},
	*check(desk) {
		const claims = claimsOf(desk);
		const names = anyOf(namesOf(desk));
		for (const { text, marks, inside, place } of desk.passages) {
			for (const mark of marks) {
				const claim = mark.by === 'Claim' ? claims.get(mark.use?.attributes.get('id')?.value ?? '') : undefined;
				if (!claim?.disputed || inside.includes('Quote')) continue;
				const before = text.slice(0, mark.start);
				const start = Math.max(
					...[...before.matchAll(/[.!?]["”’)]*\s+(?=["“‘(]?\p{Lu})/gu)].map((match) => match.index + match[0].length),
					0,
				);
				const clause = before.slice(start);
				const spoken = text.slice(mark.start, mark.end);
				const behind = text.slice(mark.end).split(/[.!?]\s/, 1)[0] ?? '';
				const named = marks.some(({ by, start: from }) => by === 'Actor' && from >= start && from < mark.start);
				if (named || PLACED.test(behind) || SPEAKERS.test(`${clause} ${spoken}`)) continue;
				if (names && clause.search(names) !== -1) continue;
				yield finding(
					rule.name,
					place(mark.start, mark.end),
					'this figure is disputed, and nobody is named in front of it',
					claim.saidBy
						? `name the speaker first (${calledIn(desk.content.homes.get(`actor/${claim.saidBy}`)?.entry.data) || claim.saidBy})`
						: 'name who says so first',
					'warning',
				);
			}
		}
	},
};
