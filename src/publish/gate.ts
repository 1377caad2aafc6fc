import { check } from '../desk/check.ts';
import { formatFinding, formatReport } from '../desk/report.ts';
import { buildLedger } from '../ledger/build.ts';
import { readPublished, uncorrected } from './published.ts';

/** What the checks found, for a terminal. */
export interface Gate {
	/** false when the content must not be published. */
	readonly ok: boolean;
	/** What `npm run check` prints where there is an error; empty when there is none. */
	readonly report: string;
}

/** Runs the desk's checks on the content below `root`, and holds it against what was published last. */
export function gate(root: string): Gate {
	const found = check(root);
	const style = { colour: false };
	if (!found.ok) return { ok: false, report: formatReport(found, style).trimEnd() };
	const { content } = found;
	const changed = uncorrected(content, buildLedger(content.entries), readPublished(root));
	return {
		ok: changed.length === 0,
		report: changed.map((finding) => formatFinding(content, finding, style)).join('\n\n'),
	};
}
