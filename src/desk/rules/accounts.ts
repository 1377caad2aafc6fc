import { siteOf } from '../../ledger/ledger.ts';
import { calledIn } from '../../ledger/suggest.ts';
import type { Home } from '../file.ts';
import { namesOf } from '../names.ts';
import { asRead, attributeOf, type Mark, PLACEHOLDER, type Use } from '../passage.ts';
import { claimIn, type Desk, isOfArticle, placeIn, type Rules, textAt } from '../rule.ts';
import { unitIn } from '../units.ts';
import { anyOf, within } from '../words.ts';

/** Words that say a speaker or a counter stands in front of the figure. Wide on purpose: a false alarm costs more. */
const SPEAKERS =
	/\b(?:said|says|saying|according|reported|reports?|counted|counts?|put|gave|gives|spoke|spokes\w+|wrote|told|named?|listed|recorded|documented|estimated|published|announced|accounts?|sources?|versions?|figures?|observatory|network|agency|agencies|news|officials?|ministry|unit|un|commander|by\s+(?:its|his|her|their)|from\s+(?:one|the)|raised|rose|range|between|others?|another)\b/i;

/** Words behind the figure that say where it stands: "78 in the first report, none in the second". */
const PLACED = /\b(?:in|by|from) (?:the|one|another) (?:first|second|other|report|one)\b/i;

/** What somebody does who speaks or counts, in the tense in which a story tells it. */
const VERBS =
	'said|told|wrote|counted|reported|announced|declared|denied|blamed|accused|estimated|recorded|warned|stressed|claimed|admitted';
/** References that show a source; names and terms show none. */
const TRACED = new Set(['Claim', 'Value', 'Accounts', 'Quote', 'Compare']);
const SENTENCE_END = new RegExp(`[.!?]["”’)]*\\s+(?=["“‘(]?[\\p{Lu}${PLACEHOLDER}])`, 'gu');

/** Sentences of a text, each by its start and end. */
function sentencesOf(text: string): readonly (readonly [start: number, end: number])[] {
	const starts = [0, ...[...text.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length)];
	return starts.map((start, at) => [start, starts[at + 1] ?? text.length]);
}

/** A vague number, and up to seven words behind it; "how many" asks, and "as many" compares. */
const VAGUE =
	/\b(?<!\b(?:how|as|so|too|not|very|the|at|for)\s)(?:several|many|most|countless|numerous|scores of|a (?:handful|few|number) of|a handful|a few|the majority)\b(?!\s+(?:of\s+)?(?:\p{L}+\s+)?(?:counts?|accounts?|reports?|sources|outlets|agencies|newspapers|people who)\b)(?:\s+[\p{L}’'-]+){1,7}/giu;
const PEOPLE =
	'(?:\\p{L}+ ){0,2}(?:child(?:ren)?|wom[ae]n|m[ae]n|boys?|girls?|civilians?|fighters?|soldiers?|refugees?|teachers?|students?|bab(?:y|ies)|minors?|foreigners?)(?!\\p{L})';
/** Some of the people whom a figure counts, without a figure of their own: "most of them", "Most were children". */
const SHARE = new RegExp(
	`(?<![\\p{L}-]|(?:how|as|so|too|not) )(?:${[
		'(one|some|many|most|several|few|a few|a handful|a number|the majority|all|both) of (?:them|whom|these)(?!\\p{L})',
		`(?:including|among them|along with) (an?|one|some|many|several) ${PEOPLE}`,
		`(mostly|mainly|largely|chiefly) ${PEOPLE}`,
		`(one|most|many|some|several|few|a few|a handful|the majority|all|none) (?:was|were|are) ${PEOPLE}`,
	].join('|')})`,
	'iu',
);
/** One is a figure as well. */
const ONE = /^(?:an?|one)$/i;
const SENTENCE = /[^.!?]+(?:[.!?]+|$)/gu;
/** Values that are worked out over all accounts of one thing. */
const OVER_ALL = /^(?:range|lowest|highest|difference)$/;
/** Below this many words a paragraph is too short for a share of marked words to say anything. */
const SHORT = 30;
/** Of so many words of a paragraph one may be marked. */
const ONE_IN = 10;
/** What needs no note: its name says what it is. */
const KNOWN: ReadonlySet<string> = new Set(['news agency']);

const count = (text: string): number => text.split(/\s+/).filter(Boolean).length;
/** What is counted, of accounts that are shown together. */
const subjectOf = (use: Use): string => `${attributeOf(use, 'about')} ${attributeOf(use, 'measure')}`;

const drawnBy = (chart: Home): string => `${textAt(chart, 'about')} ${textAt(chart, 'measure')}`;

/** What a measure of one word is called, with the words that readers use for the same. */
function namesOfMeasures({ ledger }: Desk): ReadonlyMap<string, RegExp> {
	const groups = siteOf(ledger).synonyms ?? [];
	return new Map(
		[...ledger.measures.values()].flatMap(({ id, label }) => {
			const word = label.toLowerCase();
			const names = groups.find((one) => one.includes(word)) ?? [];
			const form = /^\p{L}+$/u.test(word) ? anyOf([word, ...names]) : undefined;
			return form ? [[id, form] as const] : [];
		}),
	);
}

const withoutThe = (name: string): string => name.replace(/^the /i, '');

/** Finds an actor named right before a verb of saying and a figure whose claim is another's; gives its name. */
function otherSpeakers({ ledger }: Desk) {
	const named = [...ledger.actors.values()].map((actor) => ({
		actor,
		names: [actor.name, ...(actor.short === undefined ? [] : [actor.short])].map(withoutThe),
	}));
	const names = anyOf(named.flatMap((one) => one.names))?.source ?? PLACEHOLDER;
	const says = '(?: (?:later|then|also|first|had))? (?:said|put|counted|reported|estimated|recorded)';
	const speaks = new RegExp(`(${names}|${PLACEHOLDER})${says}((?: \\p{Ll}+){0,4}) $`, 'u');
	return (id: string, text: string, end: number, marks: readonly Mark[]): string | undefined => {
		// A name, a verb and four words are not longer.
		const begin = Math.max(0, end - 200);
		const match = speaks.exec(text.slice(begin, end));
		const claim = ledger.claims.get(id);
		if (!match || !claim) return undefined;
		const [, name = '', between = ''] = match;
		const { use } = marks.find(({ by, start }) => by === 'Actor' && start === begin + match.index) ?? {};
		const meant = named.filter((one) => (use ? one.actor.id === attributeOf(use, 'id') : one.names.includes(name)));
		if (meant.length === 0 || SPEAKERS.test(between)) return undefined;
		const said = ledger.actors.get(claim.saidBy ?? '');
		const source = ledger.sources.get(claim.source);
		const own = [claim.saidBy, claim.relayedBy, said?.probably];
		const published = `${source?.publisher} ${source?.agency}`;
		const right = meant.some((one) => own.includes(one.actor.id) || one.names.some((each) => published.includes(each)));
		return right ? undefined : meant[0]?.actor.name;
	};
}

/** Of accounts that differ: who says so is named, and no figure stands for all. */
export const accounts: Rules = {
	*attribution(desk) {
		const names = anyOf(namesOf(desk));
		const otherSpeaker = otherSpeakers(desk);
		for (const { text, marks, inside, place } of desk.passages) {
			for (const mark of marks) {
				const claim = claimIn(desk, mark.use);
				const other = claim?.quantity && otherSpeaker(claim.id, text, mark.start, marks);
				if (other !== undefined) {
					const fix = 'name who the claim says it was, or name the claim of this speaker';
					yield [place(mark.start, mark.end), `${other} is named here, and the claim is of another`, fix];
				}
				if (!claim?.disputed || inside.includes('Quote')) continue;
				const start = sentencesOf(text.slice(0, mark.start)).at(-1)?.[0] ?? 0;
				const clause = text.slice(start, mark.start);
				const behind = text.slice(mark.end).split(/[.!?]\s/, 1)[0] ?? '';
				const named = marks.some(({ by, start: from }) => by === 'Actor' && from >= start && from < mark.start);
				if (named || PLACED.test(behind) || SPEAKERS.test(`${clause} ${text.slice(mark.start, mark.end)}`)) continue;
				if (names && clause.search(names) !== -1) continue;
				const speaker = calledIn(desk.content.homes.get(`actor/${claim.saidBy}`)?.entry.data) || claim.saidBy;
				const fix = speaker ? `name the speaker first (${speaker})` : 'name who says so first';
				yield [place(mark.start, mark.end), 'this figure is disputed, and nobody is named in front of it', fix];
			}
		}
	},

	*'many-marks'(desk) {
		// A name or a term is marked where the page first has it.
		const seen = new Set<string>();
		for (const passage of desk.passages.filter(isOfArticle)) {
			const { text, marks, place } = passage;
			const marked: number[] = [];
			for (const { by, use, start, end } of marks) {
				const about = attributeOf(use, 'id');
				const name = by === 'Actor' || by === 'Term' ? `${passage.kind}/${passage.id} ${by} ${about}` : undefined;
				if (claimIn(desk, use)?.disputed || (name && !seen.has(name)))
					marked.push(count(asRead(desk.ledger, passage, start, end)));
				if (name) seen.add(name);
				const home = by === 'Actor' ? desk.content.homes.get(`actor/${about}`) : undefined;
				if (home && KNOWN.has(textAt(home, 'kind')))
					yield [place(start, end), `${textAt(home, 'name')} needs no note`, 'write the name alone'];
			}
			const words = count(asRead(desk.ledger, passage));
			const sum = marked.reduce((all, one) => all + one, 0);
			// One long name or phrase alone is no clutter.
			if (words < SHORT || marked.length < 2 || sum * ONE_IN <= words) continue;
			const fix = 'leave one in ten: mark a name where it matters, and spread disputed figures';
			yield [place(0, text.length), `${sum} of ${words} words of this paragraph are underlined`, fix];
		}
	},

	*'mixed-units'(desk) {
		const units = new Map<string, Set<string>>();
		for (const { about, measure, unit, quantity } of desk.claims.values()) {
			// The unit of the measure holds for all of them: fighters are people.
			if (quantity?.value === undefined || unit === desk.ledger.measures.get(measure)?.unit) continue;
			const key = `${about} ${measure}`;
			units.set(key, (units.get(key) ?? new Set()).add(unit));
		}
		const overAll = desk.uses.filter(
			(use) => use.name === 'Accounts' || (use.name === 'Value' && OVER_ALL.test(attributeOf(use, 'of'))),
		);
		const shown = [
			...overAll.map((use) => ({ key: subjectOf(use), place: () => use.place })),
			...desk
				.records('chart')
				.filter((home) => textAt(home, 'kind') === 'accounts')
				.map((home) => ({ key: drawnBy(home), place: () => placeIn(desk, home, ['measure']) })),
		];
		for (const { key, place } of shown) {
			const mixed = [...(units.get(key) ?? [])];
			if (mixed.length < 2) continue;
			const message = `these accounts count ${mixed.slice(0, -1).join(', ')} and ${mixed.at(-1)} in one`;
			yield [place(), message, 'give each of them a measure or a topic of its own'];
		}
	},

	*'single-account'(desk) {
		const charts = new Map(desk.records('chart').map((home) => [home.entry.id, home]));
		for (const uses of Map.groupBy(desk.uses.filter(isOfArticle), ({ source }) => source.file).values()) {
			const claims = uses.flatMap((use) => {
				const claim = claimIn(desk, use);
				return claim ? [{ use, claim, key: `${claim.about} ${claim.measure}` }] : [];
			});
			const shown = new Set(
				uses.map((use) => {
					const chart = use.name === 'Chart' ? charts.get(attributeOf(use, 'id')) : undefined;
					return chart ? drawnBy(chart) : use.name === 'Accounts' || use.name === 'Value' ? subjectOf(use) : '';
				}),
			);
			const isAlone = ({ claim, key }: (typeof claims)[number]): boolean =>
				claim.disputed && !shown.has(key) && claims.every((one) => one.key !== key || one.claim === claim);
			const alone = claims.find(isAlone);
			if (!alone) continue;
			const { id, about, measure } = alone.claim;
			const others = [...desk.claims.values()].filter(
				(one) => one.disputed && one.id !== id && one.about === about && one.measure === measure,
			);
			yield [
				alone.use.place,
				`"${id}" is one of ${others.length + 1} accounts that differ, and the only one on this page`,
				`add another, such as <Claim id="${others[0]?.id}"/>, or <Accounts about="${about}" measure="${measure}"/>`,
			];
		}
	},

	*'untraced-words'(desk) {
		const names = anyOf(namesOf(desk))?.source;
		if (names === undefined) return;
		// "The foreign minister said", "the Observatory later wrote"; and behind the words: "…, wrote Reuters".
		const who = `(?:${names}|${PLACEHOLDER})(?:[’']s?(?: [\\p{Ll}-]+){0,3})?`;
		const told = `${who}(?: (?:later|then|also|first|had|has))? (?:${VERBS})\\b|, (?:${VERBS}) (?:the )?${who}`;
		const speaks = new RegExp(told, 'u');
		for (const { path, sourced, text, marks, inside, quotations, place } of desk.passages.filter(isOfArticle)) {
			if (!sourced || inside.some((name) => TRACED.has(name)) || /^(?:title|short)$/.test(String(path[0]))) continue;
			for (const [start, end] of sentencesOf(text)) {
				if (marks.some((mark) => TRACED.has(mark.by) && mark.start < end && mark.end > start)) continue;
				const match = speaks.exec(text.slice(start, end));
				const [from, to] = match ? [start + match.index, start + match.index + match[0].length] : [0, 0];
				if (!match || within(quotations, from, to)) continue;
				yield [
					place(from, to),
					'this sentence tells what somebody said or counted, and no note shows where',
					'set the words that tell it into <Claim id="…">…</Claim>, or write the claim first (npm run new -- claim some-id)',
				];
			}
		}
	},

	*'vague-word'(desk) {
		for (const { sourced, text, marks, place } of desk.passages.filter(isOfArticle)) {
			const sentences = sourced && SHARE.test(text) ? sentencesOf(text) : [];
			for (const mark of sentences.length > 0 ? marks : []) {
				const claim = claimIn(desk, mark.use);
				if (claim?.quantity?.value === undefined || unitIn(claim.unit) !== 'people') continue;
				const at = sentences.findIndex(([start, end]) => mark.end > start && mark.end <= end);
				for (const [from, to] of sentences.slice(at, at + 2)) {
					const start = Math.max(from, mark.start);
					const match = SHARE.exec(text.slice(start, to));
					const word = match?.slice(1).find(Boolean) ?? '';
					const end = start + (match?.index ?? 0) + (match?.[0].length ?? 0);
					if (!match || marks.some((other) => other !== mark && other.end > end && other.start < end + 20)) continue;
					if (end <= mark.end && claim.statement.toLowerCase().includes(word.toLowerCase())) continue;
					yield [
						place(end - match[0].length, end),
						`"${match[0].trim()}" counts some of those whom the claim "${claim.id}" counts, and has no source`,
						'set the words into a <Claim> of their own, or take them out',
						ONE.test(word) ? { rule: 'bare-figure', severity: 'error' } : {},
					];
					break;
				}
			}
		}
		const claims = desk.uses.flatMap((use) => {
			const claim = claimIn(desk, use);
			return claim?.quantity?.value === undefined ? [] : [{ file: use.source.file, claim }];
		});
		const shown = Map.groupBy(claims, ({ file }) => file);
		const names = namesOfMeasures(desk);
		for (const { file, sourced, inside, text, marks, quotations, place } of desk.passages.filter(isOfArticle)) {
			const own = shown.get(file) ?? [];
			if (own.length === 0 || !sourced || inside.includes('Quote')) continue;
			for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
				const end = index + sentence.length;
				// Who gives a figure or its source in the sentence may go on in words.
				if (marks.some((mark) => /^(?:Claim|Value|Quote)$/.test(mark.by) && mark.start < end && mark.end > index))
					continue;
				for (const { 0: found, index: at } of sentence.matchAll(VAGUE)) {
					const start = index + at;
					if (within(quotations, start, start + 1)) continue;
					const known = own.find(({ claim }) => found.search(names.get(claim.measure) ?? /$^/) >= 0);
					if (!known) continue;
					const [word = ''] = found.split(/\s/, 1);
					const fix = `write <Claim id="${known.claim.id}"/>, or say what nobody counted`;
					yield [place(start, start + word.length), `"${word}" stands here where a figure is known`, fix];
				}
			}
		}
	},
};
