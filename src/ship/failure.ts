import { stripVTControlCharacters } from 'node:util';
import { LockError } from '../desk/lock.ts';
import { systemFault } from '../desk/system-fault.ts';
import { endQuietly, printable } from '../desk/terminal.ts';

/** A build that was refused or failed for a reason that an editor or a host can mend. */
export class BuildError extends Error {
	override name = 'BuildError';
}

/** The file of content/ that an error of Astro's names as the one it met, by its path from the project. */
function contentOf(error: Error): string | undefined {
	const { loc, id, cause } = error as { loc?: { file?: unknown; line?: unknown }; id?: unknown; cause?: unknown };
	const named = [loc?.file, id, error.message].find(
		(one): one is string => typeof one === 'string' && /\bcontent\/[\w./-]+\.\w+/.test(one),
	);
	const [file] = /\bcontent\/[\w./-]+\.\w+/.exec(named ?? '') ?? [];
	if (file === undefined) return cause instanceof Error ? contentOf(cause) : undefined;
	return typeof loc?.line === 'number' && loc.file === named ? `${file}:${loc.line}` : file;
}

/** What to print for a failure: one message without a stack; with DEBUG set, all of it. */
export function describe(error: unknown): string {
	return wordsOf(error).split('\n').map(printable).join('\n');
}

function wordsOf(error: unknown): string {
	if (process.env['DEBUG'] && error instanceof Error) return error.stack ?? error.message;
	if (!(error instanceof Error)) return String(error);
	const system = systemFault(error);
	if (system !== undefined) return system;
	const isTyped = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
	if (isTyped || error instanceof BuildError || error instanceof LockError) return error.message;
	const hint = 'hint' in error && typeof error.hint === 'string' ? `\n${error.hint}` : '';
	const file = contentOf(error);
	const [first = ''] = stripVTControlCharacters(error.message).split(/\n\s+at |\n+Stack backtrace:/);
	const remedy = file ? `\nIt comes from ${file}: take back its last change.` : '';
	return `${first.trim()}${hint}${remedy}\nWith DEBUG=1 in front, the build says more.`;
}

/** Runs a command: what fails is said in one message, behind `failed`. */
export async function run(work: () => Promise<void>, failed = ''): Promise<void> {
	endQuietly();
	process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
	try {
		await work();
	} catch (error) {
		console.error(`${failed}${describe(error)}`);
		process.exitCode = 1;
	}
}
