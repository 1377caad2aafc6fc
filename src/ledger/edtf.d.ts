/** The part of the `edtf` library we use; it ships no types. */
declare module 'edtf' {
	/** Parses an EDTF string. @throws on a syntax error. `min` and `max` are milliseconds, UTC. */
	export default function edtf(value: string): { edtf: string; min: number; max: number };
}
