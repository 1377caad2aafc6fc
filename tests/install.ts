import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether a program is there and may be run. */
export function executable(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

function onPath(names: readonly string[]): string | undefined {
	// Servers are in sbin, which is not on everybody's path.
	const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
	return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(executable);
}

function run(command: string, args: readonly string[]): boolean {
	console.log(`$ ${command} ${args.join(' ')}`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

/**
 * Path of a program: one on the PATH, or Debian's package, installed where this may (as root, with apt-get).
 * @returns undefined when it cannot be had
 */
export function findOrInstall(names: readonly string[], debian: string): string | undefined {
	const found = onPath(names);
	if (found) return found;
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
	const done =
		run('apt-get', ['update', '-q']) && run('apt-get', ['install', '-y', '-q', '--no-install-recommends', debian]);
	return done ? onPath(names) : undefined;
}
