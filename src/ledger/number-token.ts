/** A word or a run of digits, with what it can be in a number expression. */
export interface Token {
	readonly offset: number;
	readonly end: number;
	/** One letter: what the productions of number.ts are written in. */
	readonly sort: string;
	/** Of digits and number words; null for digits that cannot be read as one number. */
	readonly value: number | null;
}

const words = (list: string): readonly string[] => list.split(' ');
const numbered = (list: string, value: (at: number) => number) =>
	words(list).map((word, at) => [word, value(at)] as const);
const each = (list: string, value = Number.NaN) => words(list).map((word) => [word, value] as const);

const ORDINALS =
	'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth';

/** Number words of other languages that are no English words and no names. */
const FOREIGN = [
	'zwei drei vier fünf sechs sieben _ neun zehn _ zwölf',
	'deux trois quatre cinq _ _ huit neuf _ onze douze',
	'_ _ cuatro cinco seis siete ocho nueve diez _ doce',
	'iki üç dört beş _ yedi sekiz dokuz',
	'два три четыре пять шесть семь восемь девять десять',
	'اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة',
];
const FOREIGN_TENS = [
	'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert',
	'vingt trente quarante cinquante soixante',
	'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
	'yirmi otuz kırk _ altmış yetmiş seksen doksan',
	'двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто',
	'عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون مئة',
];

/**
 * Words by what they are. 1: one to nine. 0: nought and ten to nineteen. 9: tens. h: hundred. s: thousand and above.
 * z: dozen, score. p: dozens, hundreds. v: several, many. w: few. o: ordinals. f: parts that are ordinals too ("thirds").
 * H: half. Q: quarter. m: doubled, fivefold. y: twice, double. n: numbers of other languages. k: behind digits, "3bn".
 * The rest hold an expression together.
 */
const SORTS: Readonly<Record<string, readonly (readonly [word: string, value: number])[]>> = {
	1: numbered('one two three four five six seven eight nine', (at) => at + 1),
	0: [
		...each('zero nought', 0),
		...numbered('ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen', (at) => at + 10),
	],
	9: numbered('twenty thirty forty fifty sixty seventy eighty ninety', (at) => (at + 2) * 10),
	h: each('hundred', 100),
	s: numbered('thousand million billion trillion', (at) => 1000 ** (at + 1)),
	z: [...each('dozen', 12), ...each('score', 20)],
	p: each('dozens tens hundreds thousands millions billions trillions'),
	C: each('scores'),
	v: each('several many countless'),
	V: each('numerous'),
	w: each('few'),
	o: [
		...numbered(ORDINALS, (at) => at + 1),
		...numbered('thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth', (at) => (at + 3) * 10),
		...numbered('thousandth millionth', (at) => 1000 ** (at + 1)),
	],
	f: numbered('thirds fourths fifths sixths sevenths eighths ninths tenths', (at) => at + 3),
	H: each('half halves', 0.5),
	Q: each('quarter quarters', 0.25),
	m: [
		...numbered('twofold threefold fourfold fivefold sixfold sevenfold eightfold ninefold tenfold', (at) => at + 2),
		...each('halved halving', 0.5),
		...each('doubled doubling', 2),
		...each('tripled tripling trebled', 3),
		...each('quadrupled', 4),
	],
	y: [...each('twice double', 2), ...each('thrice triple treble', 3), ...each('quadruple', 4)],
	n: [
		...FOREIGN.flatMap((list) => numbered(list, (at) => at + 2)),
		...FOREIGN_TENS.flatMap((list) => numbered(list, (at) => (at + 2) * 10)),
	],
	k: [...each('k', 1e3), ...each('m mn mln', 1e6), ...each('bn', 1e9), ...each('tn', 1e12)],
	r: each('st nd rd th'),
	a: each('a an', 1),
	A: each('and'),
	O: each('of'),
	S: each('as the'),
	T: each('times fold'),
	c: each('couple'),
	B: each('were had have died fled'),
	P: each('killed injured wounded people persons fighters soldiers civilians others'),
};
const WORDS = new Map(
	Object.entries(SORTS).flatMap(([sort, list]) => list.map(([word, value]) => [word, { sort, value }] as const)),
);
WORDS.delete('_');
const HELD = [...'krAaOSTBP'];

/** A digit or one of the words: without them a text holds no number, and need not be taken apart. */
export const ANY_NUMBER = new RegExp(
	`\\p{Nd}|\\p{No}|\\u00ad|(?<![\\p{L}])(?:${[...WORDS].flatMap(([word, { sort }]) => (HELD.includes(sort) ? [] : [word])).join('|')}|[IVXLC]{2,})(?![\\p{L}\\p{M}])`,
	'iu',
);

/** Characters without a width, which part a word for machines alone. */
const HIDDEN = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff';
const hidden = new RegExp(`[${HIDDEN}]`, 'g');
const GROUP = "[.,'’ \\u00a0\\u2009\\u202f]";
const TOKEN = new RegExp(
	[
		// 5/3/2020, 05.03.2020: a date to us, and one expression.
		'(?<!\\p{Nd}[./]?)\\p{Nd}{1,2}([./])\\p{Nd}{1,2}\\1\\p{Nd}{4}(?!\\p{Nd})',
		'\\p{Nd}{1,2}:\\p{Nd}{2}(?::\\p{Nd}{2})?(?!\\p{Nd})',
		'(?<![\\p{Nd}/.,])[1-9]/[2-9](?![\\p{Nd}/])',
		`(?<!\\p{Nd})\\p{Nd}{1,3}(?: \\p{Nd}{3}(?![\\p{Nd}]))+(?:[.,]\\p{Nd}+)?`,
		`\\p{Nd}[\\p{Nd}${HIDDEN}]*(?:${GROUP.replace(' ', '')}\\p{Nd}{3}(?!\\p{Nd}))*(?:[.,]\\p{Nd}+)?`,
		'[\\u00bc-\\u00be\\u2150-\\u215e]',
		'\\p{No}+',
		`\\p{L}[\\p{L}\\p{M}${HIDDEN}]*`,
	].join('|'),
	'gu',
);

/** Digits of other scripts as 0 to 9, where the block is one of the common ones. */
function plainDigits(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
		.replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
		.replace(/[\u0966-\u096f]/g, (digit) => String(digit.charCodeAt(0) - 0x966));
}

/** Reads digits with separators: "380,000", "1.4", "1.400.000"; null for what is no single number ("4.12.7"). */
function readDigits(text: string): number | null {
	const plain = plainDigits(text).replace(/['’\s]/g, '');
	if (/^\d+(\.\d+)?$/.test(plain)) return Number(plain);
	if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return Number(plain.replaceAll(',', ''));
	if (/^\d{1,3}(\.\d{3}){2,}$/.test(plain)) return Number(plain.replaceAll('.', ''));
	if (/^\d+,\d{1,2}$/.test(plain)) return Number(plain.replace(',', '.'));
	return null;
}

/** "½", "1/2" and the like. */
function readFraction(text: string): number | undefined {
	const [, over, under] = /^(\d)[/⁄](\d+)$/.exec(text.normalize('NFKC')) ?? [];
	return over === undefined ? undefined : Number(over) / Number(under);
}

const ROMAN = /^(?=[IVXLC]{2,}$)(?:XC|XL|L?X{0,3}|C{1,3}(?:XC|XL|L?X{0,3}))(?:IX|IV|V?I{0,3})$/;
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

function readRoman(text: string): number {
	const values = [...text].map((letter) => ROMAN_VALUES[letter] ?? 0);
	return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** Takes a text apart. Words that can be in no number have the sort "x". */
export function tokenise(text: string): readonly Token[] {
	return [...text.matchAll(TOKEN)].map(({ 0: found, index }) => {
		const at = { offset: index, end: index + found.length };
		const isWord = /^[A-Za-z]+$/.test(found);
		const fraction = isWord ? undefined : readFraction(found);
		if (fraction !== undefined) return { ...at, sort: 'q', value: fraction };
		const plain = isWord ? found : found.replace(hidden, '');
		if (!isWord && /^\p{N}/u.test(plain)) {
			const value = readDigits(plain);
			return { ...at, sort: value === null ? 'D' : 'd', value };
		}
		const known = WORDS.get(plain.toLowerCase());
		if (known) return { ...at, ...known };
		return ROMAN.test(plain) ? { ...at, sort: 'R', value: readRoman(plain) } : { ...at, sort: 'x', value: null };
	});
}
