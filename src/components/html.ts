/**
 * HTML in pieces: at odd places a tag as a parser finds it, whatever its attributes say; at even places the text
 * between. What works on rendered pages works on these, so that no words of an attribute are taken for markup.
 */
export const pieces = (html: string): string[] => html.split(/(<(?:[^"'>]|"[^"]*"|'[^']*')*>)/);
