import { escapeXml } from '../charts/escape.ts';

/** Text for an element or a quoted attribute of HTML or XML; characters that XML forbids are left out. */
export const escapeMarkup = (text: string): string => escapeXml(text).replaceAll("'", '&#39;');
