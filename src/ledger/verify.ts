import { ceasefireProblems } from './checks/ceasefire.ts';
import { chartProblems } from './checks/chart.ts';
import { claimProblems } from './checks/claim.ts';
import { referenceProblems } from './checks/reference.ts';
import { seedProblems } from './checks/seed.ts';
import { seriesProblems } from './checks/series.ts';
import type { Entries, Ledger } from './ledger.ts';
import { parseEntries } from './parse.ts';
import { LedgerError, type Problem } from './problem.ts';
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
export const verify = (entries: Entries): readonly Problem[] => examine(entries).problems;

/**
 * Resolves and verifies everything. Maps keep the order of pages: topics, measures, terms and claims as given,
 * ceasefires by the date in force, explainers by `order`, all others by id.
 * @throws LedgerError with every error found; warnings do not stop it
 */
export function buildLedger(entries: Entries): Ledger {
	const { ledger, problems } = examine(entries);
	const errors = problems.filter(({ severity }) => severity === 'error');
	if (errors.length > 0) throw new LedgerError(errors);
	return ledger;
}
