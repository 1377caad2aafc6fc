import { landmarksOf } from '../outline.ts';
import { finding, type Rule } from '../rule.ts';

/** A statement that is words for one parser and code for another. */
const STATEMENT =
	/^[^\S\n]*(?:export|import)\s*(?:[*{("']|(?:default|const|let|var|function|class|async|type|enum)\b)/gm;

export const rule: Rule = {
	name: 'code',
	summary: 'The text holds code: import, export or {…}.',
	remedy: 'Take it out. Components need no import, and figures come from <Claim> and <Value>.',
	example: { wrong: 'In all {38 + 40} people.', right: 'In all <Value of="sum" claims="a,b"/> people.' },
	*check({ content, passages }) {
		for (const { text, path, place } of passages) {
			if (path[0] !== 'body') continue;
			for (const { index, 0: line } of text.matchAll(STATEMENT)) {
				const fix = 'take it out, or start the line with another word';
				yield finding(rule.name, place(index, index + line.length), 'this line reads as code', fix);
			}
		}
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
