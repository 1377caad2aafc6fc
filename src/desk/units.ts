/** Nouns by the unit that they count in; a figure of one unit is no figure of another. */
const UNITS: readonly (readonly [unit: string, nouns: string])[] = [
	['per cent', 'per ?cent|percentage|%'],
	[
		'people',
		'people|persons?|civilians?|fighters?|soldiers?|troops|men|women|children|dead|deaths?|killed|injured|wounded|hurt|refugees?|displaced|\\p{Lu}\\p{L}+ians|militants?|rebels?|patients?|victims?|casualties|residents?|inhabitants?|workers?|teachers?|observers?',
	],
	['km', 'km|kilomet(?:re|er)s?'],
	['metres', 'met(?:re|er)s?'],
	['money', 'dollars?|euros?|pounds?|lira'],
	['families', 'families|households'],
	['tonnes', 'tonnes?|tons?'],
	...'miles minutes hours days weeks months years'.split(' ').map((unit) => [unit, `${unit}?`] as const),
];
const PATTERNS = UNITS.map(
	([unit, nouns]) => [unit, new RegExp(`(?<![\\p{L}\\p{N}])(?:${nouns})(?![\\p{L}\\p{N}])`, 'u')] as const,
);

/** What happened to the people counted. */
const FATES = [/(?<!\p{L})(?:dead|killed|deaths?|died)(?!\p{L})/u, /(?<!\p{L})(?:injured|wounded|hurt)(?!\p{L})/u];

/** The words right behind a figure: at most three, and none behind a sign that parts sentences. */
export const wordsBehind = (text: string, end: number): string =>
	/^-?\s*(?:%|(?:(?!(?:and|or|of|by|in|on|at|from|to|for|with|who|that|which|some|the|an?|after|before|since|until|against|over|under)\b)[\p{L}\p{M}’'-]+\s*){0,3})/u.exec(
		text.slice(end, end + 60),
	)?.[0] ?? '';

/** The first unit that words name; undefined where they name none. */
export function unitIn(words: string): string | undefined {
	const found = PATTERNS.flatMap(([unit, pattern]) => {
		const at = words.search(pattern);
		return at === -1 ? [] : [[at, unit] as const];
	});
	return found.sort(([a], [b]) => a - b)[0]?.[1];
}

/** Whether words and a measure say the same of the people counted; undefined where one of them says nothing of it. */
export function sameFate(words: string, measure: string): boolean | undefined {
	const [own = [], said = []] = [measure, words].map((text) => FATES.filter((fate) => fate.test(text)));
	return own.length === 1 && said.length === 1 ? own[0] === said[0] : undefined;
}

const patternsOf = (nouns: string): readonly RegExp[] =>
	nouns.split(' ').map((one) => new RegExp(`(?<![\\p{L}-])(?:${one})(?![\\p{L}-])`, 'u'));
const PEOPLE = patternsOf(
	'fighters?|militants?|rebels? soldiers?|troops civilians? children|child wom[ae]n observers? prisoners? refugees?',
);
const THINGS = patternsOf(
	'rockets?|shells?|rounds?|missiles? trucks?|vehicles?|tanks? posts? villages?|towns? houses?|homes?',
);

/** Whether words name something that is counted. */
export const isCounted = (words: string): boolean =>
	unitIn(words) !== undefined || [...PEOPLE, ...THINGS].some((pattern) => pattern.test(words));

/** Whether one of the patterns that words name is the claim's: that of its own field, or else of what it tells. */
function fits(patterns: readonly RegExp[], words: string, own: string, told: string): boolean {
	const said = patterns.filter((pattern) => pattern.test(words));
	const known = patterns.some((pattern) => pattern.test(own)) ? own : told;
	return said.length === 0 || said.some((pattern) => pattern.test(known));
}

/** What is behind a verb or "their" is not what the figure counts: "52 fled their homes". */
const VERB = /(?<!\p{L})(?:their|its|his|her|fled|left|saw|lost|was|were|is|are|ha[ds]|have)(?!\p{L})/u;

/** Whether the words behind a figure name another fate, other people or other things than its claim does. */
export function isOfOthers(
	words: string,
	{ unit, measure, statement }: Readonly<Record<'unit' | 'measure' | 'statement', string>>,
): boolean {
	const told = `${measure} ${statement.toLowerCase()}`;
	const [nouns = ''] = words.split(VERB, 1);
	const things = unitIn(unit) === 'people' ? '' : told;
	return !fits(FATES, words, measure, told) || !fits(PEOPLE, nouns, unit, told) || !fits(THINGS, nouns, unit, things);
}
