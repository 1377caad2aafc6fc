import { parseArgs } from 'node:util';
import { check } from './check.ts';
import { formatJson, formatReport } from './report.ts';

const USAGE = `Usage:
  npm run check [-- --json]                     check all content
  npm run new -- <kind> <id> [--seed FILE]      write a stub: ${'explainer, source, claim, ceasefire, chart, series, actor, place'}
  npm run find -- "78"                          where a figure or word stands
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
}

const usage = (error: string): Outcome => ({ out: '', error: `${error}\n\n${USAGE}`, status: 1 });

/** Runs one command. Never throws for what a person typed or what stands in content/. */
export function run(args: readonly string[], { root, colour }: Terminal): Outcome {
	const [command = '', ...rest] = args;
	try {
		if (command === 'check') {
			const { values, positionals } = parseArgs({
				args: rest,
				allowPositionals: true,
				options: { json: { type: 'boolean' } },
			});
			if (positionals.length > 0) return usage(`check takes no names: ${positionals.join(' ')}`);
			const report = check(root);
			return { out: values.json ? formatJson(report) : formatReport(report, { colour }), status: report.ok ? 0 : 1 };
		}
		if (command === '' || command === 'help' || command === '--help')
			return { out: USAGE, status: command === '' ? 1 : 0 };
		return usage(`there is no command "${command}"`);
	} catch (error) {
		// parseArgs throws for an option it does not know; its message is fit to be read.
		if (error instanceof TypeError && 'code' in error) return usage(error.message.split('. ', 1)[0] ?? error.message);
		throw error;
	}
}

function main(): void {
	const colour = process.stdout.isTTY === true && !process.env['NO_COLOR'];
	try {
		const { out, error, status } = run(process.argv.slice(2), { root: process.cwd(), colour });
		process.stdout.write(out);
		if (error) process.stderr.write(error);
		process.exitCode = status;
	} catch (error) {
		process.stderr.write(`The desk itself failed: ${error instanceof Error ? error.message : String(error)}\n`);
		process.exitCode = 2;
	}
}

if (import.meta.main) main();
