import { landmarksOf } from '../outline.ts';
import { finding, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'code',
	summary: 'The text holds code: import, export or {…}.',
	remedy: 'Take it out. Components need no import, and figures come from <Claim> and <Value>.',
	example: { wrong: 'In all {38 + 40} people.', right: 'In all <Value of="sum" claims="a,b"/> people.' },
	*check({ content }) {
		for (const { type, place } of content.files.flatMap(landmarksOf)) {
			if (type === 'import') {
				yield finding(
					rule.name,
					place,
					'"import" and "export" are code; content has none',
					'take the line out: every component is there without it',
				);
			} else if (type === 'expression') {
				yield finding(rule.name, place, '"{…}" is code; content has none', 'write the words themselves');
			}
		}
	},
};
