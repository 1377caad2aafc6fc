import type { Qualifier } from './schemas/index.ts';

/**
 * What a number expression is, read from the words around it.
 * count: a figure. vague: words in place of one ("dozens"). loose: "several", "many" alone. fraction: "half".
 * one: "one" as a word for a single thing. The rest are not figures: they name a time, a text or a thing.
 */
export type NumberKind =
	| 'count'
	| 'vague'
	| 'loose'
	| 'fraction'
	| 'one'
	| 'ordinal'
	| 'date'
	| 'clock'
	| 'document'
	| 'name';

const MONTH =
	'(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';
const YEAR = '(?:19|20)\\d{2}';
const START = '(?<![\\p{L}\\p{N}]|\\p{Nd}[.,])';
/** Not the front part of a longer number. */
const END = '(?![\\p{L}\\p{N}]|[.,]\\p{Nd})';
/** Words behind a number that make it a count whatever stands in front of it. */
const COUNTED =
	'(?!\\s+(?:people|persons|fighters|men|women|children|civilians|soldiers|troops|refugees|\\p{Lu}\\p{L}+ians|militants|rebels|families|homes|killed|dead|deaths|injured|wounded|displaced|casualties|victims|km|kilometres|miles|metres|days|weeks|months|years|hours|million|thousand|hundred|per\\s+cent|percent)\\b|\\s*%)';
const CARDINAL =
	'(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|\\d+)';
/** With the tens in front: an age. */
const AGE = `(?:[a-z]+ty-)?${CARDINAL}`;
/** What a child or a grown person is called behind an age, or nothing: "a 9-year-old war" is a length. */
const PERSON =
	"(?=[.,;:!?’”)]|\\s+(?:boys?|girls?|m[ae]n|wom[ae]n|sons?|daughters?|child|children|brother|sister|cousin|mother|father|student|who|was)\\b|['’]s\\b|$)";

/** Kinds in order of precedence, each with patterns that span a whole expression: every number inside it is of that kind. */
type Spans = Readonly<Partial<Record<NumberKind, readonly string[]>>>;

/** Those that can only fit where there is a digit. */
const DIGITS: Spans = {
	document: [
		`\\b(?:[Rr]esolutions?|UNS?CR?|[Aa]rticles?|[Aa]nnex|[Aa]ppendix|[Cc]lauses?|[Pp]oints?|[Ii]tems?|[Pp]aragraphs?|[Ss]ections?|[Pp]ages?|[Tt]ables?|[Ff]igures?|[Nn]otes?|[Rr]ows?|[Cc]olumns?|[Cc]hapters?|[Pp]arts?|(?:[Ss]ituation\\s+)?[Rr]eport|[Ii]ssue|[Nn]umber|[Nn]os?\\.|[Vv]olume|[Ff]ootnotes?)\\s+(?:no\\.?\\s*)?\\d+(?:\\.\\d+)*(?:\\s*(?:,|and|or|to|[-–])\\s*\\d+)*${END}${COUNTED}`,
		'\\b(?:[Tt]he|UN|Council)\\s+\\d{3,4}\\s+(?:list|committee|sanctions|line)\\b',
	],
	date: [
		`${START}\\d{4}-\\d{2}(?:-\\d{2})?[~?%]?${END}`,
		`${START}${DAY}(?:(?:\\s*,\\s*${DAY})*\\s*(?:[-–—]|to|and|or|until)\\s*${DAY})?\\s+(?:of\\s+)?${MONTH}(?:,?\\s+${YEAR}${END})?`,
		`\\b${MONTH}\\s+${DAY}(?:\\s*(?:[-–—]|to|and|or|until)\\s*${DAY})?(?!:)${END}${COUNTED}(?:,?\\s+${YEAR}${END})?`,
		`\\b${MONTH}\\s+${YEAR}${END}${COUNTED}`,
		`${START}${YEAR}(?:s(?![\\p{L}])|\\s*[-–—/]\\s*(?:${YEAR}|\\d{2})${END}${COUNTED})`,
		`\\b(?:of|in|since|class of)\\s+['’]\\d{2}${END}${COUNTED}`,
	],
	clock: [
		`${START}(?:[01]?\\d|2[0-4])[:.][0-5]\\d(?:\\s*(?:[ap]\\.?m\\b\\.?|CET|GMT|UTC))`,
		`${START}(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d)?${END}`,
		`${START}(?:[01]?\\d|2[0-4])\\s*[ap]\\.?m(?![\\p{L}])`,
		`${START}(?:[01]\\d|2[0-4])[0-5]\\d\\s*(?:GMT|UTC|CET|EET|EEST|hours|hrs|local)\\b`,
		`${START}(?:[01]?\\d|2[0-4])\\s?h(?:[0-5]\\d)?(?![\\p{L}\\p{N}])`,
		`\\b(?:[Aa]t|[Bb]y|[Uu]ntil|[Tt]ill|[Bb]efore|[Aa]fter|[Ss]ince|[Ff]rom)\\s+(?:[01]?\\d|2[0-4])\\.[0-5]\\d(?:\\s*(?:to|and|[-–])\\s*(?:[01]?\\d|2[0-4])\\.[0-5]\\d)?${END}${COUNTED}`,
	],
	name: [
		// "the 46th Infantry Regiment", "the 38th parallel".
		`${START}\\d+(?:st|nd|rd|th)\\s+(?:\\p{Lu}[\\p{L}-]+\\s+){0,4}(?:Army|Battalion|Brigade|Company|Corps|Division|Fleet|Parallel|parallel|Regiment|Squadron|Street|Unit|Wing)\\b`,
		'(?<![\\p{L}\\p{N}])[A-Z][\\p{L}]*[-‐‑]?\\d+(?![\\p{N}]|[.,]\\p{Nd})',
		`${START}(?:9/11|7/7|24/7|[2-8]x[2-8]|[2-5][DG]|4WD)(?![\\p{L}\\p{N}/])`,
		`${START}\\d{1,3}[a-z]?\\s+(?:\\p{Lu}\\p{L}+\\s+){1,3}(?:Street|Road|Avenue|Lane|Square|Boulevard)(?![\\p{L}]|\\s+\\p{Ll}+s\\b)`,
		`${START}(?:7\\s+Up\\b|(?<=\\bLevi['’]s\\s)501\\b|5\\+1\\s+(?:talks|format|group|powers)\\b|24-hour\\s+(?:clinic|pharmacy|bakery|shop|hotline|clock)\\b)`,
		'(?:https?://|\\bwww\\.)[\\p{L}\\d.-]+/[\\p{L}\\d/._-]*',
		`\\b(?:[Cc]all|[Dd]ial|[Rr]ing)(?:ed|led|ing)?\\s+(?:11[0235]|911|999)${END}(?!\\s+\\p{Ll}+s\\b)${COUNTED}`,
	],
};
const WORDS: Spans = {
	document: ['(?<![\\p{L}\\p{N}])[AS](?:/[A-Z]+)*(?:/[\\dA-Z]+(?:\\.\\d+)?)+'],
	date: [
		`\\b(?:[Dd]ay|[Ww]eek|[Nn]ight)\\s+(?:${CARDINAL})${END}${COUNTED}`,
		'\\b(?:[Ff]orty|40)\\s+days\\s+after\\s+Ashura\\b|\\b(?:[Ff]ifty|50)\\s+days\\s+after\\s+Easter\\b',
	],
	clock: [
		"\\b(?:[A-Za-z]+)\\s+o['’]clock\\b",
		'\\b(?:half|quarter)\\s+(?:past|to)\\s+(?:[a-z]+|\\d+)\\b',
		'\\b(?:an?|the|three|half|every)?[\\s-]*(?:quarters?\\s+of\\s+an|half[\\s-]an)[\\s-]hour\\b',
	],
	name: [
		'[\\p{L}_](?:\\d+\\p{Lu}?(?![\\p{N}]|[.,]\\p{Nd})|[²³¹⁰-₉]+)',
		`\\b(?:Channel|Highways?|Units?|Routes?|Roads?|Camp|Division|Brigade|Battalion|Regiment|Corps|Sectors?|Zones?|Block|Gate|Terminal|Flight|Track|[Pp]hases?|[Ss]tages?|[Rr]ounds?|[Ss]teps?|[Oo]ptions?|[Ll]evels?|Type|Model|Mark|Class|Category|[Vv]ersion|Leopard|Boeing|Airbus|TRT|BBC|ITV|France|Radio|Task Force|Area|Formula|Apollo)\\s+(?:${CARDINAL})${END}${COUNTED}`,
		`(?<![\\p{L}\\p{N}])(?:${CARDINAL}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Zz]ero)-(?:states?|way|sided|track|tier|step|stage|part|party|page|line|line[rd]|star|dimensional|wheel|pronged|point|man|woman|person|nation|volume|room|storey|lane|time|off|sum|tolerance|faced)(?![\\p{L}])`,
		`(?<![\\p{L}\\p{N}])(?i:${CARDINAL}-(?:hour|day|minute)\\s+(?:truce|cease-?fire|pause|lull|halt|deadline|ultimatum|curfew|notice|visit|summit|meeting|conference|talks|trip|window)\\b)`,
		// "the Four Towns", "the Group of Seven": capitals inside a sentence.
		'(?<=\\p{L}\\p{M}*[,;]?\\s)(?:Group\\s+of\\s+)?(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve|Twenty|Forty)(?:\\s+\\p{Lu}|(?<=Group\\s+of\\s+\\p{L}+)(?!\\p{L}))',
		`(?<![Tt]he\\s)\\b(?:Bus|House|Room|[Ff]loor|[Gg]rade)\\s+(?:${CARDINAL})${END}(?!\\s+(?!was\\b|is\\b|has\\b)\\p{Ll}+s\\b)${COUNTED}`,
		`(?<![\\p{L}\\p{N}])(?:${AGE}-year-old${PERSON}|(?<=\\b(?!It|Th|War)(?:[sS]?he|\\p{Lu}[\\p{L}-]+)\\s+(?:was|is)\\s+)${AGE}\\s+years\\s+old)`,
		`(?<![\\p{L}\\p{N}])(?:${CARDINAL}|Six|Twelve)-[Dd]ay\\s+War\\b|\\b(?:Seven|Thirty|Hundred)\\s+Years['’]\\s+War\\b`,
		`(?<![\\p{L}\\p{N}])(?:${CARDINAL}-tonne\\s+(?:lorry|truck|crane)|(?:seven|7)\\s+days\\s+a\\s+week|(?:24|twenty-four)\\s+hours\\s+a\\s+day)(?!\\p{L})`,
		// What stands before is looked at only where the rest fits: it would take the longest of all.
		`(?=${CARDINAL}\\s+times\\s+a\\s+day\\b)(?<=\\b(?:pray|eat|ate|rang|ring|wash|sing|sang)\\p{L}*\\s(?:\\p{L}+\\s){0,2})${CARDINAL}\\s+times\\s+a\\s+day`,
		'\\b(?:[Hh]alf\\s+a\\s+(?:mind|chance)|[Tt]hree\\s+cheers|(?:war|game|tale|year)\\s+of\\s+two\\s+halves)\\b',
		'\\b(?:[Gg]round|[Ss]ub-?|[Aa]bsolute)\\s*zero\\b|\\b[Zz]ero\\s+(?:sum|tolerance|hour)\\b',
	],
};
const compiled = (spans: Spans) =>
	Object.entries(spans).flatMap(([kind, patterns]) =>
		patterns.map((pattern) => [kind as NumberKind, new RegExp(pattern, 'gu')] as const),
	);
const [WITH_DIGITS, ALWAYS] = [compiled(DIGITS), compiled(WORDS)];
const LONE_YEAR = new RegExp(`^${YEAR}$`);
const COUNTED_AFTER = new RegExp(`^${COUNTED}`, 'u');
/** "The 20th person" says that there were twenty. */
const LAST_OF_A_COUNT = /^\s+(?:person|victim|death|soldier|fighter|civilian|casualty|child|body|attack|breach)\b/;
const EARLY = /^(?:1st|2nd|3rd|first|second|third)$/i;
const SINGLE = /^\s+(?:killed|dead|death|injured|wounded|casualty)\b/;

interface Span {
	readonly from: number;
	readonly to: number;
	readonly kind: NumberKind;
}

/** Reads the text once; the answer gives the kind of a number at a place, undefined where its surroundings say nothing. */
export function numberKinds(
	text: string,
): (from: number, to: number, qualifier: Qualifier | undefined, read?: NumberKind) => NumberKind | undefined {
	const spans: Span[] = [];
	for (const [kind, pattern] of [...(/\d/.test(text) ? WITH_DIGITS : []), ...ALWAYS])
		for (const match of text.matchAll(pattern))
			spans.push({ from: match.index, to: match.index + match[0].length, kind });
	// Callers ask from left to right, so a span that ended before one question is never asked for again.
	spans.sort((a, b) => a.from - b.from || b.to - a.to);
	let first = 0;
	return (from, to, qualifier, read) => {
		while (first < spans.length && (spans[first]?.to ?? 0) <= from) first += 1;
		for (let at = first; at < spans.length; at += 1) {
			const candidate = spans[at];
			if (!candidate || candidate.from > from) break;
			if (candidate.to >= to) return candidate.kind;
		}
		const number = text.slice(from, to);
		if (number.toLowerCase() === 'one' && SINGLE.test(text.slice(to, to + 16))) return 'count';
		if (read === 'ordinal' && !EARLY.test(number) && LAST_OF_A_COUNT.test(text.slice(to, to + 16))) return 'count';
		if (!LONE_YEAR.test(number)) return undefined;
		const limited =
			qualifier !== undefined && qualifier !== 'about' && !/\bover\s+$/.test(text.slice(0, from).slice(-8));
		return limited || !COUNTED_AFTER.test(text.slice(to, to + 24)) ? undefined : 'date';
	};
}
