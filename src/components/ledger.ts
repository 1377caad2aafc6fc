import { getEntry } from 'astro:content';
import type { Entries, Explainer, Ledger } from '../ledger/ledger.ts';
import { buildLedger } from '../ledger/verify.ts';

let built: Promise<Ledger> | undefined;

const build = async (): Promise<Ledger> => buildLedger((await getEntry('records', 'all'))?.data as unknown as Entries);

/** The ledger, built once for a build and afresh for each request in the preview. @throws LedgerError */
export function getLedger(): Promise<Ledger> {
	if (import.meta.env.DEV) return build();
	built ??= build();
	return built;
}

/** Explainers in reading order; drafts in the preview only. */
export function published(ledger: Ledger): readonly Explainer[] {
	return [...ledger.explainers.values()].filter((explainer) => import.meta.env.DEV || !explainer.draft);
}
