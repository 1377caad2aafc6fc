import type { Finding } from './position.ts';
import type { Desk, Rules } from './rule.ts';
import { accounts } from './rules/accounts.ts';
import { addresses } from './rules/addresses.ts';
import { bareFigure } from './rules/bare-figure.ts';
import { characters } from './rules/characters.ts';
import { claimWords } from './rules/claim-words.ts';
import { componentRules } from './rules/components.ts';
import { dates } from './rules/dates.ts';
import { days } from './rules/days.ts';
import { links } from './rules/links.ts';
import { mapFrame } from './rules/map-frame.ts';
import { markup } from './rules/markup.ts';
import { mdxSyntax } from './rules/mdx-syntax.ts';
import { records } from './rules/records.ts';
import { wording } from './rules/wording.ts';

/** Every rule of the desk; the ledger and those who read files have more of their own. */
export const rules: Rules = {
	...accounts,
	...addresses,
	...bareFigure,
	...characters,
	...claimWords,
	...componentRules,
	...dates,
	...days,
	...links,
	...mapFrame,
	...markup,
	...mdxSyntax,
	...records,
	...wording,
};

/** Rules that stop no build. */
const WARNINGS: ReadonlySet<string> = new Set(
	'attribution loaded-word many-marks mixed-units plain-value share-picture single-account spelling unknown-day untraced-words unused-record vague-word'.split(
		' ',
	),
);

/** All that some rules find. */
export function* findingsOf(desk: Desk, asked: Rules): Iterable<Finding> {
	for (const [rule, check] of Object.entries(asked))
		for (const [place, message, fix, more] of check(desk))
			yield { ...place, rule, severity: WARNINGS.has(rule) ? 'warning' : 'error', message, fix, ...more };
}
