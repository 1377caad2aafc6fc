/** Words in quotation marks; words that are a quotation as a whole already keep the marks they have. */
export function quoted(words: string): string {
	return /^“[^“”]*”$/.test(words) ? words : `“${words}”`;
}
