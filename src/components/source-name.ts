import { capital } from '../charts/words.ts';
import type { Ledger, Source } from '../ledger/ledger.ts';
import { whereOf } from '../ledger/speaker.ts';

/** A source by its short name, as it stands at the head of a line: "First report", "AFP", "dpa". */
export function whereName(ledger: Ledger, source: Source): string {
	const name = whereOf(ledger, source);
	return source.seed === undefined ? name : capital(name);
}
