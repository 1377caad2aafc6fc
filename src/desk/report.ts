import { styleText } from 'node:util';
import type { Report } from './check.ts';
import type { Finding } from './position.ts';
import type { Content } from './read.ts';
import { count } from './summary.ts';
import { printable } from './terminal.ts';

export interface Style {
	/** ANSI colours: only for a terminal. */
	readonly colour: boolean;
}

/** More problems than this are counted and not listed: nobody reads them, and most follow from the first. */
export const MOST_SHOWN = 200;
/** Characters of a line that are shown around the spot. */
const WINDOW = 100;

/** The line with the spot, and a line with the mark under it; nothing when the line is empty. */
export function contextOf(content: Content, { path, line, column, endColumn }: Finding): readonly string[] {
	const file = content.files.find((candidate) => candidate.path === path);
	const text = file?.lines.text(line) ?? content.released.lineOf(path, line) ?? '';
	const from = Math.max(0, Math.min(column - 1 - WINDOW / 2, text.length - WINDOW));
	const shown = printable(text.slice(from, from + WINDOW));
	if (shown.trim() === '') return [];
	const cut = `${from > 0 ? '…' : ''}${shown}${from + WINDOW < text.length ? '…' : ''}`;
	const start = column - 1 - from + (from > 0 ? 1 : 0);
	const length = Math.max(1, Math.min((endColumn ?? column + 1) - column, cut.length - start));
	return [cut, `${' '.repeat(Math.max(0, start))}${'^'.repeat(length)}`];
}

/** One problem as text: place, severity, rule, what is wrong → what to do; then the line with the spot marked. */
function formatFinding(content: Content, finding: Finding, { colour }: Style): string {
	const paint = (look: Parameters<typeof styleText>[0], text: string) =>
		colour ? styleText(look, text, { validateStream: false }) : text;
	const { path, line, column, severity, rule, message, fix } = finding;
	const tone = severity === 'error' ? 'red' : 'yellow';
	const head = `${paint('bold', printable(`${path}:${line}:${column}`))}  ${paint(tone, severity)}  ${rule}  ${printable(message)} → ${printable(fix)}`;
	const [text, mark] = contextOf(content, finding);
	return text === undefined ? head : `${head}\n    ${paint('dim', text)}\n    ${paint(tone, mark ?? '')}`;
}

/** The whole report as text. */
export function formatReport({ content, findings, summary }: Report, style: Style): string {
	const parts = findings.slice(0, MOST_SHOWN).map((finding) => formatFinding(content, finding, style));
	if (findings.length > MOST_SHOWN) parts.push(`… and ${findings.length - MOST_SHOWN} more; mend these first.`);
	const errors = findings.filter(({ severity }) => severity === 'error').length;
	const verdict = `${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}`;
	const totals = summary.records.map(([kind, number]) => count(number, kind)).join(', ');
	const lines = [...summary.notes, `${totals}: ${findings.length === 0 ? 'no problems' : verdict}`];
	return `${[...parts, lines.join('\n')].join('\n\n')}\n`;
}

/** The problems for machines: an array of `path, line, column, severity, rule, message, fix`. */
export function formatJson({ findings }: Report): string {
	const keys = ['path', 'line', 'column', 'severity', 'rule', 'message', 'fix'];
	return `${JSON.stringify(findings, keys, '\t')}\n`;
}
