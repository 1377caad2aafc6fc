import type { Ceasefire, Claim } from './ledger.ts';
import { didYouMean } from './suggest.ts';

/** What `<Value …/>` prints and rests on. */
export interface Value {
	/** As printed in prose: "3.64 million", "about 260". Without a unit. */
	readonly text: string;
	/** With every digit: "3,641,370". */
	readonly exact: string;
	/** What `exact` counts, where it is one thing: "days". */
	readonly unit?: string;
	/** How it was derived, as a plain sentence. */
	readonly derivation: string;
	/** Ids of the records it rests on, each once, in order of use. */
	readonly sources: readonly string[];
	readonly claims: readonly string[];
	readonly ceasefires: readonly string[];
	readonly series: readonly string[];
}

export type ValueResult =
	| { readonly ok: true; readonly value: Value }
	| {
			readonly ok: false;
			readonly message: string;
			readonly fix: string;
			/** The attribute at fault, where it is one. */
			readonly attribute?: string;
			/** true where that attribute holds the id of a record that is nowhere. */
			readonly nowhere?: boolean;
	  };

export type Attributes = Readonly<Record<string, string>>;
export type Failure = Extract<ValueResult, { ok: false }>;

export const fail = (message: string, fix: string, attribute?: string): Failure => ({
	ok: false,
	message,
	fix,
	...(attribute === undefined ? {} : { attribute }),
});
export const isFailure = (value: unknown): value is Failure =>
	typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;
export const unique = (list: readonly string[]): readonly string[] => [...new Set(list)];

interface Draft {
	readonly text: string;
	readonly exact?: string;
	readonly unit?: string;
	readonly derivation: string;
	readonly sources?: readonly string[];
	readonly claims?: readonly Claim[];
	readonly ceasefires?: readonly Ceasefire[];
	readonly series?: readonly string[];
}

export function done(draft: Draft): ValueResult {
	const claims = draft.claims ?? [];
	const ceasefires = draft.ceasefires ?? [];
	return {
		ok: true,
		value: {
			text: draft.text,
			exact: draft.exact ?? draft.text,
			...(draft.unit === undefined ? {} : { unit: draft.unit }),
			derivation: draft.derivation,
			sources: unique([
				...(draft.sources ?? []),
				...claims.map((claim) => claim.source),
				...ceasefires.flatMap((ceasefire) => ceasefire.sources),
			]),
			claims: unique(claims.map((claim) => claim.id)),
			ceasefires: unique(ceasefires.map((ceasefire) => ceasefire.id)),
			series: unique(draft.series ?? []),
		},
	};
}

export function find<T>(map: ReadonlyMap<string, T>, kind: string, id: string, attribute: string): T | Failure {
	const record = map.get(id);
	if (record !== undefined) return record;
	return {
		...fail(`there is no ${kind} "${id}"`, didYouMean(id, map.keys(), `Use the id of a ${kind}.`), attribute),
		nowhere: true,
	};
}
