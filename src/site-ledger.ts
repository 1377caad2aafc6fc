import { checkedIn, whileSame } from './desk/read.ts';
import type { Explainer, Ledger } from './ledger/ledger.ts';
import { buildLedger } from './ledger/verify.ts';

const root = process.cwd();
const build = (): Ledger => buildLedger(checkedIn(root).entries);
const fresh = whileSame(root, build);
let built: Ledger | undefined;

/** The ledger of all that stands in content/ and seeds/: once for a build; in the preview, that of the files as they are. @throws LedgerError */
export function getLedger(): Ledger {
	if (import.meta.env.DEV) return fresh();
	built ??= build();
	return built;
}

/** Explainers in reading order; drafts in the preview only. */
export function published(ledger: Ledger): readonly Explainer[] {
	return [...ledger.explainers.values()].filter((explainer) => import.meta.env.DEV || !explainer.draft);
}
