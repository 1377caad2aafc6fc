import { type Account, accounts, repeats, standing } from './accounts.ts';
import { type Actor, type Claim, type Ledger, type Source, siteOf } from './ledger.ts';
import { inSentence, possessive } from './name.ts';
import { compareQuantities } from './quantity.ts';

/** One who speaks of a thing, with everything that was reported of it: one account, in one report or several. */
export interface Speaker {
	/** Id of the actor; of the source, where that speaks for itself. */
	readonly id: string;
	readonly name: string;
	readonly actor: Actor | undefined;
	/** Each figure once, in the order in which they were given. */
	readonly accounts: readonly SpeakerAccount[];
}

/** One figure of a speaker, with every report that carries it. */
export interface SpeakerAccount {
	/** The first of them stands for all. */
	readonly reports: readonly Account[];
	/** Whether the speaker later gave another figure. */
	readonly superseded: boolean;
}

/** The actor who speaks in a claim; where a record says who somebody unnamed probably is, that one. */
function actorOf(ledger: Ledger, claim: Claim): Actor | undefined {
	const said = ledger.actors.get(claim.saidBy ?? '');
	return said?.probably === undefined ? said : ledger.actors.get(said.probably);
}

/** What a source is called in a sentence: "first report" for a seed, else the agency whose copy it is, or the publisher. */
export const whereOf = (ledger: Ledger, source: Source): string =>
	source.seed === undefined ? (source.agency ?? source.publisher) : (siteOf(ledger).seeds[source.id] ?? source.title);

/** Who speaks in a claim, by name: the actor, or the source where it speaks for itself. */
export function speakerOf(ledger: Ledger, claim: Claim): string {
	const actor = ledger.actors.get(claim.saidBy ?? '');
	if (actor) return actor.name;
	const source = ledger.sources.get(claim.source);
	if (!source) return claim.source;
	return source.seed === undefined ? source.publisher : `The ${whereOf(ledger, source)}`;
}

/** Which figure of its speaker a report carries: reports of one figure are one account of it. */
function figures(list: readonly Account[]): readonly SpeakerAccount[] {
	const found: Account[][] = [];
	for (const account of list) {
		const same = found.find(([first]) => first && repeats(first.claim.quantity, account.claim.quantity));
		if (same) same.push(account);
		else found.push([account]);
	}
	return found.map((reports) => ({ reports, superseded: reports.every(({ superseded }) => superseded) }));
}

/**
 * Accounts of one thing under whoever gave them, in the order of each speaker's first word. A speaker whom many
 * outlets quote stays one speaker, and a figure that many outlets carry stays one figure.
 */
export function bySpeaker(ledger: Ledger, list: readonly Account[]): readonly Speaker[] {
	const groups = Map.groupBy(list, ({ claim }) => {
		const actor = actorOf(ledger, claim);
		return actor ? `actor ${actor.id}` : `source ${claim.source}`;
	});
	return [...groups.values()].flatMap((own): readonly Speaker[] => {
		const [first] = own;
		if (!first) return [];
		const { source: id } = first.claim;
		const actor = actorOf(ledger, first.claim);
		const name = actor?.name ?? ledger.sources.get(id)?.publisher ?? id;
		return [{ id: actor?.id ?? id, name, actor, accounts: figures(own) }];
	});
}

/**
 * How many others give another figure of the same than a claim does, by their latest word: only counts of one event are
 * compared, what a speaker replaced no longer stands, and nobody is a rival of oneself.
 */
export function rivals(ledger: Ledger, claim: Claim): number {
	const { quantity: own } = claim;
	if (own?.value === undefined || ledger.measures.get(claim.measure)?.kind !== 'event count') return 0;
	const self = actorOf(ledger, claim)?.id ?? claim.source;
	const differs = ({ claim: { quantity } }: Account) =>
		quantity?.value !== undefined && compareQuantities(quantity, own) !== 0;
	return bySpeaker(ledger, standing(accounts(ledger, claim.about, claim.measure))).filter(
		({ id, accounts: list }) => id !== self && list.some(({ reports }) => reports.some(differs)),
	).length;
}

/** Whether others differ on the figure of a claim. */
export const isDisputed = (ledger: Ledger, claim: Claim): boolean => rivals(ledger, claim) > 0;

/** What an actor is called where a name stands in a phrase: its short form, where it has one. */
const calledIn = (actor: Actor): string => actor.short ?? inSentence(actor.name);

/** "OCHA’s count, in UNICEF’s report": who counted, and who passed it on. */
export const relayed = (counted: string, relay: Actor): string =>
	`${possessive(counted)} count, in ${possessive(calledIn(relay))} report`;

/** The same of a claim; words that count nothing are passed on by somebody. Undefined where nobody did. */
export function relayedWords(ledger: Ledger, claim: Claim): string | undefined {
	const relay = ledger.actors.get(claim.relayedBy ?? '');
	const actor = ledger.actors.get(claim.saidBy ?? '');
	if (!relay || !actor) return undefined;
	return claim.quantity ? relayed(calledIn(actor), relay) : `${calledIn(actor)}, as ${calledIn(relay)} reports`;
}
