/** A build that was refused or failed for a reason that an editor or a host can mend. */
export class BuildError extends Error {
	override name = 'BuildError';
}

/** The system's code of an error (`ENOSPC`), its own or that of what caused it; empty for others. */
export function codeOf(error: unknown): string {
	for (let one = error; one instanceof Error; one = one.cause) {
		if ('code' in one && typeof one.code === 'string' && /^E[A-Z]+$/.test(one.code)) return one.code;
		// Some tools put a system's error into words and throw those.
		const [named] = /\bE(?:NOSPC|DQUOT|ROFS|ACCES|MFILE|FBIG)\b/.exec(one.message) ?? [];
		if (named) return named;
	}
	return '';
}

const FULL = 'The disk is full: make room and build again.';
const systems: Readonly<Record<string, string>> = {
	ENOSPC: FULL,
	EDQUOT: FULL,
	EFBIG: 'A file is larger than this system lets it be written: look at the disk and at the limits (ulimit -f).',
	EROFS: 'The folder is read-only: build where files can be written.',
	EACCES: 'The right to read or write there is missing: look at who owns the folder, and at its mode.',
	EPERM: 'The right to do this is missing: look at who owns the folder, and at its mode.',
	EEXIST: 'Something stands where the build works: look at it, and move it away.',
	EMFILE: 'Too many files are open on this machine: end other programs, or raise the limit (ulimit -n).',
	ENAMETOOLONG: 'A path is longer than this system can hold: use a shorter folder.',
};

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
	if (process.env['DEBUG'] && error instanceof Error) return error.stack ?? error.message;
	if (!(error instanceof Error)) return String(error);
	const system = systems[codeOf(error)];
	if (system) {
		const path = 'path' in error && typeof error.path === 'string' ? ` (${error.path})` : '';
		return `${system}${path}`;
	}
	if (error instanceof BuildError) return error.message;
	const hint = 'hint' in error && typeof error.hint === 'string' ? `\n${error.hint}` : '';
	const file = contentOf(error);
	const [first = ''] = error.message.split(/\n\s+at /);
	const remedy = file ? `\nIt comes from ${file}: take back its last change.` : '';
	return `${first.trim()}${hint}${remedy}\nWith DEBUG=1 in front, the build says more.`;
}
