import { didYouMean } from '../../ledger/suggest.ts';
import { componentByName, components } from '../../prose/dialect.ts';
import type { Use } from '../passage.ts';
import { finding, type Rule } from '../rule.ts';

const names = components.map(({ name }) => name);
const isHtml = (name: string): boolean =>
	/^[a-z]/.test(name) && !names.some((known) => known.toLowerCase() === name.toLowerCase());

function wrong(use: Use): readonly [message: string, fix: string] | undefined {
	const component = componentByName.get(use.name);
	if (!component) {
		if (isHtml(use.name)) return undefined;
		return use.name === ''
			? ['"<>" is not a component', 'take it out']
			: [`there is no component "${use.name}"`, didYouMean(use.name, names, `The components: ${names.join(', ')}.`)];
	}
	const { name, level, inside } = component;
	const empty = use.words.trim() === '';
	if (level === 'block' && use.inline && !use.alone)
		return [
			`<${name}> stands inside a line of text`,
			'put it on lines of its own, with an empty line before and behind',
		];
	if (use.mdx && level === 'block' && use.inside.some((outer) => componentByName.get(outer)?.level === 'inline')) {
		return [`<${name}> stands inside <${use.inside.at(-1)}>`, 'put it on lines of its own'];
	}
	if (use.inside.includes('Quote'))
		return [`<${name}> stands inside <Quote>`, 'a quotation holds the words of its source and nothing else'];
	if (level === 'inline' && use.inside.some((outer) => componentByName.get(outer)?.level === 'inline')) {
		return [`<${name}> stands inside <${use.inside.at(-1)}>`, 'close the outer one first'];
	}
	if (inside === 'nothing' && !empty)
		return [`<${name}> prints its own words; those inside are lost`, `write <${name} …/> and the words behind it`];
	if (inside === 'text' && empty)
		return [`<${name}> is empty`, `put its text between <${name}> and </${name}>, or take it out`];
	return undefined;
}

/** What looks like a component and is text: with spaces, in other brackets, in backticks, escaped. */
const NO_TAG = new RegExp(`[<＜〈‹⟨]\\s*/?\\s*(?:${names.join('|')})(?![\\p{L}])[^>＞〉›⟩]*[>＞〉›⟩]?`, 'gu');

export const rule: Rule = {
	name: 'component',
	summary: 'A component does not exist, stands in the wrong place, or holds what it cannot hold.',
	remedy: 'Use one of the components of the guide as it is shown there.',
	example: { wrong: '<Graph id="refugees-north"/>', right: '<Chart id="refugees-north"/>' },
	*check({ uses, passages }) {
		for (const { text, path, place } of passages) {
			if (path[0] !== 'body') continue;
			for (const { index, 0: found } of text.matchAll(NO_TAG)) {
				yield finding(
					rule.name,
					place(index, index + found.length),
					'this is no tag, and readers would see it as it stands',
					'write it with plain "<" and ">", without a space behind "<", and not as code',
				);
			}
		}
		for (const use of uses) {
			const found = wrong(use);
			if (found) yield finding(rule.name, use.place, ...found);
		}
	},
};
