import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { preview } from 'astro';
import { caddyFile, headersFile, type Moved, nginxFile } from '../../src/ship/hosts.ts';
import type { Policy } from '../../src/ship/policy.ts';
import { serveFolder } from '../../src/ship/server.ts';
import { findOrInstall } from '../install.ts';
import { readHeadersFile } from '../support/headers.ts';

const WRANGLER = '4.86.0';
/** The newest day that this wrangler's runtime knows. */
const COMPATIBILITY = '2026-05-01';
const START_WITHIN = 600_000;

export interface Host {
	readonly name: string;
	/** Whether it sends the headers of the policy. */
	readonly headers: boolean;
	/** Whether it leads from a page's address without the slash to the page. Astro's preview, no host for readers, does not. */
	readonly slash: boolean;
	/** @returns undefined when the host cannot be had here */
	readonly start: (site: Site) => Promise<Running | undefined>;
}

export interface Site {
	readonly root: string;
	readonly folder: string;
	/** `/` or a path with a slash at both ends. */
	readonly base: string;
	readonly policy: Policy;
	/** A fresh folder for the server's own files. */
	readonly work: string;
}

export interface Running {
	readonly url: string;
	readonly stop: () => Promise<void>;
}

async function freePort(): Promise<number> {
	const server = createServer();
	const { promise, resolve } = Promise.withResolvers<void>();
	server.listen(0, '127.0.0.1', resolve);
	await promise;
	const address = server.address();
	await new Promise((done) => server.close(done));
	if (typeof address !== 'object' || !address) throw new Error('no port is free');
	return address.port;
}

/** Waits until the address answers; the process ending first is a failure. */
async function answering(url: string, child: ChildProcess): Promise<void> {
	const deadline = Date.now() + START_WITHIN;
	while (Date.now() < deadline) {
		if (child.exitCode !== null) throw new Error(`the server ended with status ${child.exitCode}`);
		const answer = await fetch(url).catch(() => undefined);
		await answer?.arrayBuffer();
		if (answer?.ok) return;
		await wait(100);
	}
	throw new Error(`${url} does not answer`);
}

async function launch(command: string, args: readonly string[], url: string, cwd: string): Promise<Running> {
	const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: '1', XDG_DATA_HOME: cwd, XDG_CONFIG_HOME: cwd };
	const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
	let said = '';
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (data: Buffer) => (said = `${said}${data}`.slice(-4000)));
	const ended = new Promise<void>((done) => child.once('exit', () => done()));
	const abandon = () => {
		if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
	};
	process.once('exit', abandon);
	child.once('exit', () => process.off('exit', abandon));
	const stop = async () => {
		// The whole group: wrangler starts a runtime of its own.
		const signal = (name: NodeJS.Signals) => {
			if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
				process.kill(-child.pid, name);
		};
		signal('SIGTERM');
		await Promise.race([ended, wait(5000, undefined, { ref: false })]);
		signal('SIGKILL');
		await ended;
	};
	try {
		await answering(url, child);
	} catch (error) {
		await stop();
		throw new Error(`${command}: ${error instanceof Error ? error.message : String(error)}\n${said}`);
	}
	return { url, stop };
}

/** A folder that holds the site at its base, as a host's web root does. */
async function webRoot({ folder, base, work }: Site): Promise<string> {
	if (base === '/') return folder;
	const place = join(work, 'www', base);
	await mkdir(dirname(place), { recursive: true });
	await symlink(folder, place.replace(/\/$/, ''));
	return join(work, 'www');
}

const ours: Host = {
	name: 'npm run serve',
	headers: true,
	slash: true,
	start: async ({ folder, base }) => {
		const headers = readHeadersFile(await readFile(join(folder, '_headers'), 'utf8'));
		const server = await serveFolder({ folder, base, port: 0, headers });
		return { url: server.url, stop: server.close };
	},
};

const astro: Host = {
	name: 'astro preview',
	headers: false,
	slash: false,
	start: async ({ root, folder, base }) => {
		process.env['ASTRO_PREVIEW_BACKGROUND'] = '0';
		const port = await freePort();
		const server = await preview({
			root,
			outDir: folder,
			base,
			server: { port, host: '127.0.0.1' },
			logLevel: 'error',
		});
		return { url: `http://127.0.0.1:${server.port}${base}`, stop: () => server.stop() };
	},
};

/** What nginx says of the file for a site at an address; nothing when it takes it. undefined without nginx. */
export async function nginxFaults(site: Site, moved: readonly Moved[]): Promise<readonly string[] | undefined> {
	const program = findOrInstall(['nginx'], 'nginx-light');
	if (!program) return undefined;
	await mkdir(site.work, { recursive: true });
	const file = join(site.work, 'odd.conf');
	const server = `server { listen 127.0.0.1:8; root ${site.work}; ${nginxFile(site.policy, moved, site.base)} }`;
	await writeFile(file, `pid ${site.work}/odd.pid; events { } http { access_log off; ${server} }\n`);
	const { status, stderr } = spawnSync(program, ['-t', '-q', '-p', site.work, '-c', file, '-e', 'stderr'], {
		encoding: 'utf8',
	});
	return status === 0 ? [] : stderr.trim().split('\n');
}

const nginx: Host = {
	name: 'nginx',
	headers: true,
	slash: true,
	start: async (site) => {
		const program = findOrInstall(['nginx'], 'nginx-light');
		if (!program) return undefined;
		const port = await freePort();
		const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
			(name) => `\t${name}_temp_path ${site.work}/${name};`,
		);
		const config = [
			...(process.getuid?.() === 0 ? ['user root;'] : []),
			'daemon off;',
			'worker_processes auto;',
			`pid ${site.work}/nginx.pid;`,
			'error_log stderr warn;',
			'events { worker_connections 4096; }',
			'http {',
			'\taccess_log off;',
			...temporary,
			'\tserver {',
			`\t\tlisten 127.0.0.1:${port};`,
			`\t\troot ${await webRoot(site)};`,
			`\t\tinclude ${site.work}/site.conf;`,
			'\t}',
			'}',
		];
		await writeFile(join(site.work, 'site.conf'), nginxFile(site.policy, [], site.base));
		await writeFile(join(site.work, 'nginx.conf'), `${config.join('\n')}\n`);
		const args = ['-p', site.work, '-c', join(site.work, 'nginx.conf'), '-e', 'stderr'];
		return launch(program, args, `http://127.0.0.1:${port}${site.base}`, site.work);
	},
};

const caddy: Host = {
	name: 'Caddy',
	headers: true,
	slash: true,
	start: async (site) => {
		const program = findOrInstall(['caddy'], 'caddy');
		if (!program) return undefined;
		const port = await freePort();
		const config = [
			'{',
			'\tadmin off',
			'\tauto_https off',
			'}',
			`http://127.0.0.1:${port} {`,
			`\troot * ${await webRoot(site)}`,
			`\timport ${site.work}/site.caddy`,
			'}',
		];
		await writeFile(join(site.work, 'site.caddy'), caddyFile(site.policy, [], site.base));
		await writeFile(join(site.work, 'Caddyfile'), `${config.join('\n')}\n`);
		const args = ['run', '--config', join(site.work, 'Caddyfile'), '--adapter', 'caddyfile'];
		return launch(program, args, `http://127.0.0.1:${port}${site.base}`, site.work);
	},
};

/** Cloudflare Pages' local runtime. Below a path, its `_headers` stands at the top, so it is written for that path. */
const cloudflare: Host = {
	name: `Cloudflare Pages (wrangler ${WRANGLER})`,
	headers: true,
	slash: true,
	start: async (site) => {
		const port = await freePort();
		let folder = site.folder;
		if (site.base !== '/') {
			folder = join(site.work, 'www');
			await cp(site.folder, join(folder, site.base), { recursive: true });
			await writeFile(join(folder, '_headers'), headersFile(site.policy, site.base));
		}
		const options = ['--ip', '127.0.0.1', '--port', String(port), '--compatibility-date', COMPATIBILITY];
		const args = ['--yes', `wrangler@${WRANGLER}`, 'pages', 'dev', folder, ...options];
		return launch('npx', args, `http://127.0.0.1:${port}${site.base}`, site.work);
	},
};

export const hosts: readonly Host[] = [ours, astro, nginx, caddy, cloudflare];
