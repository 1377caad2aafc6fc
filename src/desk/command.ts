import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { kinds } from '../ledger/kinds.ts';
import { check, deskOf } from './check.ts';
import { correction } from './correction.ts';
import { diskAt } from './disk.ts';
import { writeEditorFiles } from './editor.ts';
import { decode } from './encoding.ts';
import { find, formatHits } from './find.ts';
import { mend } from './fix.ts';
import { withParts } from './guide.ts';
import { type Content, readContent } from './read.ts';
import { MOVED } from './released.ts';
import { rename } from './rename.ts';
import { formatJson, formatReport } from './report.ts';
import { sortOf } from './sort.ts';
import { withoutCopy } from './sources.ts';
import { stub, stubKinds } from './stub.ts';
import { systemFault } from './system-fault.ts';
import { printable } from './terminal.ts';
import { writeFiles } from './write.ts';

const USAGE = `Usage:
  npm run check [-- --json | --fix]             check all content; --fix mends what has one right form
  npm run new -- <kind> <id> [--seed FILE]      write a stub; kinds: ${stubKinds.join(', ')}
  npm run new -- correction <claim>             writes a correction into each page that shows the claim, to be filled
  npm run new -- image FILE                     brings a picture in, with its sizes and a source that credits it
  npm run find -- "78"                          where a figure, a word or the id of a record stands
  npm run rename -- <kind> <old> <new>          gives a record another id, everywhere
  npm run sources                               sources without an archived copy, and where to save one
  npm run sources -- --online [--fix]           asks each address whether it is still there; --fix writes archived copies
`;

/** What a command has to say, and the exit status. */
export interface Outcome {
	readonly out: string;
	readonly error?: string;
	readonly status: number;
}

interface Terminal {
	readonly root: string;
	readonly colour: boolean;
	/** For the dates of a stub, as 2020-03-05. */
	readonly today: string;
}

const usage = (error: string): Outcome => ({ out: '', error: `${error}\n\n${USAGE}`, status: 1 });

/** Runs one command. Never throws for what a person typed or what stands in content/. */
export function run(args: readonly string[], { root, colour, today }: Terminal): Outcome {
	const [command = '', ...rest] = args;
	try {
		if (command === 'check') {
			const { values, positionals } = parseArgs({
				args: rest,
				allowPositionals: true,
				options: { json: { type: 'boolean' }, fix: { type: 'boolean' } },
			});
			if (positionals.length > 0) return usage(`check takes no names: ${positionals.join(' ')}`);
			const mended = values.fix ? mendAll(root) : '';
			if (typeof mended !== 'string') return mended;
			const report = check(root);
			const left = writeEditorFiles(report.content);
			return {
				...(left && { error: left }),
				out: values.json ? formatJson(report) : mended + formatReport(report, { colour }),
				status: report.ok ? 0 : 1,
			};
		}
		if (command === 'new') return runNew(rest, root, today);
		if (command === 'find') return runFind(rest, root);
		if (command === 'rename') return runRename(rest, root, today);
		if (command === 'sources')
			return rest.length > 0
				? usage(`sources takes --online, and --fix with it: not ${rest.join(' ')}`)
				: { out: withoutCopy(readContent(root)), status: 0 };
		if (command === 'guide') return runGuide(root);
		if (command === '' || command === 'help' || command === '--help')
			return { out: USAGE, status: command === '' ? 1 : 0 };
		return usage(`there is no command "${command}"`);
	} catch (error) {
		// parseArgs throws for an option it does not know; its message is fit to be read.
		if (error instanceof TypeError && 'code' in error) return usage(error.message.split('. ', 1)[0] ?? error.message);
		throw error;
	}
}

const failed = (error: string): Outcome => ({ out: '', error: `${error}\n`, status: 1 });

/** The texts of the files of content/ as they were read, by path. */
const textsOf = ({ files, released }: Content): ReadonlyMap<string, string> =>
	new Map([
		...files.map(({ path, text }) => [path, text] as const),
		...(released.moved.text === undefined ? [] : [[MOVED, released.moved.text] as const]),
	]);

/** Mends what has one right form in the files of content/, all or none; seeds are never touched. */
function mendAll(root: string): string | Outcome {
	const disk = diskAt(root);
	const [was, files] = [new Map<string, string>(), new Map<string, string>()];
	const said = disk.files('content').flatMap((path) => {
		const sort = sortOf(path);
		const bytes = sort && !('fault' in sort) && sort.extension !== 'csv' ? disk.read(path) : '';
		const before = typeof bytes === 'string' ? undefined : decode(bytes);
		const { text, mended } = mend(path, before ?? '');
		if (before === undefined || text === before) return [];
		was.set(path, before);
		files.set(path, text);
		return mended.map(
			({ line, what, before: was, after }) =>
				`mended ${path}:${line}  ${what}\n${was === after ? '' : `    - ${printable(was.trim())}\n    + ${printable(after.trim())}\n`}`,
		);
	});
	const fault = writeFiles(root, files, 'replace', { was });
	return fault ? failed(fault) : said.join('');
}

function runNew(args: readonly string[], root: string, today: string): Outcome {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { seed: { type: 'string' } },
	});
	const [kind = '', id = '', ...more] = positionals;
	if (kind === '') return usage('say what to write');
	const known = stubKinds.find((one) => one === kind);
	if (kind !== 'correction' && !known)
		return usage(`there is no stub for "${kind}"; there are: ${stubKinds.join(', ')}`);
	if (id === '' || more.length > 0) return usage(`new ${kind} takes one id`);
	const content = readContent(root);
	const written = known
		? stub(content, known, id, { today, ...(values.seed !== undefined && { seed: values.seed }) })
		: correction(deskOf(content), id, today);
	if (!written.ok) return failed(written.message);
	const fault = writeFiles(root, written.files, known ? 'grow' : 'replace', { was: textsOf(content) });
	if (fault) return failed(fault);
	writeEditorFiles(readContent(root));
	const lines = [...[...written.files.keys()].map((path) => `wrote ${path}`), ...written.notes.map(printable)];
	return { out: `${lines.join('\n')}\n`, status: 0 };
}

function runRename(args: readonly string[], root: string, today: string): Outcome {
	const [kind = '', old = '', next = '', ...more] = args;
	const known = kinds.find((one) => one === kind);
	if (!known || next === '' || more.length > 0) return usage('rename takes a kind, the id there is, and the new one');
	const content = readContent(root);
	const made = rename(content, known, old, next, today);
	if (!made.ok) return failed(made.message);
	const gone = made.gone.filter((path) => !made.files.has(path));
	const fault = writeFiles(root, made.files, 'replace', { was: textsOf(content), gone });
	if (fault) return failed(fault);
	return { out: [...made.files.keys()].map((path) => `wrote ${path}\n`).join(''), status: 0 };
}

/** For those who change the rules: writes their words into the editors' guide. */
function runGuide(root: string): Outcome {
	const path = 'content/README.md';
	const before = decode(readFileSync(join(root, path)));
	if (before === undefined)
		return failed(`${path} is not in UTF-8: save it again with that encoding; nothing was written`);
	const after = withParts(before);
	const fault = writeFiles(root, new Map([[path, after]]), 'replace', { was: new Map([[path, before]]) });
	return fault ? failed(fault) : { out: `wrote ${path}\n`, status: 0 };
}

function runFind(args: readonly string[], root: string): Outcome {
	const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
	const wanted = positionals.join(' ').trim();
	if (wanted === '') return usage('say what to find');
	const hits = find(readContent(root), wanted);
	return { out: formatHits(hits, wanted), status: hits.length > 0 ? 0 : 1 };
}

/** Commands that wait for something: a picture that is made smaller, an answer. undefined for the others. */
export async function runSlow(args: readonly string[], { root, today }: Terminal): Promise<Outcome | undefined> {
	const [command, kind, file, ...more] = args;
	if (command === 'sources' && kind === '--online' && (file ?? '--fix') === '--fix' && more.length === 0)
		return runOnline(root, file !== undefined);
	if (command !== 'new' || kind !== 'image') return undefined;
	if (file === undefined || more.length > 0) return usage('new image takes one file: npm run new -- image camp.jpg');
	// The library that makes pictures smaller takes its time to start, and no other command needs it.
	const { bringPicture } = await import('./picture.ts');
	const outcome = await bringPicture(root, file, today);
	if (outcome.status === 0) writeEditorFiles(readContent(root));
	return outcome;
}

/** The one command that asks the network. No build and no check leads here. */
async function runOnline(root: string, fix: boolean): Promise<Outcome> {
	const { askOnline, withCopy } = await import('./online.ts');
	const screen = process.stderr;
	const faults: string[] = [];
	const outcome = await askOnline(readContent(root), {
		fetch,
		pause: () => setTimeout(1000),
		progress: (done, all, host) => {
			if (!screen.isTTY) return;
			const bar = '#'.repeat(Math.round((20 * done) / all)).padEnd(20, '.');
			screen.write(`\r\u001b[K${done === all ? '' : `[${bar}] ${done} of ${all}  ${host}`}`);
		},
		...(fix && {
			save: ({ file }, copy) => {
				const was = new Map([[file.path, file.text]]);
				const fault = writeFiles(root, new Map([[file.path, withCopy(file.text, copy)]]), 'replace', { was });
				if (fault) faults.push(`${fault}\n`);
			},
		}),
	});
	return faults.length > 0 ? { ...outcome, error: faults.join(''), status: 1 } : outcome;
}

/** The program: runs what the command line says, prints it, and sets the exit status. */
export async function main(): Promise<void> {
	const colour = process.stdout.isTTY === true && !process.env['NO_COLOR'];
	try {
		const terminal = { root: process.cwd(), colour, today: new Date().toISOString().slice(0, 10) };
		const args = process.argv.slice(2);
		const { out, error, status } = (await runSlow(args, terminal)) ?? run(args, terminal);
		process.stdout.write(out);
		if (error) process.stderr.write(error);
		process.exitCode = status;
	} catch (error) {
		const said =
			systemFault(error) ?? `The desk itself failed: ${error instanceof Error ? error.message : String(error)}`;
		process.stderr.write(`${said}\n`);
		process.exitCode = 2;
	}
}
