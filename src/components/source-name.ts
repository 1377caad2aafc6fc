import { capital } from '../charts/words.ts';
import type { Ledger, Source } from '../ledger/ledger.ts';
import { whereOf } from '../ledger/speaker.ts';

/** A source by its short name, as it stands at the head of a line: "First report", "AFP", "dpa". */
export function whereName(ledger: Ledger, source: Source): string {
	const name = whereOf(ledger, source);
	return source.seed === undefined ? name : capital(name);
}

/** What the kinds of sources are called. */
export const sourceKinds: Readonly<Record<Source['kind'], string>> = {
	article: 'news report',
	agreement: 'agreement',
	dataset: 'data set',
	report: 'report',
	statement: 'statement',
	reference: 'reference work',
	picture: 'picture',
};
