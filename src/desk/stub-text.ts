import { UNWRITTEN } from './unfinished.ts';

/** A text as YAML takes it whatever stands in it. */
export const quote = (text: string): string => JSON.stringify(text);
/** The comment behind a value that a stub had to choose. */
export const choose = (what: string): string => `  # ${UNWRITTEN}: ${what}, then take this comment out`;
export const titled = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1)}`.replaceAll('-', ' ');
