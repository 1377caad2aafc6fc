/** Words that carry nothing in a question: "how many died in the strike" asks for "died" and "strike". */
const small = new Set(
	(
		'a an and are as at be been by can could did do does for from had has have how in into is it its many me much no not of on or ' +
		'over said say says some than that the their there they this to was were what when where which who whom whose why with'
	).split(' '),
);

/** Words that readers use for the same thing; the first is the one that is looked up. */
const groups: readonly (readonly string[])[] = [
	[
		'killed',
		'kill',
		'kills',
		'died',
		'die',
		'dies',
		'dead',
		'death',
		'deaths',
		'toll',
		'fatalities',
		'deadly',
		'casualties',
	],
	['injured', 'injuries', 'injury', 'wounded', 'wounds', 'hurt'],
	['refugees', 'refugee', 'migrant', 'migrants'],
	['displaced', 'displacement', 'idp', 'idps', 'fled', 'flee', 'uprooted'],
	['ceasefire', 'ceasefires', 'truce', 'truces', 'cessation', 'armistice'],
	['deal', 'deals', 'agreement', 'agreements', 'accord', 'pact', 'protocol'],
	['strike', 'strikes', 'airstrike', 'airstrikes', 'bombing', 'bombed', 'raid'],
	['returned', 'return', 'returns', 'returning', 'returnee', 'returnees'],
	['responsibility', 'responsible', 'blame', 'blamed', 'culprit'],
	['unknown', 'unclear', 'uncertain', 'uncertainty', 'known'],
	['turkiye', 'turkey'],
];
const same = new Map(groups.flatMap((group) => group.map((word) => [word, group[0] ?? word] as const)));

/** Signs inside a word that one spelling has and another lacks: apostrophes, ʿ and ʾ, the stretching of Arabic letters. */
const SIGNS = /(?<=\p{L}\p{M}*)['’‘ʼʿʾ`´ـ]+(?=\p{L})|[ʿʾـ]/gu;

/** Words as they are cut from a text: a sign inside a name does not cut it in two. */
export const cut = (text: string): string[] =>
	text
		.replace(/[’']s(?!\p{L})/gu, '')
		.replace(SIGNS, '')
		.split(/[^\p{L}\p{N}\p{M}]+/u)
		.filter(Boolean);

/** A word without marks and capitals: Erdoğan and erdogan are one. */
const bare = (word: string): string =>
	word.replace(SIGNS, '').normalize('NFD').replace(/\p{M}/gu, '').replace(/ı/g, 'i').toLowerCase();

/** The forms under which a word of the site is kept: its own, and the one for all that mean the same. */
export function kept(word: string): string[] | null {
	const plain = bare(word);
	const main = same.get(plain);
	if (small.has(plain)) return null;
	return main === undefined || main === plain ? [plain] : [plain, main];
}

/** The form in which a word of a question is looked up; null where it says nothing. */
export function asked(word: string): string | null {
	const plain = bare(word);
	return small.has(plain) ? null : (same.get(plain) ?? plain);
}
