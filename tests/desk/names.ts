import { readFileSync } from 'node:fs';

/** What the guide tells of each rule, by the name of the rule. */
export function rulesTold(): ReadonlyMap<string, string> {
	const guide = readFileSync(new URL('../../content/README.md', import.meta.url), 'utf8');
	const [, messages = ''] = guide.split('\n## What the messages mean\n');
	const parts = (messages.split('\n## ')[0] ?? '').split('\n#### ').slice(1);
	return new Map(parts.map((part) => [part.split('\n', 1)[0] ?? '', part.slice(part.indexOf('\n')).trim()]));
}
