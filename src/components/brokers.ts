import type { Actor } from '../ledger/ledger.ts';

const SENDS = new Set<Actor['kind']>(['state', 'government']);

/**
 * Brokers in the order of the record, each with the people who acted for them: a person named after a state or a
 * government speaks for it; and with what stands before each in a list written out.
 */
export function brokers(actors: readonly Actor[]) {
	const list: { actor: Actor; people: Actor[] }[] = [];
	for (const actor of actors) {
		const last = list.at(-1);
		if (actor.kind === 'person' && last && SENDS.has(last.actor.kind)) last.people.push(actor);
		else list.push({ actor, people: [] });
	}
	return list.map((one, at) => ({ ...one, before: at === 0 ? '' : at === list.length - 1 ? ' and ' : ', ' }));
}

/** In words: "France (Emmanuel Macron) and Egypt (Abdel Fattah el-Sisi)"; empty where there is none. */
export function brokerWords(actors: readonly Actor[]): string {
	return brokers(actors)
		.map(({ actor, people, before }) => {
			const names = people.map(({ name }) => name).join(', ');
			return `${before}${actor.name}${names && ` (${names})`}`;
		})
		.join('');
}
