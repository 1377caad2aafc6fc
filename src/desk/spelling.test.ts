import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkWith, spots, textOf } from '../../tests/desk/tree.ts';
import { spelling } from './spelling.ts';

const PAGE = 'content/explainers/the-bridge.mdx';
const SPOT = 'was mayor of Vell.';
const { wrong, right } = parse(readFileSync(new URL('../../tests/desk/spelling.yaml', import.meta.url), 'utf8')) as {
	readonly wrong: readonly { readonly say: string; readonly word: string; readonly fix: string }[];
	readonly right: readonly string[];
};

/** What the rule tells of a page with these words in it. */
function told(words: string) {
	const text = textOf(PAGE).replace(SPOT, () => `${SPOT}\n\n${words}`);
	const names = '- Madaya\n- Nour al-Zenki\n- Türkiye and Erdoğan\n';
	const { findings } = checkWith({ [PAGE]: text, 'content/names.yaml': names }, spelling);
	return { findings, marked: spots('spelling', findings, new Map([[PAGE, text]])) };
}

it.each(wrong)('$say', ({ say, word, fix }) => {
	const { findings, marked } = told(say);
	expect(marked).toEqual([word]);
	expect(findings[0]?.fix).toContain(fix);
	expect(findings[0]?.severity).toBe('warning');
});

it.each(right)('says nothing of: %s', (say) => {
	expect(told(say).marked).toEqual([]);
});

it('tells of a word once a page', () => {
	expect(told('The goverment fell. Another goverment came.').marked).toEqual(['goverment']);
});
