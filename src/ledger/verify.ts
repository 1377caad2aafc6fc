import { ceasefireProblems } from './checks/ceasefire.ts';
import { chartProblems } from './checks/chart.ts';
import { claimProblems } from './checks/claim.ts';
import { referenceProblems } from './checks/reference.ts';
import { seedProblems } from './checks/seed.ts';
import { seriesProblems } from './checks/series.ts';
import type { Entries, Ledger } from './ledger.ts';
import { parseEntries } from './parse.ts';
import type { Problem } from './problem.ts';
import { prepareSeed, type Seeds } from './quote.ts';

/** What the checks see. */
export interface Examined {
	/** All records whose schema holds. Where there are errors, references in it may lead nowhere. */
	readonly ledger: Ledger;
	readonly problems: readonly Problem[];
}

/** Reads and checks everything; time is linear in the content. */
export function examine(entries: Entries): Examined {
	const parsed = parseEntries(entries);
	const { ledger } = parsed;
	const seeds: Seeds = new Map([...ledger.seeds].map(([id, text]) => [id, prepareSeed(text)]));
	return {
		ledger,
		problems: [
			...parsed.problems,
			...referenceProblems(parsed),
			...seedProblems(ledger, seeds, entries),
			...claimProblems(ledger, seeds),
			...seriesProblems(parsed),
			...ceasefireProblems(ledger),
			...chartProblems(ledger),
		],
	};
}

/** Every problem of the content as a value: errors that stop a build, and warnings that do not. */
export function verify(entries: Entries): readonly Problem[] {
	return examine(entries).problems;
}
