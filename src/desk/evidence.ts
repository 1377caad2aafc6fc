import type { FoundNumber } from '../ledger/number.ts';
import { valueAt } from '../ledger/problem.ts';
import { type ClaimView, claimsOf } from './claims.ts';
import type { Home } from './file.ts';
import type { Passage } from './passage.ts';
import { type Desk, textAt } from './rule.ts';
import { sameFate, unitIn, wordsBehind } from './units.ts';

/** So many references are offered where several fit. */
const MOST_OFFERED = 3;
/** Up to a dozen, a number is found in too many claims to say anything by itself. */
const SMALL = 12;
const STEM = 5;
/** Words that are beside figures of every kind. */
const COMMON = new Set(
	'people there their were from than that this with after about which number figure those other'.split(' '),
);

const stems = (text: string): ReadonlySet<string> =>
	new Set(
		[...text.toLowerCase().matchAll(/\p{L}{4,}/gu)].flatMap(([word]) =>
			COMMON.has(word) ? [] : [word.slice(0, STEM)],
		),
	);

/** What a page is about: the topics of the claims, the series and the accounts that it shows or names. */
function subjectsOf(desk: Desk, { file, kind, id }: Passage): ReadonlySet<string> {
	const claims = claimsOf(desk);
	const found = new Set<string>([id]);
	for (const use of desk.uses) {
		if (use.file !== file) continue;
		const of = (name: string) => use.attributes.get(name)?.value ?? '';
		found.add(claims.get(of('id'))?.about ?? of('about')).add(of('series'));
	}
	const home = desk.content.homes.get(`${kind}/${id}`);
	const series = home && valueAt(home.entry.data, ['series']);
	for (const name of Array.isArray(series) ? series : []) found.add(String(name));
	if (home) found.add(textAt(home, 'about'));
	found.delete('');
	return found;
}

interface Candidate {
	readonly written: string;
	readonly about: string;
	readonly unit: string;
	readonly measure: string;
	readonly words: string;
}

function unitOf(desk: Desk, measure: string, own: string): string {
	const home = desk.content.homes.get(`measure/${measure}`);
	return own || (home ? textAt(home, 'unit') : '');
}

function fromClaim(desk: Desk, claim: ClaimView): Candidate {
	const { id, about, measure, statement } = claim;
	return {
		written: `<Claim id="${id}"/>`,
		about,
		measure,
		unit: unitOf(desk, measure, claim.unit),
		words: `${statement} ${measure}`,
	};
}

function fromSeries(desk: Desk, { entry }: Home, value: number): readonly Candidate[] {
	const text = (key: string) => String(valueAt(entry.data, [key]) ?? '');
	return (entry.rows ?? [])
		.filter((row) => row['value'] !== '' && Number(row['value']) === value)
		.map((row) => ({
			written: `<Value series="${entry.id}" date="${row['date']}"/>`,
			about: entry.id,
			measure: text('measure'),
			unit: unitOf(desk, text('measure'), text('unit')),
			words: `${text('title')} ${text('label')} ${text('measure')}`,
		}));
}

/**
 * The references that a bare figure may stand for, the likeliest first: none of another unit, and none that neither
 * what the page is about nor the words beside the figure speak for.
 */
export function referencesFor(desk: Desk, passage: Passage, figure: FoundNumber): readonly string[] {
	const { value, text: written, offset, length } = figure;
	const claims = [...claimsOf(desk).values()].filter((claim) =>
		value === null
			? claim.value === undefined && claim.qualifier === written.toLowerCase()
			: (claim.value === value || claim.upper === value) &&
				(figure.upper === undefined || claim.upper === figure.upper),
	);
	const series =
		value === null || figure.upper !== undefined
			? []
			: desk.records('series').flatMap((home) => fromSeries(desk, home, value));
	const candidates = [...claims.map((claim) => fromClaim(desk, claim)), ...series];
	if (candidates.length === 0) return [];
	const end = offset + length;
	const behind = wordsBehind(passage.text, end);
	const unit = unitIn(behind);
	const beside = stems(passage.text.slice(Math.max(0, offset - 60), end + 60));
	const subjects = subjectsOf(desk, passage);
	const ranked = candidates.flatMap((candidate, at) => {
		const counted = unitIn(candidate.unit);
		const fate = sameFate(behind, candidate.measure);
		if ((unit !== undefined && counted !== undefined && unit !== counted) || fate === false) return [];
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
