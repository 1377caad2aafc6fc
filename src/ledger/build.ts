import type { Entries, Ledger } from './ledger.ts';
import { LedgerError } from './problem.ts';
import { examine } from './verify.ts';

/**
 * Resolves and verifies everything. Maps keep the order of pages: topics, measures, terms and claims as given,
 * ceasefires by the date in force, explainers by `order`, all others by id.
 * @throws LedgerError with every error found; warnings do not stop it
 */
export function buildLedger(entries: Entries): Ledger {
	const { ledger, problems } = examine(entries);
	const errors = problems.filter((problem) => problem.severity === 'error');
	if (errors.length > 0) throw new LedgerError(errors);
	return ledger;
}
