import { z } from 'zod';
import { dateAdvice, parseDate } from '../date.ts';
import type { Kind } from '../kinds.ts';

declare module 'zod' {
	/** What a schema says of a field beside its type; the rest of it stands in the field's JSON Schema as it is. */
	interface GlobalMeta {
		/** Kinds of record whose id it holds, the likeliest first. */
		readonly refers?: readonly Kind[];
		/**
		 * Words of ours (not of a source). free: the record itself is the evidence for a figure, or the field cannot hold
		 * one. figureless: no figure may stand in it, since no reference can. live: prose with references.
		 */
		readonly words?: 'free' | 'figureless' | 'live';
	}
}

/** Characters of a name. */
export const LONGEST_NAME = 200;

/** What an id looks like: on a page, no other part of it begins so. */
export const ID = /^(?!(?:note|at)-)[a-z0-9]+(-[a-z0-9]+)*$/;

/** File names and ids: lower-case words joined by hyphens. */
export const id = z
	.string()
	.regex(ID, 'an id has lower-case letters, digits and single hyphens only, and does not begin with note- or at-')
	.describe('Lower-case words joined by hyphens, for example strike-killed-sohr.');

/** The id of a record of a kind; of several kinds, the one in which it is found. */
export const ref = (...refers: readonly [Kind, ...Kind[]]) => id.meta({ refers });

/** Plain text of one line or more, never empty. */
export const text = z.string().trim().min(1, 'this text is empty').meta({ pattern: '\\S' });

/** Text in our own words. */
export const words = text.meta({ words: 'free' });

/** Text in our own words, without a figure: a reference could not stand in it. */
export const figureless = text.meta({ words: 'figureless' });

/**
 * Prose that may hold `<Claim id="…"/>`, `<Value …/>`, `<Term id="…"/>` and `<Actor id="…"/>`,
 * and no other markup. A bare figure in it is an error.
 */
export const prose = text
	.meta({ words: 'live' })
	.describe('Prose. Write a figure as <Claim id="…"/> or <Value …/>, never as bare digits or words.');

/** A field that may be left out. */
export const maybe = <T extends z.ZodType>(schema: T, says: string) => schema.optional().describe(says);

/** Left out unless it is true. */
export const flag = (says: string) => maybe(z.boolean(), says);

/** Keys under one key, and a list of such groups. */
export const group = <T extends z.core.$ZodLooseShape>(says: string, keys: T) => z.strictObject(keys).describe(says);
export const groups = <T extends z.core.$ZodLooseShape>(says: string, keys: T) =>
	z.array(z.strictObject(keys)).describe(says);

/** The days of the calendar without the leap days, for JSON Schema; `date.ts` has the last word. */
const DAY =
	'(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2\\d))';
const POINT = `\\d{4}(?:-(?:${DAY}|(?:0[1-9]|1[0-2])))?[?~%]?`;

/** A message says what is wrong with a date, and what to write. */
function inCalendar(value: string, context: z.RefinementCtx<string>): void {
	const result = parseDate(value);
	if (!result.ok) context.addIssue({ code: 'custom', message: result.message, params: { fix: dateAdvice(value) } });
}

/** A date in EDTF level 1, at the precision the source gives. Stored as written. */
export const date = z
	.string()
	.superRefine(inCalendar)
	.meta({ pattern: `^${POINT}(?:/${POINT})?$` })
	.describe('A date (EDTF): 2020-03-05, 2020-03, 2020, 2020-03-05~ (about), 2019-04/2020-03 (from/to).');

/** A single date, not an interval. */
export const pointDate = date
	.refine((value) => !value.includes('/'), 'give one date here, not a period')
	.meta({ pattern: `^${POINT}$` });

/** A single date known to the day. */
export const day = z
	.string()
	.regex(/^\d{4}-\d{2}-\d{2}$/, 'give the full date here, as 2020-03-05')
	.superRefine(inCalendar)
	.meta({ pattern: `^\\d{4}-${DAY}$` })
	.describe('A full date: year-month-day.');

/** What to do about a web address that is none. */
export const ADDRESS_ADVICE = 'Copy it from the address bar of the browser: https://example.org/page.';

/** An address on the web; only http and https. */
export const url = z
	.url({ protocol: /^https?$/, error: 'this is not a web address that starts with http:// or https://' })
	.refine((value) => !/\s/.test(value), { message: 'a web address has no spaces', params: { fix: ADDRESS_ADVICE } })
	.meta({ pattern: '^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#]+\\S*$' })
	.describe('A web address.');

/** A clock time as announced. */
export const time = z
	.string()
	.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is written as 00:01')
	.describe('A time of day: 00:01.');

/** Where a rule between several keys is told, and in which words. */
export const at = (key: string, message: string) => ({ message, path: [key] });

/** Degrees north, as far as the projection of the maps goes. */
export const north = z.number().min(-85).max(85);
export const degrees = z.number().min(-180).max(180);
export const position = z.tuple([degrees, north]).describe('Longitude and latitude in degrees.');

/** What something is called: looked for in every text, so no longer than a name is. */
export const called = text.max(LONGEST_NAME, `a name has ${LONGEST_NAME} characters at most`);

/** A name as somebody else spells it. */
export const spelling = z.strictObject({
	text: called.describe('The name in that spelling.'),
	where: text.describe('Who spells it so: "first report", "AP", "German press".'),
});

export const licence = text.describe('Licence of the text or data, for example "CC BY 4.0".');

/** A correction that readers see. */
export const correction = z
	.strictObject({
		date: day.describe('The day of the correction.'),
		what: words.describe('What was wrong and what it says now.'),
		why: words.describe('Why it was changed.'),
		claim: maybe(ref('claim'), 'The claim whose value changed, if one did.'),
		series: maybe(ref('series'), 'The series of which a row changed, if one did.'),
		row: maybe(text, 'The date of that row.'),
		old: maybe(text, 'The value as it was published.'),
		new: maybe(text, 'The value as it is now.'),
	})
	.describe('A correction. Readers see it on the page and in the feeds.');
