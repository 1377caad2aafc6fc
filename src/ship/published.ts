import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Published, publishedSchema } from '../ledger/released.ts';

export const publishedFile = 'content/published.json';

/** Reads content/published.json, which the desk has accepted; before the first release there is none. */
export function readPublished(root: string): Published {
	const path = join(root, publishedFile);
	return existsSync(path)
		? publishedSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
		: { addresses: [], claims: {} };
}

/** The file as `npm run release` writes it: one line an address and a claim, sorted, so that a change reads well. */
export function writePublished({ addresses, ...values }: Published): string {
	const sorted = Object.entries(values).map(([name, held]) => [
		name,
		Object.fromEntries(Object.entries(held ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))),
	]);
	return `${JSON.stringify({ addresses: [...new Set(addresses)].sort(), ...Object.fromEntries(sorted) }, undefined, '\t')}\n`;
}

/** Line of an address in content/published.json, for a message. */
export function lineOf(root: string, address: string): number {
	const lines = readFileSync(join(root, publishedFile), 'utf8').split('\n');
	return lines.findIndex((line) => line.includes(JSON.stringify(address))) + 1 || 1;
}
