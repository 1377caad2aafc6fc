import { parseArgs } from 'node:util';
import { BuildError } from './failure.ts';

/**
 * The port that a person asked for, by `--port` or by PORT; undefined when by neither.
 * @throws BuildError when it is not written as a port: 0x50 and 4321abc are none
 */
export function portFrom(args: readonly string[], given: string | undefined): number | undefined {
	const { values } = parseArgs({ args: [...args], options: { port: { type: 'string' } } });
	const [name, text] = values.port === undefined ? ['PORT', given?.trim()] : ['--port', values.port.trim()];
	if (text === undefined || (text === '' && name === 'PORT')) return undefined;
	const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
	if (!(port <= 65_535))
		throw new BuildError(`${name} is "${text}", which is not a port; write a number from 1 to 65535`);
	return port;
}

/** Calls back when the process that started this one has ended: npm ends without a word to what it runs. */
export function whenAlone(end: () => void): void {
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(watch);
		end();
	}, 500);
	watch.unref();
}
