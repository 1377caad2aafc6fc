import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { hashFiles, manifestName, writeManifest } from '../../src/ship/manifest.ts';

export const root = join(import.meta.dirname, '..', '..');

/** A copy of the project in a folder of its own, to be built and spoilt. The packages are shared. */
export async function copyProject(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'project-'));
	for (const part of ['content', 'public', 'seeds', 'src', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
		await cp(join(root, part), join(folder, part), { recursive: true });
	await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
	return folder;
}

/** Leaves only pages that are quick to build; for tests of the building, not of what is built. */
export async function fewPages(folder: string): Promise<void> {
	const pages = join(folder, 'src', 'pages');
	const kept = new Set(['404.astro']);
	for (const name of await readdir(pages)) if (!kept.has(name)) await rm(join(pages, name), { recursive: true });
	// Without a front page nothing is served.
	await cp(join(pages, '404.astro'), join(pages, 'index.astro'));
	// A file that is no page, and quick to write.
	const robots = "export const GET = () => new Response('User-agent: *\\n');\n";
	await writeFile(join(pages, 'robots.txt.ts'), robots);
}

/** The site that was there before, which a failure must leave as it is. */
export async function oldSite(folder: string): Promise<void> {
	await mkdir(join(folder, 'dist', 'claims'), { recursive: true });
	await writeFile(join(folder, 'dist', 'index.html'), 'the last good site');
	await writeFile(join(folder, 'dist', 'claims', 'index.html'), 'its claims');
	const files = hashFiles(join(folder, 'dist'));
	const manifest = writeManifest({ revision: '0', site: 'https://a.example/', tools: {}, files });
	await writeFile(join(folder, 'dist', manifestName), manifest);
}

export interface Run {
	readonly status: number | null;
	readonly said: string;
}

export interface RunOptions {
	/** Where the site goes, if not to `dist/`. */
	readonly out?: string;
	readonly env?: Readonly<Record<string, string>>;
	/** Largest file that may be written, in blocks of 512 bytes: a disk that is full. */
	readonly fileLimit?: number;
	readonly umask?: string;
	/** `npm start` in place of the build alone: it serves what it has built, and goes on until it is ended. */
	readonly start?: boolean;
	/** Ends the build at once, and all that it started, when it has come so far. @param said what it has said by then */
	readonly until?: { readonly ready: (said: string) => Promise<boolean>; readonly signal: NodeJS.Signals };
}

/** A port that was free a moment ago. */
export const freePort = (): Promise<number> =>
	new Promise((done, fail) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const at = probe.address();
			probe.close(() => (typeof at === 'object' && at ? done(at.port) : fail(new Error('no port'))));
		});
	});

/** The environment as a person has it: without what the tests' own run puts into it. */
export const ownEnvironment = (): NodeJS.ProcessEnv =>
	Object.fromEntries(
		Object.entries(process.env).filter(
			([name]) => !/^(VITEST|VITE_|NODE_ENV|MODE|DEV|PROD|SSR|BASE_URL|TEST|SITE_URL)/.test(name),
		),
	);

/** `npm run build` in a project's folder. */
export async function build(
	folder: string,
	{ env = {}, fileLimit, umask = '022', start = false, until, out = 'dist' }: RunOptions = {},
): Promise<Run> {
	const node = join(root, 'node_modules', '.bin', 'node');
	const limit = `umask ${umask}; ${fileLimit === undefined ? '' : `ulimit -f ${fileLimit}; `}`;
	const command = start ? 'npm start' : `"${node}" src/ship/build.ts --out "$0"`;
	const child = spawn('sh', ['-c', `${limit}exec ${command}`, out], {
		cwd: folder,
		env: { ...ownEnvironment(), ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
		// A group of its own: what ends it ends what it started too.
		detached: true,
	});
	let said = '';
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (data: Buffer) => {
			said += data.toString();
		});
	const ended = new Promise<number | null>((done) => child.once('close', done));
	if (until) {
		let over = false;
		void ended.then(() => {
			over = true;
		});
		while (!over && !(await until.ready(said))) await wait(2);
		if (!over && child.pid !== undefined) process.kill(-child.pid, until.signal);
	}
	return { status: await ended, said };
}
