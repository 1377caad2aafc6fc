import { check } from '../desk/check.ts';
import { formatReport } from '../desk/report.ts';

/** What the checks found, for a terminal. */
export interface Gate {
	/** false when the content must not be published. */
	readonly ok: boolean;
	/** What `npm run check` prints where there is an error; empty when there is none. */
	readonly report: string;
}

/** Runs the desk's checks on the content below `root`, which hold it against what was published last too. */
export function gate(root: string): Gate {
	const found = check(root);
	return { ok: found.ok, report: found.ok ? '' : formatReport(found, { colour: false }).trimEnd() };
}
