import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import {
	claims,
	type Deal,
	daysBetween,
	deals,
	ends,
	folder,
	forIdlib,
	lived,
	median,
	middles,
	overWithin,
	rows,
	textOf,
} from '../support/second-reading.ts';

/**
 * Every sentence with a derived value, from the text an editor wrote to the page a reader sees: the value is worked out
 * a second time, from the files, and must stand in that sentence on the built page.
 */
const { folder: site } = inject('site');

type Attributes = Readonly<Record<string, string>>;
/** Complaint about the words on the page, or undefined. */
type Check = (words: string) => string | undefined;

const SMALL = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** A written number: "961,000", "2.52 million"; with half of its last digit, by which it may be off. */
function figures(words: string): readonly (readonly [value: number, off: number])[] {
	const spelled = SMALL.indexOf(words);
	if (spelled >= 0) return [[spelled, 0]];
	return [...words.matchAll(/(\d[\d,]*)(?:\.(\d+))?( million)?/g)].map(([, whole = '', part = '', million]) => {
		const scale = million ? 1e6 : 1;
		const digits = whole.replaceAll(',', '');
		const zeros = million || part ? 0 : (/0*$/.exec(digits)?.[0].length ?? 0);
		return [Number(`${digits}.${part || 0}`) * scale, (scale * 10 ** (zeros - part.length)) / 2] as const;
	});
}

const exactly =
	(...wanted: readonly number[]): Check =>
	(words) => {
		const found = figures(words).map(([value]) => value);
		return found.join() === wanted.join() ? undefined : `${words} is not ${wanted.join(' to ')}`;
	};

const rounded =
	(wanted: number, limit = ''): Check =>
	(words) => {
		const [[value, off] = [Number.NaN, 0]] = figures(words);
		if (!(Math.abs(value - wanted) <= off)) return `${words} is not ${wanted}`;
		if (limit && !words.startsWith(limit)) return `${words} does not say ${limit}`;
		const side = value > wanted ? 'more than' : value < wanted ? 'almost' : '';
		return !limit && side !== '' && words.startsWith(side) ? `${words} is on the wrong side of ${wanted}` : undefined;
	};

const UNITS = { day: 1, week: 7, month: 365.25 / 12, year: 365.25 };

/** A length in words, against its days. */
const long =
	([least, most]: readonly [number, number], vague: boolean): Check =>
	(words) => {
		const range = /^(\d+) to (\d+) days$/.exec(words);
		if (range) return exactly(least, most)(words);
		const parts = [...words.matchAll(/(\d+) (day|week|month|year)s?/g)].map(
			([, count, unit]) => [Number(count), UNITS[unit as keyof typeof UNITS]] as const,
		);
		const total = parts.reduce((sum, [count, unit]) => sum + count * unit, 0);
		const grain = Math.min(...parts.map(([, unit]) => unit));
		if (words.startsWith('up to '))
			return Math.abs(total - most) <= grain / 2 ? undefined : `${words}: at most ${most}`;
		const middle = Math.round((Math.max(0, least) + most) / 2);
		if (Math.abs(total - middle) > grain / 2 + 0.5) return `${words} is not ${middle} days`;
		if (/^about /.test(words)) return undefined;
		if (vague || least !== most) return `${words} does not say that it is rough`;
		if (grain === 1) return total === middle ? undefined : `${words} is not ${middle} days`;
		const side = total - middle > 1 ? 'almost ' : total - middle < -1 ? 'more than ' : '';
		return words.startsWith(side) ? undefined : `${words} should say “${side}”`;
	};

const one = (id = ''): Deal => {
	const found = deals.find((deal) => deal.id === id);
	if (!found) throw new Error(`no deal ${id}`);
	return found;
};

/** The deals that a value speaks of: those for Idlib, unless it says otherwise. */
const chosen = ({ covers, type, ended }: Attributes): readonly Deal[] =>
	(covers === undefined ? forIdlib : deals.filter((deal) => covers.split('|').includes(deal.covers))).filter(
		(deal) => (type ?? deal.type) === deal.type && (ended ?? deal.endedBecause) === deal.endedBecause,
	);

const heldBy = (list: readonly Deal[], days: number): Check => {
	const same = list.filter((deal) => middles([deal])[0] === days);
	const [deal] = same;
	return long((deal && lived(deal)) ?? [days, days], deal === undefined || deal.endedCertainty === 'about');
};

const amount = (id: string): number => claims.find((claim) => claim.id === id)?.quantity?.value ?? Number.NaN;
const valueAt = (series = '', date = ''): number => rows(series).get(date)?.value ?? Number.NaN;

/** The second reading of each kind of value. */
const kinds: Readonly<Record<string, (of: Attributes) => Check>> = {
	series: ({ series = '', date = '' }) => rounded(valueAt(series, date), rows(series).get(date)?.qualifier),
	ceasefires: (of) => exactly(chosen(of).length),
	'open-ended': (of) => exactly(chosen(of).filter(({ ended }) => ended === undefined).length),
	'ended-within': (of) => {
		const [sure, perhaps] = overWithin(chosen(of), Number(of['days']));
		return sure === perhaps ? exactly(sure) : exactly(sure, perhaps);
	},
	events: ({ ceasefire, kind }) => exactly(one(ceasefire).events.filter((event) => event.kind === kind).length),
	held: ({ ceasefire }) => long(lived(one(ceasefire)) ?? [Number.NaN, 0], one(ceasefire).endedCertainty === 'about'),
	'held-median': (of) => heldBy(chosen(of), Math.round(median(chosen(of)))),
	'held-longest': (of) => heldBy(chosen(of), middles(chosen(of)).at(-1) ?? Number.NaN),
	between: ({ from, to }) => long(daysBetween(one(from).agreed, one(to).agreed), false),
	range: ({ about = '', measure = '' }) => exactly(...ends(about, measure)),
	total: ({ series = '', from = '', to = '' }) =>
		rounded([...rows(series)].reduce((sum, [date, { value }]) => sum + (date >= from && date <= to ? value : 0), 0)),
	sum: ({ claims: ids = '' }) => rounded(ids.split(',').reduce((sum, id) => sum + amount(id), 0)),
	difference: ({ series, minus, date }) => rounded(Math.abs(valueAt(series, date) - valueAt(minus, date))),
	change: ({ series, from, to }) => rounded(Math.abs(valueAt(series, to) - valueAt(series, from))),
};

interface Sentence {
	readonly page: string;
	readonly written: string;
	/** What the page must hold; each group is a value. */
	readonly pattern: RegExp;
	readonly checks: readonly Check[];
}

/** A value as the site words it: a small count spelled out, or a limit, one or two numbers, a unit of time. */
const VALUE = `(${SMALL.join('|')}|(?:(?:about|almost|more than|at least|up to) )?\\d[\\d,]*(?:\\.\\d+)?(?: million)?(?: to (?:more than )?\\d[\\d,]*)?(?: (?:day|week|month|year)s?(?: \\d+ months?)?)?)`;

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

/** Sentences of a text that hold a derived value. */
function sentences(page: string, text: string): readonly Sentence[] {
	const plain = text.replace(/\*\*|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
	const list = plain
		.split(/(?<=[.?!])\s+|\n{2,}|\n(?=[-#<>])/)
		.filter((sentence) => /<Value (?:of|series)=/.test(sentence));
	return list.map((written) => {
		const checks: Check[] = [];
		const words = written
			.replace(/^\s*(?:[-#>]+\s+|<(?:Aside|Later|Unknown)[^>]*>\s*)/, '')
			.replace(/<\/(?:Aside|Later|Unknown)>\s*$/, '');
		const parts = words.trim().split(/(<[A-Z][^>]*\/>|<[A-Z][^>]*>|<\/[A-Z]\w*>)/);
		const pattern = parts.map((part) => {
			if (!part.startsWith('<')) return literal(part);
			if (!part.endsWith('/>')) return '';
			if (!part.startsWith('<Value')) return '.{1,120}?';
			const of = Object.fromEntries(
				[...part.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
			);
			const check = kinds[of['of'] ?? 'series'];
			if (!check) throw new Error(`no second reading of ${part}`);
			checks.push(check(of));
			return VALUE;
		});
		return { page, written, checks, pattern: new RegExp(pattern.join(''), 'g') };
	});
}

/** Every text below a value that was read from YAML. */
function texts(value: unknown): readonly string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

const pageOf = (name: string, id: string): string =>
	name !== 'pages' ? `${name}/${id}/index.html` : id === 'front' ? 'index.html' : `${id}/index.html`;

const all = ['explainers', 'pages', 'charts', 'ceasefires'].flatMap((name) =>
	folder(name)
		.filter((file) => /\.(?:mdx|yaml)$/.test(file))
		.flatMap((file) => {
			const page = pageOf(name, file.replace(/\.\w+$/, ''));
			const text = textOf(`${name}/${file}`);
			const [, front = text, body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
			return [...texts(parse(front)), body].flatMap((part) => sentences(page, part));
		}),
);

const read = new Map<string, string>();
/** What a reader sees of a page, without the numbers of notes and the notes themselves. */
function seen(page: string): string {
	const known = read.get(page);
	if (known !== undefined) return known;
	// Labels of drawings are broken over lines.
	const html = readFileSync(join(site, page), 'utf8').replace(/<\/(?:tspan|text)>/g, ' $&');
	const { document } = parseHTML(html);
	for (const element of document.querySelectorAll('.ref-number, [popover], script, style')) element.remove();
	const text = (document.body.textContent ?? '').replace(/\s+/g, ' ');
	read.set(page, text);
	return text;
}

describe('a derived value, worked out a second time, stands in its sentence', () => {
	it('of every kind that the content uses', () => {
		expect(all.length).toBeGreaterThan(50);
		expect(new Set(all.map(({ page }) => page)).size).toBeGreaterThan(10);
	});

	it.each(all)('$page: $written', ({ page, pattern, checks }) => {
		// The same words may stand in more than one place; a bare figure of a glance has no words around it at all.
		const complaints = [...seen(page).matchAll(pattern)].map((found) =>
			checks.map((check, at) => check(found[at + 1] ?? '')).filter(Boolean),
		);
		expect(complaints.length, `${page} holds no ${pattern}`).toBeGreaterThan(0);
		expect(complaints.some((list) => list.length === 0) ? [] : complaints).toEqual([]);
	});
});

describe('the second reading', () => {
	it('finds words that are off', () => {
		const moscow = kinds['held']?.({ ceasefire: 'moscow-2020' });
		expect(moscow?.('almost 4 years 9 months')).toBeUndefined();
		for (const wrong of ['4 years 9 months', 'more than 4 years 9 months', 'almost 4 years 8 months'])
			expect(moscow?.(wrong), wrong).toBeDefined();
		expect(kinds['ceasefires']?.({})?.(`${deals.length}`)).toBeDefined();
		const winter = kinds['series']?.({ series: 'displaced-north-west', date: '2020-03-05' });
		expect(winter?.('more than 961,000')).toBeUndefined();
		for (const wrong of ['961,000', 'more than 962,000', 'almost 961,000'])
			expect(winter?.(wrong), wrong).toBeDefined();
	});
});
