import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { listFiles } from '../../src/ship/files.ts';
import { copyProject, ownEnvironment, root } from '../whole/project.ts';

/**
 * `npm run bench:build`: what a build takes, in processor time, which a busy machine changes least. A cold build beside
 * stock Astro with as many MDX pages; one more explainer; a second build with one changed explainer; a large site.
 * `npm run bench:build -- --explainers 1200 --claims 0` sets how large. Ends with status 1 when a goal is missed.
 */
const goals = { ratio: 1.5, further: 0.04, again: 0.5, gib: 1.5 } as const;
const { values } = parseArgs({
	options: { explainers: { type: 'string', default: '1200' }, claims: { type: 'string', default: '0' } },
});
const [most, claims] = [Number(values.explainers), Number(values.claims)];

interface Taken {
	readonly seconds: number;
	readonly cpu: number;
	readonly gib: number;
}

function built(folder: string, how: 'site' | 'stock'): Promise<Taken> {
	return new Promise((done, failed) => {
		const script = join(import.meta.dirname, 'one-build.ts');
		const child = spawn(process.execPath, [script, how], { cwd: folder, env: ownEnvironment() });
		let out = '';
		child.stdout.on('data', (data: Buffer) => {
			out += data.toString();
		});
		child.stderr.pipe(process.stderr);
		child.on('close', (code) =>
			code === 0 ? done(JSON.parse(out.trim().split('\n').at(-1) ?? '') as Taken) : failed(new Error(`${how}: ${out}`)),
		);
	});
}

const say = (name: string, { seconds, cpu, gib }: Taken): void =>
	console.log(`${name}: ${cpu.toFixed(1)} s of one core, ${seconds.toFixed(1)} s in all, ${gib.toFixed(2)} GiB`);

/** Compares with a goal, says so, and remembers a miss. */
function hold(name: string, value: number, goal: number, unit = ''): void {
	const missed = value > goal;
	console.log(`${missed ? 'MISSED ' : ''}${name}: ${value.toFixed(3)}${unit} (at most ${goal}${unit})`);
	if (missed) process.exitCode = 1;
}

/** Adds explainers of this site's kind until there are so many: the site's own, under other names. */
async function fill(folder: string, own: readonly string[], from: number, to: number): Promise<void> {
	const texts = join(folder, 'content', 'explainers');
	for (let at = from; at < to; at++) {
		const text = await readFile(join(texts, own[at % own.length] ?? ''), 'utf8');
		// In letters: a bare figure needs a source, and each title stands once.
		const name = String(at).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
		const named = text
			.replace(/^(title|short): (.*)$/gm, (_all, key: string, words: string) => {
				return `${key}: ${JSON.stringify(`${words.replace(/["']/g, '')} ${name}`)}`;
			})
			.replace(/^order: .*$/m, `order: ${at + 100}`);
		await writeFile(join(texts, `more-${at}.mdx`), named);
	}
}

/** Adds claims that nobody tells of: the site's first, under other names. */
async function fillClaims(folder: string, count: number): Promise<void> {
	const file = join(folder, 'content', 'claims', 'war.yaml');
	const text = await readFile(file, 'utf8');
	const [first = ''] = /^- id: [\s\S]*?(?=^- id: )/m.exec(text) ?? [];
	const list = Array.from({ length: count }, (_, at) => first.replace(/^- id: /, `- id: more-${at}-`));
	if (count > 0) await writeFile(join(folder, 'content', 'claims', 'more.yaml'), list.join(''));
}

/** A project of stock Astro with MDX pages, each as long as one of ours without its components. */
async function stock(texts: readonly string[], pages: number): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'stock-'));
	await mkdir(join(folder, 'src', 'pages'), { recursive: true });
	await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
	await writeFile(
		join(folder, 'astro.config.mjs'),
		"import mdx from '@astrojs/mdx';\nimport { defineConfig } from 'astro/config';\nexport default defineConfig({ integrations: [mdx()] });\n",
	);
	for (let at = 0; at < pages; at++) {
		const body = (texts[at % texts.length] ?? '').replace(/^---[\s\S]*?^---/m, '').replace(/<[^>]*>/g, '');
		await writeFile(join(folder, 'src', 'pages', `page-${at}.mdx`), `# Page ${at}\n\n${body}`);
	}
	return folder;
}

const site = await copyProject();
const folders = [site];
try {
	const texts = join(site, 'content', 'explainers');
	const own = (await readdir(texts)).filter((name) => name.endsWith('.mdx'));
	const words = await Promise.all(own.map((name) => readFile(join(texts, name), 'utf8')));

	const cold = await built(site, 'site');
	const pages = listFiles(join(site, 'dist')).filter((file) => file.endsWith('.html')).length;
	say(`cold, ${own.length} explainers, ${pages} pages`, cold);
	const plain = await stock(words, pages);
	folders.push(plain);
	const bare = await built(plain, 'stock');
	say(`stock Astro, ${pages} MDX pages`, bare);
	hold('ratio', cold.cpu / bare.cpu, goals.ratio);

	const changed = join(texts, own[0] ?? '');
	await writeFile(changed, (await readFile(changed, 'utf8')).trimEnd().concat('\n\nNobody has said more.\n'));
	const again = await built(site, 'site');
	say('again, one explainer changed', again);
	hold('again', again.cpu / cold.cpu, goals.again, ' of cold');

	const some = 40;
	await fill(site, own, 0, some);
	const further = await built(site, 'site');
	say(`${some} explainers more`, further);
	hold('one explainer more', (further.cpu - again.cpu) / some, goals.further, ' s');

	await fill(site, own, some, most - own.length);
	await fillClaims(site, claims);
	const large = await built(site, 'site');
	say(`${most} explainers, ${claims} claims more`, large);
	hold('memory', large.gib, goals.gib, ' GiB');
} finally {
	await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
}
