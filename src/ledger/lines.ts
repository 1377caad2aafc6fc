/** Turns offsets of one text into lines and columns: where a line ends with "\n", "\r\n" or "\r", or with what is given. */
export interface Lines {
	readonly at: (offset: number) => { readonly line: number; readonly column: number };
	/** Offset of the first character of a line; 0 when there is no such line. */
	readonly start: (line: number) => number;
	/** The text of a line without its break; empty when there is no such line. */
	readonly text: (line: number) => string;
	readonly count: number;
}

export function toLines(text: string, end = /\r\n|\n|\r/g): Lines {
	const starts = [0];
	for (const match of text.matchAll(end)) starts.push(match.index + match[0].length);
	const at = (offset: number) => {
		const spot = Math.max(0, Math.min(offset, text.length));
		let [low, high] = [0, starts.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((starts[middle] ?? 0) <= spot) low = middle + 1;
			else high = middle;
		}
		return { line: low, column: spot - (starts[low - 1] ?? 0) + 1 };
	};
	return {
		at,
		start: (line) => starts[line - 1] ?? 0,
		text: (line) => {
			const start = starts[line - 1];
			if (start === undefined) return '';
			return text.slice(start, starts[line] ?? text.length).replace(/[\r\n]+$/, '');
		},
		count: starts.length,
	};
}
