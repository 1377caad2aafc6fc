import type { Ceasefire, Claim } from './ledger.ts';
import { didYouMean } from './suggest.ts';

/** What `<Value …/>` prints and rests on. */
export interface Value {
	/** As printed in prose: "3.64 million", "about 260". Without a unit. */
	readonly text: string;
	/** With every digit: "3,641,370". */
	readonly exact: string;
	/** What `exact` counts, where it is one thing: "days". */
	readonly unit?: string | undefined;
	/** How it was derived, as a plain sentence. */
	readonly derivation: string;
	/** Ids of the records it rests on, each once, in order of use. */
	readonly sources: readonly string[];
	readonly claims: readonly string[];
	readonly ceasefires: readonly string[];
	readonly series: readonly string[];
}

/** Why there is no value, for the person who wrote the attributes. */
interface Fault {
	readonly message: string;
	readonly fix: string;
	/** The attribute at fault, where it is one. */
	readonly attribute?: string | undefined;
	/** true where that attribute holds the id of a record that is nowhere. */
	readonly nowhere?: boolean;
}

export type ValueResult = { readonly ok: true; readonly value: Value } | (Fault & { readonly ok: false });

export type Attributes = Readonly<Record<string, string>>;

/** Ends the working out of a value; `settle` hands on why. */
class NoValue extends Error {
	readonly fault: Fault;
	constructor(fault: Fault) {
		super(fault.message);
		this.fault = fault;
	}
}

/** @throws NoValue always */
export function fail(message: string, fix: string, attribute?: string, nowhere = false): never {
	throw new NoValue({ message, fix, attribute, nowhere });
}

/** The record that an attribute names. @throws NoValue where there is none */
export function find<T>(map: ReadonlyMap<string, T>, kind: string, id = '', attribute = kind): T {
	const fix = () => didYouMean(id, map.keys(), `Use the id of a ${kind}.`);
	return map.get(id) ?? fail(`there is no ${kind} "${id}"`, fix(), attribute, true);
}

/** One word of a closed list. @throws NoValue where it is none of them */
export function oneOf<T extends string>(known: readonly T[], written: string, message: string, attribute: string): T {
	const list = `${attribute === 'of' ? 'Value' : attribute === 'kind' ? 'Kind' : 'Type'}s: ${known.join(', ')}.`;
	return known.find((one) => one === written) ?? fail(message, didYouMean(written, known, list), attribute);
}

/** A value as it is worked out: with records for ids, and without what follows from the rest. */
export interface Draft extends Pick<Value, 'text' | 'unit' | 'derivation'>, Partial<Pick<Value, 'exact' | 'series'>> {
	readonly sources?: readonly string[];
	readonly claims?: readonly Claim[];
	readonly ceasefires?: readonly Ceasefire[];
}

const unique = (list: readonly string[]): readonly string[] => [...new Set(list)];

/** Works a value out. Errors are values. */
export function settle(draft: () => Draft): ValueResult {
	try {
		const { sources = [], claims = [], ceasefires = [], series = [], ...value } = draft();
		const behind = [...claims.map(({ source }) => source), ...ceasefires.flatMap((one) => one.sources)];
		const ids = (records: readonly { readonly id: string }[]) => unique(records.map(({ id }) => id));
		return {
			ok: true,
			value: {
				exact: value.text,
				...value,
				sources: unique([...sources, ...behind]),
				claims: ids(claims),
				ceasefires: ids(ceasefires),
				series: unique(series),
			},
		};
	} catch (error) {
		if (error instanceof NoValue) return { ok: false, ...error.fault };
		throw error;
	}
}
