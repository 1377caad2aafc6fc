import { fromLedger, fromReading, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'schema',
	summary: 'A key of a record is missing, empty, or holds something of the wrong kind.',
	remedy: 'Write what the message names; the guide shows each kind of record whole. A year alone goes in quotes.',
	example: { wrong: 'kind: artikel', right: 'kind: article' },
	*check(desk) {
		yield* fromReading('schema')(desk);
		yield* fromLedger('schema')(desk);
	},
};
