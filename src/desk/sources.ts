import type { Home } from './file.ts';
import type { Content } from './read.ts';
import { textAt } from './rule.ts';
import { printable } from './terminal.ts';

/** Whether a source has an address and no archived copy of it on record. */
export const isBare = (home: Home): boolean => textAt(home, 'url') !== '' && textAt(home, 'archived') === '';

/**
 * Sources of which no archived copy is recorded, each with the address at which somebody can have one saved. Nothing
 * is asked of the network.
 */
export function withoutCopy(content: Content): string {
	const sources = [...content.homes.values()].filter(({ entry }) => entry.kind === 'source');
	const bare = sources.filter(isBare);
	const lines = bare
		.toSorted((a, b) => (a.entry.id < b.entry.id ? -1 : 1))
		.map((home) => `${home.entry.id}\n    save: https://web.archive.org/save/${printable(textAt(home, 'url'))}\n`);
	const all = `${bare.length} of ${sources.length} sources have no archived copy on record.`;
	const how = 'Save the page there, read the copy, and write its address as archived: in the file of the source.';
	if (bare.length === 0) return `Each of ${sources.length} sources has an archived copy on record.\n`;
	return `${lines.join('')}${all} ${how}\n`;
}
