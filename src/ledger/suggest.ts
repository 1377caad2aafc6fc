/** Edit distance with swaps of neighbours, given up at `limit` + 1 (optimal string alignment). */
export function distance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let i = 1; i <= a.length; i += 1) {
		const row = [i];
		let least = i;
		for (let j = 1; j <= b.length; j += 1) {
			const same = a[i - 1] === b[j - 1];
			let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
			}
			row.push(cost);
			least = Math.min(least, cost);
		}
		if (least > limit) return limit + 1;
		beforeLast = last;
		last = row;
	}
	return last[b.length] ?? limit + 1;
}

/** The candidate nearest to what was written, if any is near enough to be meant; of equals the first. */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
	let best: string | undefined;
	let bound = Math.max(1, Math.floor(written.length / 3));
	for (const candidate of candidates) {
		if (candidate === written) continue;
		const cost = distance(written.toLowerCase(), candidate.toLowerCase(), bound);
		if (cost > bound || (best !== undefined && cost === bound)) continue;
		best = candidate;
		bound = cost;
		if (bound === 0) break;
	}
	return best;
}

/** `Did you mean "x"?`, or the given advice when nothing is near. */
export function didYouMean(written: string, candidates: Iterable<string>, otherwise: string): string {
	const near = nearest(written, candidates);
	return near === undefined ? otherwise : `Did you mean "${near}"?`;
}

const LONG_ID = 12;
/** Shorter words of an id are names of their own: sohr and snhr, bbc and afp, un and us. */
const SHORT_WORD = 4;

/** Whether two ids differ as one word does from its misspelling, and not as two words do. */
function isSlip(written: string, candidate: string, words: ReadonlySet<string>): boolean {
	if (distance(written, candidate, 2) > (written.length > LONG_ID ? 2 : 1)) return false;
	const here = written.split('-');
	const there = candidate.split('-');
	if (here.length !== there.length) return here.join('') === there.join('');
	return here.every((word, at) => {
		const other = there[at] ?? '';
		if (word === other) return true;
		const short = Math.max(word.length, other.length) <= SHORT_WORD;
		// Letters that changed places are a slip in a short word too.
		if (word.length === other.length && [...word].sort().join() === [...other].sort().join()) return !words.has(word);
		return !short && !words.has(word) && !/\d/.test(word + other) && distance(word, other, 2) <= 2;
	});
}

/**
 * `Did you mean "x" (what x is)?` for an id that is a slip of the pen for one that exists, or the given advice.
 * An id that differs in a whole word is another record: the wrong speaker is worse than no advice.
 */
export function didYouMeanId(
	written: string,
	ids: Iterable<string>,
	nameOf: (id: string) => string,
	otherwise: string,
): string {
	const known = [...ids].filter((id) => id !== written);
	const words = new Set(known.flatMap((id) => id.split('-')));
	const slips = known.filter((id) => isSlip(written.toLowerCase(), id, words));
	const [meant] = slips.sort((a, b) => distance(written, a, 3) - distance(written, b, 3));
	if (meant === undefined) return otherwise;
	const name = nameOf(meant);
	return name === '' ? `Did you mean "${meant}"?` : `Did you mean "${meant}" (${name})?`;
}

/** What a record is called, for a reader who knows only its id; empty when it says nothing of itself. */
export function calledIn(data: unknown): string {
	const { name, title, label, statement } = (data ?? {}) as Readonly<Record<string, unknown>>;
	const text = [name, title, label, statement].find((words) => typeof words === 'string');
	return typeof text === 'string' ? (text.length > 80 ? `${text.slice(0, 79)}…` : text) : '';
}
