/** The id that a heading gets, as Astro writes it: lower case, spaces to hyphens, no punctuation. */
export function slug(text: string): string {
	return text
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
		.replaceAll(' ', '-');
}
