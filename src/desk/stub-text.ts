import { UNWRITTEN } from './unfinished.ts';

/** Files to write, and what to tell; or why not. */
export type Stub =
	| { readonly ok: true; readonly files: ReadonlyMap<string, string>; readonly notes: readonly string[] }
	| { readonly ok: false; readonly message: string };

/** A text as YAML takes it whatever stands in it. */
export const quote = (text: string): string => JSON.stringify(text);
/** The comment behind a value that a stub had to choose. */
export const choose = (what: string): string => `  # ${UNWRITTEN}: ${what}, then take this comment out`;
export const titled = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1)}`.replaceAll('-', ' ');
