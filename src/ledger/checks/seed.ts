import type { Entries, Entry, Ledger, Source } from '../ledger.ts';
import { type Problem, problem } from '../problem.ts';
import { findQuote, type Seed, type Seeds } from '../quote.ts';
import { coverage, type Quoted } from '../seed.ts';
import { didYouMean } from '../suggest.ts';

const shorten = (text: string): string => (text.length > 120 ? `${text.slice(0, 117)}…` : text);

/** The seed file: there, and byte for byte the one that was read. */
function fileProblems(source: Source, files: Entries['seeds']): readonly Problem[] {
	const record = { kind: 'source', id: source.id } as const;
	const { seed = '' } = source;
	const file = files.get(seed);
	if (!file) {
		return [
			problem(
				'seed-missing',
				record,
				['seed'],
				`seeds/${seed} is not there`,
				didYouMean(
					seed,
					files.keys(),
					`Put the report into seeds/ as it was received, for example with "git checkout seeds/${seed}".`,
				),
			),
		];
	}
	if (file.sha256 === source.sha256) return [];
	return [
		problem(
			'seed-changed',
			record,
			['sha256'],
			`seeds/${seed} was changed since it was read`,
			`Bring back the received file, for example with "git checkout seeds/${seed}".`,
		),
	];
}

/** Words that are set aside or corrected must stand in the seed, those set aside exactly once. */
function wordProblems(source: Source, seed: Seed): readonly Problem[] {
	const record = { kind: 'source', id: source.id } as const;
	const problems: Problem[] = [];
	for (const [at, { text }] of (source.setAside ?? []).entries()) {
		const count = findQuote(seed, text).length;
		if (count === 1) continue;
		const message =
			count === 0
				? `“${shorten(text)}” does not stand in the seed`
				: `“${shorten(text)}” stands in the seed ${count} times`;
		const fix =
			count === 0
				? 'Copy the words from the seed exactly; only white space may differ.'
				: 'Add words before or after until it is found once.';
		problems.push(problem('set-aside', record, ['setAside', at, 'text'], message, fix));
	}
	for (const [at, { text }] of (source.slips ?? []).entries()) {
		if (findQuote(seed, text).length > 0) continue;
		problems.push(
			problem(
				'set-aside',
				record,
				['slips', at, 'text'],
				`“${shorten(text)}” does not stand in the seed`,
				'Copy the words from the seed exactly; only white space may differ.',
			),
		);
	}
	return problems;
}

/** Figures that nothing accounts for. Those in words that are not found once have their own problem there. */
function coverageProblems(source: Source, seed: Seed, quotes: readonly Quoted[]): readonly Problem[] {
	const setAside = source.setAside ?? [];
	const astray = [...quotes.map(({ quote }) => quote), ...setAside.map(({ text }) => text)].filter(
		(words) => findQuote(seed, words).length !== 1,
	);
	return coverage(seed, quotes, setAside)
		.filter((figure) => !figure.accounted && !astray.some((words) => words.includes(figure.text)))
		.map((figure) =>
			problem(
				'seed-coverage',
				{ kind: 'source', id: source.id },
				['seed'],
				`“${figure.text}” in line ${figure.line} of the seed is not accounted for: “${shorten(figure.sentence)}”`,
				'Write a claim whose quote holds it, or list it under setAside with the reason.',
				{ rests: [`quotes/${source.id}`] },
			),
		);
}

/** What quotes a seed, claims included whose schema does not hold: they have their own problem. */
function quotesOf(entries: readonly Entry[]): ReadonlyMap<string, readonly Quoted[]> {
	const quoted = entries.flatMap(({ kind, id, data }) => {
		const { source, quote } = (data ?? {}) as Readonly<Record<string, unknown>>;
		const fits = kind === 'claim' && typeof source === 'string' && typeof quote === 'string' && quote.trim() !== '';
		return fits ? [{ claim: id, quote: quote.trim(), source }] : [];
	});
	return Map.groupBy(quoted, ({ source }) => source);
}

/** Seeds that more than one source names. */
export function sharedSeeds(ledger: Ledger): ReadonlySet<string> {
	const named = [...ledger.sources.values()].flatMap(({ seed }) => seed ?? []);
	return new Set(named.filter((seed, at) => named.indexOf(seed) !== at));
}

/** Seeds: each with one record, unchanged, and every figure in it accounted for. */
export function seedProblems(ledger: Ledger, seeds: Seeds, { entries, seeds: files }: Entries): readonly Problem[] {
	const problems: Problem[] = [];
	const quotes = quotesOf(entries);
	// A source whose schema does not hold owns its seed all the same.
	const named = new Set(
		entries.flatMap(({ kind, data }) => (kind === 'source' ? [(data as { seed?: unknown } | null)?.seed] : [])),
	);
	const owners = new Map<string, string>();
	const shared = sharedSeeds(ledger);
	for (const source of ledger.sources.values()) {
		if (source.seed === undefined) continue;
		const owner = owners.get(source.seed);
		if (owner !== undefined) {
			problems.push(
				problem(
					'seed-twice',
					{ kind: 'source', id: source.id },
					['seed'],
					`seeds/${source.seed} already belongs to source ${owner}`,
					'One source for each seed.',
				),
			);
		}
		owners.set(source.seed, source.id);
		// Which of them it belongs to must be settled first.
		if (shared.has(source.seed)) continue;
		problems.push(...fileProblems(source, files));
		const seed = seeds.get(source.id);
		if (seed)
			problems.push(...wordProblems(source, seed), ...coverageProblems(source, seed, quotes.get(source.id) ?? []));
	}
	for (const file of [...files.keys()].sort()) {
		if (owners.has(file) || named.has(file)) continue;
		problems.push(
			problem(
				'seed-unknown',
				{ kind: 'source', id: file.replace(/\.txt$/, '') },
				['seed'],
				`no source belongs to seeds/${file}`,
				`Add a source: npm run new -- source <id> --seed ${file}`,
				{ rests: [`seed/${file}`] },
			),
		);
	}
	return problems;
}
