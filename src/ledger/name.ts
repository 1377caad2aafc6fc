/** A name as it stands inside a sentence: "A commander of …" and "The Observer" begin small there. */
export function inSentence(name: string): string {
	return name.replace(/^(A|An|The) (?=\S)/, (article) => article.toLowerCase());
}

/** "OCHA’s", "the United Nations’". */
export const possessive = (name: string): string => `${name}’${name.endsWith('s') ? '' : 's'}`;
