import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../formats/hash.ts';
import { attempt } from '../ledger/attempt.ts';
import { listFiles } from './files.ts';

export const manifestName = 'manifest.json';

const manifestSchema = z.object({
	/** SHA-256 over content/ and seeds/: names and bytes. */
	revision: z.string(),
	/** Address the site was built for. */
	site: z.string(),
	/** What the site is called; earlier builds did not say. */
	project: z.string().optional(),
	tools: z.record(z.string(), z.string()),
	/** Path in the folder → SHA-256 of the file, all but the manifest itself. */
	files: z.record(z.string(), z.string()),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** @throws Error when the text is no manifest */
export function readManifest(text: string): Manifest {
	const data: unknown = attempt(() => JSON.parse(text), undefined);
	if (data === undefined) throw new Error('the manifest is not JSON');
	const result = manifestSchema.safeParse(data);
	if (!result.success) throw new Error(`the manifest is not one of ours: ${result.error.issues[0]?.message}`);
	return result.data;
}

/** SHA-256 of each file below a folder, by path, in one order. @param known those of files that need not be read */
export const hashFiles = (folder: string, known?: ReadonlyMap<string, string>): Record<string, string> =>
	Object.fromEntries(
		listFiles(folder).map((file) => [file, known?.get(file) ?? sha256(readFileSync(join(folder, file)))]),
	);

/** One hash over several folders below `root`: it changes with any name and any byte. */
export function revisionOf(root: string, folders: readonly string[]): string {
	const hash = createHash('sha256');
	for (const folder of folders) {
		const hashes = attempt(() => hashFiles(join(root, folder)), {});
		for (const [file, digest] of Object.entries(hashes)) hash.update(`${folder}/${file}\0${digest}\n`);
	}
	return hash.digest('hex');
}

const layout = (manifest: Manifest & { readonly seal?: string }): string =>
	`${JSON.stringify(manifest, undefined, '\t')}\n`;

/** The manifest as text, in one layout, without anything of the clock or the machine, with a hash of itself as seal. */
export const writeManifest = (manifest: Manifest): string => layout({ ...manifest, seal: sha256(layout(manifest)) });

/** Hashes that a manifest's file may have as a build left it: with its seal, or without one, as earlier builds did. */
export const ownHashes = (manifest: Manifest): readonly string[] =>
	[writeManifest(manifest), layout(manifest)].map((text) => sha256(text));

const packageSchema = z.object({ dependencies: z.record(z.string(), z.string()) });

/** Versions of what takes part in a build, as package.json pins them, and of Node as it runs. */
export function toolVersions(root: string): Readonly<Record<string, string>> {
	const { dependencies } = packageSchema.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
	const names = Object.keys(dependencies).sort();
	const versions = Object.fromEntries(names.map((name) => [name, dependencies[name] ?? '']));
	return { ...versions, node: process.versions.node };
}
