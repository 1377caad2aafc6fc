/** Edit distance with swaps of neighbours, given up at `limit` + 1 (optimal string alignment). */
export function distance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let i = 1; i <= a.length; i += 1) {
		const row = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const same = a[i - 1] === b[j - 1];
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			const swap = swapped ? (beforeLast[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
			row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1), swap));
		}
		if (Math.min(...row) > limit) return limit + 1;
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
/** An id that begins as more records do than this says too little to guess from. */
const MOST_MEANT = 3;

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

/** The first words of a candidate, as many as were written; none where it has no more, or for an article alone. */
function beginning(written: string, candidate: string): string {
	const words = candidate.split('-');
	const { length } = written.split('-');
	return words.length > length && written.length > 2 ? words.slice(0, length).join('-') : '';
}

/** A name as an id would have it: "Failak al-Scham" is failak-al-scham. */
function asId(name: string): string {
	return name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replaceAll('ı', 'i')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}

/** Every name that a record gives for what it is about: in full, in short, and as others spell it. */
export function namesIn(data: unknown): readonly string[] {
	const { name, short, variants } = (data ?? {}) as Readonly<Record<string, unknown>>;
	const spellings = Array.isArray(variants) ? variants.map((one) => (one as { text?: unknown } | null)?.text) : [];
	return [name, short, ...spellings].filter((text) => typeof text === 'string');
}

/** Gives the record of an id as it is written. */
type DataOf = (id: string) => unknown;

/**
 * The ids that a wrong one may stand for: the one that it is a slip of the pen for; or else the records with a name
 * that it spells; or else those whose id or name begins so, where they are few.
 * An id that differs in a whole word is another record: the wrong speaker is worse than no advice.
 */
export function meantIds(written: string, ids: Iterable<string>, dataOf: DataOf): readonly string[] {
	const wanted = written.toLowerCase();
	const known = [...ids].filter((id) => id !== written);
	const words = new Set(known.flatMap((id) => id.split('-')));
	const fits = (candidate: string): boolean =>
		candidate !== '' && (candidate === wanted || isSlip(wanted, candidate, words));
	const slips = known.filter(fits).sort((a, b) => distance(wanted, a, 3) - distance(wanted, b, 3));
	if (slips.length > 0) return slips.slice(0, 1);
	const named = known.map((id) => ({ id, names: namesIn(dataOf(id)).map(asId) }));
	const called = named.filter(({ names }) => names.some(fits));
	const begun = named.filter(({ id, names }) => [id, ...names].some((one) => fits(beginning(wanted, one))));
	const found = called.length > 0 ? called : begun;
	return found.length > MOST_MEANT ? [] : found.map(({ id }) => id);
}

/** `Did you mean "x" (what x is) or "y"?`; the words in brackets only where there are any. */
export function askWhether(meant: readonly (readonly [written: string, called: string])[]): string {
	const listed = meant.map(([written, called]) => (called === '' ? `"${written}"` : `"${written}" (${called})`));
	return `Did you mean ${[listed.slice(0, -1).join(', '), ...listed.slice(-1)].filter(Boolean).join(' or ')}?`;
}

/** `Did you mean "x" (what x is)?` for an id that is nowhere, or the given advice. */
export function didYouMeanId(written: string, ids: Iterable<string>, dataOf: DataOf, otherwise: string): string {
	const meant = meantIds(written, ids, dataOf);
	return meant.length === 0 ? otherwise : askWhether(meant.map((id) => [id, calledIn(dataOf(id))]));
}

/** What a record is called, for a reader who knows only its id; empty when it says nothing of itself. */
export function calledIn(data: unknown): string {
	const { name, title, label, statement } = (data ?? {}) as Readonly<Record<string, unknown>>;
	const text = [name, title, label, statement].find((words) => typeof words === 'string');
	return typeof text === 'string' ? (text.length > 80 ? `${text.slice(0, 79)}…` : text) : '';
}
