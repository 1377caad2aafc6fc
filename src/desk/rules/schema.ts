import { finding, fromLedger, fromReading, placeIn, type Rule, textAt } from '../rule.ts';

/** The codes of languages that there are. */
const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

export const rule: Rule = {
	name: 'schema',
	summary: 'A key of a record is missing, empty, or holds something of the wrong kind.',
	remedy: 'Write what the message names; the guide shows each kind of record whole. A year alone goes in quotes.',
	example: { wrong: 'kind: artikel', right: 'kind: article' },
	*check(desk) {
		yield* fromReading('schema')(desk);
		yield* fromLedger('schema')(desk);
		for (const home of desk.records('source')) {
			const code = textAt(home, 'language');
			if (!/^[a-z]{2,3}$/.test(code) || languages.of(code) !== undefined) continue;
			const fix = 'write the code of the language: en, ar, tr, de, …';
			yield finding(rule.name, placeIn(desk, home, ['language']), `no language has the code "${code}"`, fix);
		}
	},
};
