import { checkContent, type Report } from '../../src/desk/check.ts';
import { diskAt, diskOf, type Held } from '../../src/desk/disk.ts';
import type { Finding } from '../../src/desk/position.ts';
import { readContent, type Seen } from '../../src/desk/read.ts';
import type { Rules } from '../../src/desk/rule.ts';

/** A small content tree without a fault, held in memory: what tests change a part of. */
export const fixtureRoot = new URL('./fixture', import.meta.url).pathname;

let held: ReadonlyMap<string, string | Uint8Array> | undefined;

/** The files of the fixture. */
export function fixture(): ReadonlyMap<string, string | Uint8Array> {
	if (held) return held;
	const disk = diskAt(fixtureRoot);
	const paths = [...['content', 'public', 'seeds'].flatMap((folder) => disk.files(folder))];
	held = new Map(paths.map((path) => [path, disk.read(path)]));
	return held;
}

/** Text of a file of the fixture. */
export function textOf(path: string): string {
	const file = fixture().get(path);
	if (file === undefined) throw new Error(`the fixture has no ${path}`);
	return typeof file === 'string' ? file : new TextDecoder().decode(file);
}

let seen: Seen | undefined;

/** The fixture's files parsed once for all tests of a file. */
function parsed(): Seen {
	if (!seen) {
		seen = new Map();
		readContent('/', diskOf(fixture()), seen);
	}
	return seen;
}

/** Checks the fixture with some files put in, replaced, or (null) taken away. */
export function checkWith(changes: Readonly<Record<string, Held | null>>, asked?: Rules): Report {
	const files = new Map<string, Held>(fixture());
	for (const [path, text] of Object.entries(changes)) {
		if (text === null) files.delete(path);
		else files.set(path, text);
	}
	return checkContent(readContent('/', diskOf(files), new Map(parsed())), asked);
}

const BRIDGE = 'content/explainers/the-bridge.mdx';
const SPOT = 'was mayor of Vell.';

/** What a rule marks in words put into a page of the fixture: for tests of rules. */
export function said(rule: string, words: string): readonly string[] {
	const text = textOf(BRIDGE).replace(SPOT, () => `${SPOT} ${words}`);
	return spots(rule, checkWith({ [BRIDGE]: text }).findings, new Map([[BRIDGE, text]]));
}

/** The marked words of each finding of a rule. */
export function spots(
	rule: string,
	findings: readonly Finding[],
	texts: ReadonlyMap<string, string>,
): readonly string[] {
	return findings
		.filter((finding) => finding.rule === rule)
		.map(({ path, line, column, endColumn }) => {
			const row = (texts.get(path) ?? textOf(path)).split('\n')[line - 1] ?? '';
			return row.slice(column - 1, (endColumn ?? column + 1) - 1);
		});
}
