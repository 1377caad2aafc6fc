import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Published, publishedSchema } from '../ledger/released.ts';
import { BuildError } from './failure.ts';

export const publishedFile = 'content/published.json';

/** The text of content/published.json; before the first release there is none. */
export function textOf(root: string): string | undefined {
	const path = join(root, publishedFile);
	return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** Reads it, once the desk has accepted it. */
export function readPublished(root: string): Published {
	const text = textOf(root);
	return text === undefined ? { addresses: [], claims: {} } : publishedSchema.parse(JSON.parse(text));
}

/** The file as `npm run release` writes it: one line an address and a claim, sorted, so that a change reads well. */
export function writePublished({ addresses, ...values }: Published): string {
	const sorted = Object.entries(values).map(([name, held]) => [
		name,
		Object.fromEntries(Object.entries(held ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))),
	]);
	return `${JSON.stringify({ addresses: [...new Set(addresses)].sort(), ...Object.fromEntries(sorted) }, undefined, '\t')}\n`;
}

/** Says of published addresses that would vanish where they were recorded, and what to do. */
export function vanished(root: string, addresses: readonly string[]): BuildError {
	const lines = readFileSync(join(root, publishedFile), 'utf8').split('\n');
	const lineOf = (address: string) => lines.findIndex((line) => line.includes(JSON.stringify(address))) + 1 || 1;
	const told = addresses.map(
		(address) =>
			`${publishedFile}:${lineOf(address)}:1 error: ${address} was published and would vanish\n` +
			`  say in content/moved.yaml where it went: from: ${address}, to: …, why: …`,
	);
	return new BuildError(`Published addresses would vanish; the last site is untouched.\n${told.join('\n')}`);
}
