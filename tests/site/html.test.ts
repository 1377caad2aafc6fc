import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, inject, it } from 'vitest';
import { readSite } from './pages.ts';

/** The standard, its rules for whole documents, and those of WCAG that markup alone can show. */
const validator = new HtmlValidate(
	new StaticConfigLoader({
		root: true,
		extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
		rules: {
			// Scripts come from the page's own host; a hash in each page would say no more than the policy does.
			'require-sri': ['error', { target: 'crossorigin' }],
			// VoiceOver takes a list without markers for none, unless its role says so.
			'no-redundant-role': 'off',
		},
	}),
);

it('every page is valid HTML', async () => {
	const { pages } = readSite(inject('site').folder);
	const found = new Map<string, string[]>();
	for (const { path, html } of pages) {
		const { results } = await validator.validateString(html, path);
		for (const { message, ruleId, line, selector } of results.flatMap(({ messages }) => messages)) {
			const what = `${ruleId}: ${message}`;
			found.set(what, [...(found.get(what) ?? []), `${path}:${line} ${selector ?? ''}`]);
		}
	}
	// One line for each kind of fault: where it is first, and on how many places.
	expect([...found].map(([what, places]) => `${what} (${places.length}, first ${places[0]})`)).toEqual([]);
});
