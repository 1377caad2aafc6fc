import { check } from '../desk/check.ts';
import type { Finding } from '../desk/place.ts';
import { buildLedger } from '../ledger/build.ts';
import { readPublished, uncorrected } from './published.ts';

/** What the checks found, for a terminal. */
export interface Gate {
	/** false when the content must not be published. */
	readonly ok: boolean;
	/** One paragraph for each error; empty when there is none. */
	readonly report: string;
}

/** A finding as editors and compilers print it: place, message, and the remedy below. */
const describeFinding = (finding: Finding): string =>
	`${finding.path}:${finding.line}:${finding.column} ${finding.severity}: ${finding.message}\n  ${finding.fix}`;

/** Runs the desk's checks on the content below `root`, and holds it against what was published last. */
export function gate(root: string): Gate {
	const { content, findings, ok } = check(root);
	const errors = findings.filter((finding) => finding.severity === 'error');
	const changed = ok ? uncorrected(content, buildLedger(content.entries), readPublished(root)) : [];
	const stopping = [...errors, ...changed];
	return { ok: stopping.length === 0, report: stopping.map(describeFinding).join('\n') };
}
