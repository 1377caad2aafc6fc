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
