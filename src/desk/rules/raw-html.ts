import { componentByName, components } from '../../prose/dialect.ts';
import { finding, type Rule } from '../rule.ts';

const lower = new Set(components.map(({ name }) => name.toLowerCase()));

export const rule: Rule = {
	name: 'raw-html',
	summary: 'An HTML tag stands in the text.',
	remedy: 'Use Markdown (**bold**, *italic*, lists, links) or a component.',
	example: { wrong: '<b>Note</b>', right: '**Note**' },
	*check({ uses }) {
		for (const use of uses) {
			const { name } = use;
			if (componentByName.has(name) || !/^[a-z]/.test(name) || lower.has(name.toLowerCase())) continue;
			// A place is worked out when it is asked for, which takes long: not before there is something to say.
			yield finding(rule.name, use.place, `<${name}> is HTML; content has none`, 'use Markdown or a component');
		}
	},
};
