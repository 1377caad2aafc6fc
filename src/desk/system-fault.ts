import { getSystemErrorName } from 'node:util';

/** The system's code of an error (`ENOSPC`), its own or that of what caused it; empty for others. */
export function codeOf(error: unknown): string {
	for (let one = error; one instanceof Error; one = one.cause) {
		if ('code' in one && typeof one.code === 'string' && /^E[A-Z]+$/.test(one.code)) return one.code;
		// Some tools put a system's error into words and throw those.
		const [named] = /\bE(?:NOSPC|DQUOT|ROFS|ACCES|MFILE|FBIG)\b/.exec(one.message) ?? [];
		const [, number] = /\(os error ([1-9]\d*)\)/.exec(one.message) ?? [];
		if (named || number) return named ?? getSystemErrorName(-Number(number));
	}
	return '';
}

const FULL = 'The disk is full: make room and try again.';
const systems: Readonly<Record<string, string>> = {
	ENOSPC: FULL,
	EDQUOT: FULL,
	EFBIG: 'A file is larger than this system lets it be written: look at the disk and at the limits (ulimit -f).',
	EROFS: 'The folder is read-only: work where files can be written.',
	EACCES: 'The right to read or write there is missing: look at who owns the folder, and at its mode.',
	EPERM: 'The right to do this is missing: look at who owns the folder, and at its mode.',
	EEXIST: 'Something stands where a file or folder is to be written: look at it, and move it away.',
	EMFILE: 'Too many files are open on this machine: end other programs, or raise the limit (ulimit -n).',
	ENAMETOOLONG: 'A path is longer than this system can hold: use a shorter folder.',
};

/** What the system refused, and what to do, for a message that names the file itself. */
export const systemWords = (error: unknown): string =>
	systems[codeOf(error)] ?? `${error instanceof Error ? error.message : String(error)}.`;

/** What the system refused, and what to do; undefined for an error that is not the system's. */
export function systemFault(error: unknown): string | undefined {
	const said = systems[codeOf(error)];
	if (said === undefined) return undefined;
	// Of a copy, the place that it was to go to.
	const { dest, path } = error as { readonly dest?: unknown; readonly path?: unknown };
	const place = [dest, path].find((one) => typeof one === 'string');
	return place === undefined ? said : `${said} (${place})`;
}
