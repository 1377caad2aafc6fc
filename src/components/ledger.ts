import { getCollection } from 'astro:content';
import type { Entry, Explainer, Ledger } from '../ledger/ledger.ts';
import { buildLedger } from '../ledger/verify.ts';

let built: Promise<Ledger> | undefined;

async function build(): Promise<Ledger> {
	const all = (await getCollection('records')).map((entry) => entry.data as Record<string, unknown>);
	const seeds = new Map<string, { text: string; sha256: string }>();
	const entries: (Entry & { index: number })[] = [];
	for (const data of all) {
		if (data['kind'] === 'seed') {
			seeds.set(String(data['id']), { text: String(data['text']), sha256: String(data['sha256']) });
		} else {
			entries.push(data as unknown as Entry & { index: number });
		}
	}
	return buildLedger({ entries: entries.sort((a, b) => a.index - b.index), seeds });
}

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
