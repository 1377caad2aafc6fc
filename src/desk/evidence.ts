import type { Series } from '../ledger/ledger.ts';
import type { FoundNumber } from '../ledger/number.ts';
import { attributeOf, type Passage } from './passage.ts';
import { type ClaimView, claimIn, type Desk, listAt, textAt } from './rule.ts';
import { sameFate, unitIn, wordsBehind } from './units.ts';
import { stems } from './words.ts';

/** So many references are offered where several fit. */
const MOST_OFFERED = 3;
/** Up to a dozen, a number is found in too many claims to say anything by itself. */
const SMALL = 12;
/** What a page is about: the topics of the claims, the series and the accounts that it shows or names. */
function subjectsOf(desk: Desk, { file, kind, id }: Passage): ReadonlySet<string> {
	const uses = desk.uses.filter((use) => use.source.file === file);
	const home = desk.content.homes.get(`${kind}/${id}`);
	const found = new Set([
		...[id, home ? textAt(home, 'about') : '', ...(home ? listAt(home, 'series').map(String) : [])],
		...uses.flatMap((use) => [claimIn(desk, use)?.about ?? attributeOf(use, 'about'), attributeOf(use, 'series')]),
	]);
	found.delete('');
	return found;
}

type Candidate = Readonly<Record<'written' | 'about' | 'unit' | 'measure' | 'words', string>>;

const fromClaim = ({ id, about, measure, unit, statement }: ClaimView): Candidate => ({
	...{ about, measure, unit, written: `<Claim id="${id}"/>`, words: `${statement} ${measure}` },
});

const fromSeries = ({ id, measure, unit, title, label, rows }: Series, value: number): readonly Candidate[] =>
	rows
		.filter((row) => row.value === value)
		.map(({ date }) => ({
			...{ about: id, measure, unit, words: `${title} ${label} ${measure}` },
			written: `<Value series="${id}" date="${date}"/>`,
		}));

/**
 * The references that a bare figure may stand for, the likeliest first: none of another unit, and none that neither
 * what the page is about nor the words beside the figure speak for.
 */
export function referencesFor(desk: Desk, passage: Passage, figure: FoundNumber): readonly string[] {
	const { value, text: written, offset, length } = figure;
	const claims = [...desk.claims.values()].filter(({ quantity }) =>
		value === null
			? quantity?.value === undefined && quantity?.qualifier === written.toLowerCase()
			: (quantity?.value === value || quantity?.upper === value) &&
				(figure.upper === undefined || quantity.upper === figure.upper),
	);
	const series =
		value === null || figure.upper !== undefined
			? []
			: [...desk.ledger.series.values()].flatMap((one) => fromSeries(one, value));
	const candidates = [...claims.map(fromClaim), ...series];
	if (candidates.length === 0) return [];
	const end = offset + length;
	const behind = wordsBehind(passage.text, end);
	const unit = unitIn(behind);
	const nouns = stems(behind);
	const beside = stems(passage.text.slice(Math.max(0, offset - 60), end + 60));
	const subjects = subjectsOf(desk, passage);
	const ranked = candidates.flatMap((candidate, at) => {
		const counted = unitIn(candidate.unit);
		const fate = sameFate(behind, candidate.measure);
		if ((unit !== undefined && counted !== undefined && unit !== counted) || fate === false) return [];
		// The noun behind a figure says what it counts; nothing else is offered for it.
		const fits =
			unit === undefined ? !nouns.isDisjointFrom(stems(`${candidate.words} ${candidate.unit}`)) : unit === counted;
		if (nouns.size > 0 && !fits && !fate) return [];
		const topic = subjects.has(candidate.about);
		const shared = [...stems(candidate.words)].filter((stem) => beside.has(stem)).length + (fate ? 1 : 0);
		if (!topic && (shared === 0 || (value !== null && value <= SMALL))) return [];
		return [{ at, written: candidate.written, score: (topic ? 10 : 0) + shared }];
	});
	return ranked
		.sort((a, b) => b.score - a.score || a.at - b.at)
		.slice(0, MOST_OFFERED)
		.map(({ written: reference }) => reference);
}
