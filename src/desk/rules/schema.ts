import type { Finding } from '../place.ts';
import { fromLedger, fromReading, type Rule } from '../rule.ts';

/** YAML reads 2020 as a number; where text is wanted, the advice is to put it in quotes. */
function withQuotes(found: Finding): Finding {
	if (!found.message.includes('must be text, and here is a number')) return found;
	return { ...found, fix: `put it in quotes, as "2020"; ${found.fix}` };
}

export const rule: Rule = {
	name: 'schema',
	summary: 'A key of a record is missing, empty, or holds something of the wrong kind.',
	remedy: 'Write what the message names; the guide shows each kind of record whole. A year alone goes in quotes.',
	example: { wrong: 'kind: artikel', right: 'kind: article' },
	*check(desk) {
		yield* fromReading('schema')(desk);
		for (const found of fromLedger('schema')(desk)) yield withQuotes(found);
	},
};
