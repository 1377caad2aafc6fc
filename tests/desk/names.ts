import { readFileSync } from 'node:fs';

/** Names of the components that the site hands to MDX, read from the map itself: it imports Astro files. */
export function contentComponentNames(): readonly string[] {
	const text = readFileSync(new URL('../../src/components/content.ts', import.meta.url), 'utf8');
	const [, map = ''] = /dialect = \{([^}]*)\}/.exec(text) ?? [];
	return [...map.matchAll(/^\s*([A-Z]\w*)(?:: \w+)?,?$/gm)].map(([, name = '']) => name).sort();
}
