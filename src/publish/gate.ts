/** TEMPORARY shape until the desk is there. */
import { existsSync } from 'node:fs';
export interface Gate {
	readonly ok: boolean;
	readonly report: string;
}
export async function gate(root: string): Promise<Gate> {
	const path = new URL('../desk/check.ts', import.meta.url);
	if (!existsSync(path)) return { ok: true, report: '' };
	const desk = await import(path.href);
	const run = desk.checkContent ?? desk.check;
	if (typeof run !== 'function') return { ok: true, report: '' };
	const result = await run(root);
	const findings: { path: string; line: number; column: number; severity: string; message: string; fix: string }[] =
		result?.findings ?? result?.problems ?? result ?? [];
	const errors = findings.filter((f) => f.severity === 'error');
	return {
		ok: errors.length === 0,
		report: errors.map((f) => `${f.path}:${f.line}:${f.column} ${f.message}\n  ${f.fix}`).join('\n'),
	};
}
