import type { Actor } from '../ledger/ledger.ts';

/** One who brokered a deal, with the people who acted for them: a state with its president. */
export interface Broker {
	readonly actor: Actor;
	readonly people: readonly Actor[];
	/** What stands before this one in a list written out: nothing, a comma or "and". */
	readonly before: '' | ', ' | ' and ';
}

const SENDS = new Set<Actor['kind']>(['state', 'government']);

/** Brokers in the order of the record; a person named after a state or a government speaks for it. */
export function brokers(actors: readonly Actor[]): readonly Broker[] {
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
