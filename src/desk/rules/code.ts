import { nodesOf } from '../passage.ts';
import { placeOf } from '../place.ts';
import { finding, type Rule } from '../rule.ts';

const kinds: Readonly<Record<string, readonly [message: string, fix: string]>> = {
	mdxjsEsm: [
		'"import" and "export" are code; content has none',
		'take the line out: every component is there without it',
	],
	mdxFlowExpression: ['"{…}" is code; content has none', 'write the words themselves'],
	mdxTextExpression: ['"{…}" is code; content has none', 'write the words themselves'],
};

export const rule: Rule = {
	name: 'code',
	summary: 'The text holds code: import, export or {…}.',
	remedy: 'Take it out. Components need no import, and figures come from <Claim> and <Value>.',
	example: { wrong: 'In all {38 + 40} people.', right: 'In all <Value of="sum" claims="a,b"/> people.' },
	*check({ content }) {
		for (const { path, lines, body } of content.files) {
			const parsed = body?.tree();
			if (!parsed?.ok) continue;
			for (const { type, position } of nodesOf(parsed.tree)) {
				const [message, fix] = kinds[type] ?? [];
				if (!message || !fix) continue;
				yield finding(rule.name, placeOf(path, lines, position?.start.offset ?? 0, position?.end.offset), message, fix);
			}
		}
	},
};
