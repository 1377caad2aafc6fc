import type { Qualifier } from './schemas/index.ts';

const LEADS: readonly (readonly [RegExp, Qualifier | undefined])[] = [
	[
		/(?:no more than|not more than|(?<!no |not )at (?:the )?most|a maximum of|as many as|as much as|up to|(?<!no |not )fewer than|(?<!no |not )less than|(?<!just )under|below|≤|<)$/i,
		'up to',
	],
	[/(?:more than|over|above|in excess of|exceeding|upwards of|>)$/i, 'more than'],
	[/(?:at least|no fewer than|no less than|not fewer than|not less than|a minimum of|as few as|≥)$/i, 'at least'],
	[/(?:almost|nearly|close to|just under|approaching|nigh on|just short of)$/i, 'almost'],
	[
		/(?:about|around|some|roughly|approximately|an estimated|estimated|circa|ca\.|c\.|~|≈|in the (?:region|order) of|on the order of)$/i,
		'about',
	],
	[/(?:exactly|precisely)$/i, 'exactly'],
	[/(?:another|a further|further|an additional|additional|a total of)$/i, undefined],
];
/** The longest lead with its white space. */
const REACH = 28;
const CURRENCY = /(?:\bUS|\bA|\bC)?[$€£¥₺]\s?$/;

/** The limit that stands in front of a number; a sign of currency may stand between. */
export function limitBefore(text: string, offset: number): { lead?: string; qualifier?: Qualifier } {
	const before = text
		.slice(Math.max(0, offset - REACH), offset)
		.replace(/[\s\u00a0]+/g, ' ')
		.replace(CURRENCY, '')
		.trimEnd();
	for (const [pattern, qualifier] of LEADS) {
		const match = pattern.exec(before);
		if (!match) continue;
		const preceding = before[match.index - 1] ?? ' ';
		if (/[\p{L}\p{N}]/u.test(preceding)) continue;
		return { lead: match[0], ...(qualifier ? { qualifier } : {}) };
	}
	return {};
}

const BEHIND: readonly (readonly [RegExp, Qualifier])[] = [
	[/^(?:\+|[-\s]plus\b|\s+(?:or|and) (?:more|above|upwards)\b|\s+at least\b)/, 'at least'],
	[/^\s+(?:or (?:fewer|less)|at (?:the )?most)\b/, 'up to'],
	[/^(?:[-\s]odd\b|-some\b|-ish\b|\s+or so\b|\s+or thereabouts\b)/, 'about'],
];

/** The limit that stands behind a number: "50 or more", "twenty-odd". */
export function limitAfter(text: string, end: number): Qualifier | undefined {
	const after = text.slice(end, end + 20);
	return BEHIND.find(([pattern]) => pattern.test(after))?.[1];
}
