/** A piece of a text, and whether it is in one of two texts only. */
export interface Piece {
	readonly text: string;
	readonly only: boolean;
}

const SMALL = 3;
const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Words that two lists share in the same order, as many as can be: the longest common subsequence, by place in the first. */
function shared(a: readonly string[], b: readonly string[]): ReadonlySet<number> {
	const longest = a
		.map(() => b.map(() => 0))
		.concat([b.map(() => 0)])
		.map((row) => [...row, 0]);
	for (let i = a.length - 1; i >= 0; i--)
		for (let j = b.length - 1; j >= 0; j--)
			(longest[i] ?? [])[j] =
				a[i] === b[j]
					? 1 + (longest[i + 1]?.[j + 1] ?? 0)
					: Math.max(longest[i + 1]?.[j] ?? 0, longest[i]?.[j + 1] ?? 0);
	const found = new Set<number>();
	let [i, j] = [0, 0];
	while (i < a.length && j < b.length) {
		if (a[i] === b[j]) {
			found.add(i);
			i++;
			j++;
		} else if ((longest[i + 1]?.[j] ?? 0) >= (longest[i]?.[j + 1] ?? 0)) i++;
		else j++;
	}
	return found;
}

/** A text in pieces: words that the other one does not have stand apart. Words of a few letters do not count. */
export function differing(text: string, other: string): readonly Piece[] {
	const [words, others] = [text.split(/\s+/), other.split(/\s+/)];
	const same = shared(words.map(bare), others.map(bare));
	const pieces: Piece[] = [];
	for (const [index, word] of words.entries()) {
		const only = !same.has(index) && (bare(word).length > SMALL || /\d/.test(word));
		const last = pieces.at(-1);
		const joined = index === 0 ? word : ` ${word}`;
		if (last?.only === only) pieces[pieces.length - 1] = { text: last.text + joined, only };
		else if (only && index > 0) pieces.push({ text: ' ', only: false }, { text: word, only });
		else pieces.push({ text: joined, only });
	}
	return pieces;
}
