import { isScalar, parseDocument, visit } from 'yaml';
import { meantDates, parseDate } from '../ledger/date.ts';
import { splitMdx } from '../prose/mdx.ts';
import { withoutTracking } from './rules/addresses.ts';

/** One change that was made to a file, for the editor to look at. */
export interface Mended {
	readonly line: number;
	readonly what: string;
	readonly before: string;
	readonly after: string;
}

type Mend = readonly [what: string, mend: (line: string) => string];

const DATE_KEYS = 'date|said|published|accessed|asOf|updated|agreed|inForce|ended';
/** Words of others stay as they are, letter by letter: behind these keys, and between the tags of a quotation. */
const OTHERS = /^(\s*(?:- )?)(?:quote|text|reading|locator):/;

/** For each line in turn, whether it holds words of others, also where they go on over several lines. */
function othersWords(): (line: string) => boolean {
	let column = -1;
	let inQuote = false;
	return (line) => {
		const key = OTHERS.exec(line);
		const goesOn = column >= 0 && (line.trim() === '' || line.search(/\S/) > column);
		if (key) column = key[1]?.length ?? 0;
		else if (!goesOn) column = -1;
		const quoted = inQuote || line.includes('<Quote');
		inQuote = quoted && line.lastIndexOf('</Quote>') <= line.lastIndexOf('<Quote');
		return key !== null || goesOn || quoted;
	};
}

const plainAddress = (url: string): string => (URL.canParse(url) ? withoutTracking(url) : url);

function plainDate(written: string): string {
	const [one, two] = parseDate(written).ok ? [] : meantDates(written);
	return one !== undefined && two === undefined ? one : written;
}

const TAB: Mend = ['a tab', (line) => line.replace(/^\t+/, (tabs) => '  '.repeat(tabs.length)).replaceAll('\t', ' ')];
const NO_BREAK: Mend = [
	'a no-break space where YAML needs a plain one',
	(line) =>
		line.replace(/^[ \u00a0\u202f]*(?:-[ \u00a0\u202f]+)?(?:[\w-]+:[ \u00a0\u202f]*)?/, (front) =>
			front.replace(/[\u00a0\u202f]/g, ' '),
		),
];
const ACCENT: Mend = ['a letter and its accent apart', (line) => line.normalize('NFC')];

/** In our own words. In those of others only white space is mended, which no comparison sees. */
const IN_YAML: readonly Mend[] = [
	ACCENT,
	[
		'curly quotation marks around a value',
		(line) => line.replace(/^(\s*(?:- )?[\w-]+: +)[“„]([^“”„"\\]*)[”“]\s*$/, '$1"$2"'),
	],
	[
		'a date in another form',
		(line) =>
			line.replace(
				new RegExp(`^(\\s*(?:- )?(?:${DATE_KEYS}): +)(["']?)([^"'#]+?)\\2\\s*$`),
				(whole, key: string, _, date: string) => (plainDate(date) === date ? whole : `${key}${plainDate(date)}`),
			),
	],
	[
		'an address that tells who sent the reader',
		(line) =>
			line.replace(/^(\s*(?:- )?(?:url|archived): +)(\S+)$/, (_, key: string, url: string) => key + plainAddress(url)),
	],
];

const IN_BODY: readonly Mend[] = [
	ACCENT,
	['a list that is none', (line) => line.replace(/^(\s*)[•◦▪‣·●]\s+/u, '$1- ')],
	[
		'an address that tells who sent the reader',
		(line) => line.replace(/\]\((https?:[^)\s]+)\)/g, (_, url: string) => `](${plainAddress(url)})`),
	],
];

/** The lines on which a text of several lines goes on: what looks like a key there is none. */
function goingOn(yaml: string, firstLine: number): ReadonlySet<number> {
	const lines = new Set<number>();
	const lineOf = (offset: number) => firstLine + yaml.slice(0, offset).split('\n').length - 1;
	visit(parseDocument(yaml, { logLevel: 'silent', prettyErrors: false }), (_, node) => {
		if (!isScalar(node) || !node.range) return;
		const [start, end] = node.range;
		if (!yaml.slice(start, end).includes('\n')) return;
		const last = lineOf(Math.max(start, end - 1));
		for (let line = lineOf(start) + 1; line <= last; line++) lines.add(line);
	});
	return lines;
}

/** Mends in a text of content/ what has one right form; the rest is left for its editor. */
export function mend(path: string, text: string): { readonly text: string; readonly mended: readonly Mended[] } {
	const mended: Mended[] = [];
	// No text of an editor has noughts in it: these are bytes of something else.
	if (text.includes('\0')) return { text, mended };
	const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
	if (plain !== text)
		mended.push({ line: 1, what: 'a byte order mark or line ends of Windows', before: '', after: '' });
	const page = path.endsWith('.mdx') ? splitMdx(plain) : { yaml: plain, yamlStart: 0, bodyStart: plain.length };
	const bodyStart = page?.bodyStart ?? 0;
	const inText = page && goingOn(page.yaml, plain.slice(0, page.yamlStart).split('\n').length - 1);
	let offset = 0;
	const isOthers = othersWords();
	const lines = plain.split('\n').map((line, at) => {
		const inYaml = offset < bodyStart;
		offset += line.length + 1;
		const ofText = inYaml && inText?.has(at) === true;
		const own = isOthers(line) ? [] : ofText ? [ACCENT] : inYaml ? IN_YAML : IN_BODY;
		const mends = [TAB, ...(inYaml && !ofText ? [NO_BREAK] : []), ...own];
		return mends.reduce((before, [what, apply]) => {
			const after = apply(before);
			if (after !== before) mended.push({ line: at + 1, what, before, after });
			return after;
		}, line);
	});
	return { text: lines.join('\n'), mended };
}
