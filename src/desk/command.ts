import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { kinds } from '../ledger/kinds.ts';
import { didYouMean, meantIds } from '../ledger/suggest.ts';
import { checkContent, deskOf } from './check.ts';
import { correction } from './correction.ts';
import { diskAt } from './disk.ts';
import { writeEditorFiles } from './editor.ts';
import { readText } from './encoding.ts';
import { find, formatHits } from './find.ts';
import { mend } from './fix.ts';
import { LockError } from './lock.ts';
import { contentIn, textsOf } from './read.ts';
import { rename } from './rename.ts';
import { formatJson, formatReport } from './report.ts';
import { rules } from './rules.ts';
import { sortOf } from './sort.ts';
import { withoutCopy } from './sources.ts';
import { spelling } from './spelling.ts';
import { stub, stubKinds } from './stub.ts';
import { systemFault } from './system-fault.ts';
import { printable } from './terminal.ts';
import { alone, takeBackEnded } from './turns.ts';
import { type Manner, writeFiles } from './write.ts';

const USAGE = `Usage:
  npm run check [-- --json | --fix]             check all content; --fix mends what has one right form
  npm run new -- <kind> <id> [--seed FILE]      write a stub; kinds: ${stubKinds.join(', ')}
  npm run new -- correction <id>                writes a correction of a claim, series or ceasefire where readers find it
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

const usage = (error: string): Outcome => ({ out: '', error: `${printable(error)}\n\n${USAGE}`, status: 1 });
const failed = (error: string): Outcome => ({ out: '', error: `${printable(error)}\n`, status: 1 });

/** Writes what a command has made, and says what was written. */
function written(
	root: string,
	files: ReadonlyMap<string, string | Uint8Array>,
	options: Options,
	said?: string,
): Outcome {
	const fault = writeFiles(root, files, options.manner ?? 'replace', options);
	const out = said ?? [...files.keys()].map((path) => `wrote ${printable(path)}\n`).join('');
	return fault ? failed(fault) : { out, status: 0 };
}
type Options = Parameters<typeof writeFiles>[3] & { readonly manner?: Manner };

const commands: Readonly<Record<string, (args: readonly string[], terminal: Terminal) => Outcome>> = {
	'': () => ({ out: USAGE, status: 1 }),
	help: () => ({ out: USAGE, status: 0 }),
	'--help': () => ({ out: USAGE, status: 0 }),

	check(args, { root, colour }) {
		const options = { json: { type: 'boolean' }, fix: { type: 'boolean' } } as const;
		const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
		if (positionals.length > 0) return usage(`check takes no names: ${positionals.join(' ')}`);
		const mended = values.fix ? alone(root, () => mendAll(root)) : { out: '', status: 0 };
		if (mended.status > 0) return mended;
		const report = checkContent(contentIn(root), { ...rules, ...spelling });
		const left = writeEditorFiles(report.content);
		const out = values.json ? formatJson(report) : mended.out + formatReport(report, { colour });
		return { ...(left && { error: left }), out, status: report.ok ? 0 : 1 };
	},

	new(args, { root, today }) {
		const options = { seed: { type: 'string' } } as const;
		const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
		const [kind = '', id = '', ...more] = positionals;
		if (kind === '') return usage('say what to write');
		const known = stubKinds.find((one) => one === kind);
		if (kind !== 'correction' && !known)
			return usage(`there is no stub for "${kind}"; there are: ${stubKinds.join(', ')}`);
		if (id === '' || more.length > 0) return usage(`new ${kind} takes one id`);
		const { seed } = values;
		return alone(root, () => {
			const content = contentIn(root);
			const made = known ? stub(content, known, id, today, seed) : correction(deskOf(content), id, today);
			if (!made.ok) return failed(made.message);
			const { files } = made;
			const lines = [...[...files.keys()].map((path) => `wrote ${path}`), ...made.notes, ''].map(printable);
			const manner = known ? 'grow' : 'replace';
			const outcome = written(root, files, { manner, was: textsOf(content) }, lines.join('\n'));
			if (outcome.status === 0) writeEditorFiles(contentIn(root));
			return outcome;
		});
	},

	find(args, { root }) {
		const wanted = parseArgs({ args: [...args], allowPositionals: true })
			.positionals.join(' ')
			.trim();
		if (wanted === '') return usage('say what to find');
		const content = contentIn(root);
		const hits = find(content, wanted);
		const ids = [...content.homes.values()].map(({ entry }) => entry.id);
		const meant = hits.length > 0 || /[^a-z0-9-]/.test(wanted) ? [] : meantIds(wanted, ids, () => undefined);
		const near = didYouMean(wanted, meant, '');
		return { out: `${formatHits(hits, wanted)}${near && `${near}\n`}`, status: hits.length > 0 ? 0 : 1 };
	},

	rename([kind, old = '', next = '', ...more], { root, today }) {
		const known = kinds.find((one) => one === kind);
		if (kind !== undefined && !known)
			return failed(`there is no kind "${kind}". ${didYouMean(kind, kinds, `There are: ${kinds.join(', ')}.`)}`);
		if (!known || next === '' || more.length > 0) return usage('rename takes a kind, the id there is, and the new one');
		if (old === next) return failed(`the ${known} is called "${old}" already`);
		return alone(root, () => {
			const content = contentIn(root);
			const made = rename(content, known, old, next, today);
			if (!made.ok) return failed(made.message);
			const gone = made.gone.filter((path) => !made.files.has(path));
			return written(root, made.files, { was: textsOf(content), gone });
		});
	},

	sources: (args, { root }) =>
		args.length > 0
			? usage(`sources takes --online, and --fix with it: not ${args.join(' ')}`)
			: { out: withoutCopy(contentIn(root)), status: 0 },
};

/** Runs one command. Never throws for what a person typed or what stands in content/. */
export function run([command = '', ...rest]: readonly string[], terminal: Terminal): Outcome {
	try {
		const known = Object.hasOwn(commands, command) ? commands[command] : undefined;
		return known ? known(rest, terminal) : usage(`there is no command "${command}"`);
	} catch (error) {
		// parseArgs throws for an option it does not know; its message is fit to be read.
		if (error instanceof TypeError && 'code' in error) return usage(error.message.split('. ', 1)[0] ?? error.message);
		throw error;
	}
}

/** Mends what has one right form in the files of content/, all or none; seeds are never touched. */
function mendAll(root: string): Outcome {
	const disk = diskAt(root);
	const [was, files] = [new Map<string, string>(), new Map<string, string>()];
	const said = disk.files('content').flatMap((path) => {
		const sort = sortOf(path);
		const read = sort && !('fault' in sort) && sort.extension !== 'csv' ? readText(disk, path) : undefined;
		if (!read || 'fault' in read) return [];
		const { text, mended } = mend(path, read.text);
		if (text === read.text) return [];
		was.set(path, read.text);
		files.set(path, text);
		return mended.map(({ line, what, before, after }) => {
			const shown = before === after ? '' : `    - ${printable(before.trim())}\n    + ${printable(after.trim())}\n`;
			return `mended ${printable(path)}:${line}  ${what}\n${shown}`;
		});
	});
	return written(root, files, { was }, said.join(''));
}

/** Commands that wait for something: a picture that is made smaller, an answer. undefined for the others. */
async function runSlow(args: readonly string[], { root, today }: Terminal): Promise<Outcome | undefined> {
	const [command, kind, file, ...more] = args;
	if (command === 'sources' && kind === '--online' && (file ?? '--fix') === '--fix' && more.length === 0)
		return runOnline(root, file !== undefined);
	if (command !== 'new' || kind !== 'image') return undefined;
	if (file === undefined || more.length > 0) return usage('new image takes one file: npm run new -- image camp.jpg');
	// The library that makes pictures smaller takes its time to start, and no other command needs it.
	const { bringPicture } = await import('./picture.ts');
	const outcome = await bringPicture(root, file, today);
	if (outcome.status === 0) writeEditorFiles(contentIn(root));
	return outcome;
}

/** The one command that asks the network. No build and no check leads here. */
async function runOnline(root: string, fix: boolean): Promise<Outcome> {
	const { askOnline, withCopy } = await import('./online.ts');
	const screen = process.stderr;
	const faults: string[] = [];
	const outcome = await askOnline(contentIn(root), {
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
		for (const line of takeBackEnded(terminal.root)) process.stderr.write(`${printable(line)}\n`);
		const { out, error, status } = (await runSlow(args, terminal)) ?? run(args, terminal);
		process.stdout.write(out);
		if (error) process.stderr.write(error);
		process.exitCode = status;
	} catch (error) {
		const isHeld = error instanceof LockError;
		const said =
			(isHeld ? error.message : systemFault(error)) ??
			`The desk itself failed: ${error instanceof Error ? error.message : String(error)}`;
		process.stderr.write(`${said.split('\n').map(printable).join('\n')}\n`);
		process.exitCode = isHeld ? 1 : 2;
	}
}
