import type { Entries, Entry, Ledger, Source } from '../ledger.ts';
import { type Problem, type Wrong, wrongOf } from '../problem.ts';
import { findQuote, type Seed, type Seeds } from '../quote.ts';
import { coverage, type Quoted } from '../seed.ts';
import { didYouMean } from '../suggest.ts';

const shorten = (text: string): string => (text.length > 120 ? `${text.slice(0, 117)}…` : text);

/** The seed file: there, and byte for byte the one that was read. */
function* fileProblems({ seed = '', sha256 }: Source, files: Entries['seeds'], wrong: Wrong): Generator<Problem> {
	const file = files.get(seed);
	const again = `for example with "git checkout seeds/${seed}".`;
	const put = `Put the report into seeds/ as it was received, ${again}`;
	const bring = `Bring back the received file, ${again}`;
	const changed = { rule: 'seed-changed' };
	if (!file)
		yield wrong(['seed'], `seeds/${seed} is not there`, didYouMean(seed, files.keys(), put), { rule: 'seed-missing' });
	else if (file.sha256 !== sha256)
		yield wrong(['sha256'], `seeds/${seed} was changed since it was read`, bring, changed);
}

/** Words that are set aside or corrected must stand in the seed, those set aside exactly once. */
function* wordProblems({ setAside = [], slips = [] }: Source, seed: Seed, wrong: Wrong): Generator<Problem> {
	for (const [key, list] of Object.entries({ setAside, slips }))
		for (const [at, { text }] of list.entries()) {
			const { length } = findQuote(seed, text);
			const tell = (message: string, fix: string) =>
				wrong([key, at, 'text'], `“${shorten(text)}” ${message}`, fix, { rule: 'set-aside' });
			if (length === 0)
				yield tell('does not stand in the seed', 'Copy the words from the seed exactly; only white space may differ.');
			else if (length > 1 && key === 'setAside')
				yield tell(`stands in the seed ${length} times`, 'Add words before or after until it is found once.');
		}
}

/** Figures that nothing accounts for. Those in words that are not found once have their own problem there. */
function* coverageProblems(source: Source, seed: Seed, quotes: readonly Quoted[], wrong: Wrong): Generator<Problem> {
	const { id, setAside = [] } = source;
	const texts = [...quotes.map(({ quote }) => quote), ...setAside.map(({ text }) => text)];
	const elsewhere = texts.filter((words) => findQuote(seed, words).length !== 1);
	const more = { rule: 'seed-coverage', rests: [`quotes/${id}`] };
	for (const { accounted, text, line, sentence } of coverage(seed, quotes, setAside)) {
		const message = `“${text}” in line ${line} of the seed is not accounted for: “${shorten(sentence)}”`;
		const fix = 'Write a claim whose quote holds it, or list it under setAside with the reason.';
		if (!accounted && !elsewhere.some((words) => words.includes(text))) yield wrong(['seed'], message, fix, more);
	}
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
export function* seedProblems(ledger: Ledger, seeds: Seeds, { entries, seeds: files }: Entries): Generator<Problem> {
	const quotes = quotesOf(entries);
	// A source whose schema does not hold owns its seed all the same.
	const named = new Set(
		entries.flatMap(({ kind, data }) => (kind === 'source' ? [(data as { seed?: unknown } | null)?.seed] : [])),
	);
	const owners = new Map<string, string>();
	const shared = sharedSeeds(ledger);
	for (const source of ledger.sources.values()) {
		if (source.seed === undefined) continue;
		const wrong = wrongOf('source', source.id);
		const owner = owners.get(source.seed);
		const taken = `seeds/${source.seed} already belongs to source ${owner}`;
		if (owner !== undefined) yield wrong(['seed'], taken, 'One source for each seed.', { rule: 'seed-twice' });
		owners.set(source.seed, source.id);
		// Which of them it belongs to must be settled first.
		if (shared.has(source.seed)) continue;
		yield* fileProblems(source, files, wrong);
		const seed = seeds.get(source.id);
		if (!seed) continue;
		yield* wordProblems(source, seed, wrong);
		yield* coverageProblems(source, seed, quotes.get(source.id) ?? [], wrong);
	}
	for (const file of [...files.keys()].sort()) {
		const wrong = wrongOf('source', file.replace(/\.txt$/, ''), { rule: 'seed-unknown', rests: [`seed/${file}`] });
		const fix = `Add a source: npm run new -- source <id> --seed ${file}`;
		if (!owners.has(file) && !named.has(file)) yield wrong(['seed'], `no source belongs to seeds/${file}`, fix);
	}
}
