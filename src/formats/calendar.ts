import { slug } from 'github-slugger';
import { DAY_MS, formatDate, isSure, toDate } from '../ledger/date.ts';
import { endWords } from '../ledger/duration.ts';
import { type Ceasefire, type Ledger, siteOf } from '../ledger/ledger.ts';
import { address } from '../ledger/link.ts';
import { plainText } from '../prose/words.ts';
import { sha256 } from './hash.ts';
import { fullAddress } from './site.ts';

/** Octets that a line may have before it is folded (RFC 5545, 3.1), without its line break. */
const LINE = 75;
const BREAK = '\r\n';
/** Sequences count from this day: an earlier one would make them too long for a calendar. */
const EPOCH = Date.UTC(2020, 0, 1);

/** TEXT of RFC 5545, 3.3.11; without the control characters that it may not hold. */
const escapeText = (value: string): string =>
	value
		.replace(/\r\n?/g, '\n')
		.replace(/[^\P{Cc}\t\n]/gu, '')
		.replace(/[\\;,]/g, '\\$&')
		.replaceAll('\n', '\\n');

/** Folds a content line at 75 octets, never inside a character; a continuation starts with a space. */
function fold(line: string): string {
	let folded = '';
	let used = 0;
	for (const character of line) {
		const size = Buffer.byteLength(character);
		if (used + size > LINE) {
			folded += `${BREAK} `;
			used = 1;
		}
		folded += character;
		used += size;
	}
	return folded;
}

const stamp = (time: number): string => new Date(time).toISOString().slice(0, 10).replaceAll('-', '');

/** What the dates hold back: said in the summary, since a calendar draws every edge as hard. */
function doubts(ceasefire: Ceasefire): string {
	const { inForce, ended, endedCertainty } = ceasefire;
	const start = toDate(inForce);
	const parts: string[] = [];
	if (!isSure(start)) parts.push(`from ${formatDate(start)}`);
	if (ended === undefined || endedCertainty === 'unknown') parts.push('no end found, only its first day is shown');
	else if (!isSure(toDate(ended)) || endedCertainty === 'about') parts.push(`ended ${endWords(ceasefire)}`);
	return parts.length > 0 ? ` (${parts.join('; ')})` : '';
}

/** The latest day on which one of its sources was read: when the entry last had reason to change. */
function changed(ledger: Ledger, { inForce, sources, events }: Ceasefire): number {
	const all = [...sources, ...events.flatMap((one) => one.sources)];
	const read = all.map((id) => ledger.sources.get(id)?.accessed ?? '').filter(Boolean);
	return toDate(read.sort().at(-1) ?? inForce).min;
}

/**
 * What tells a calendar that an event is another one now. There is no clock to ask: the day is that of the newest
 * source, and what the event says gives the second of it and the last digits of the sequence.
 */
function version(day: number, told: readonly string[]): readonly string[] {
	const sum = Number.parseInt(sha256(told.join('\n')).slice(0, 8), 16);
	const time = new Date(day + (sum % 86_400) * 1000).toISOString().replace(/[-:]|\.\d+/g, '');
	const sequence = Math.max(0, Math.floor((day - EPOCH) / DAY_MS)) * 10_000 + (sum % 10_000);
	return [`DTSTAMP:${time}`, `LAST-MODIFIED:${time}`, `SEQUENCE:${sequence}`];
}

function event(ledger: Ledger, site: string, ceasefire: Ceasefire): readonly string[] {
	const { id, name, inForce, ended, endedCertainty, agreed, scope, outcome, type, time, timeNote } = ceasefire;
	const start = toDate(inForce).min;
	const known = ended !== undefined && endedCertainty !== 'unknown';
	const end = known ? toDate(ended).max + 1 : 0;
	const clock = [time, timeNote].filter(Boolean).join(', ');
	const url = fullAddress(site, address('ceasefire', id));
	const over = known ? `Ended ${endWords(ceasefire)}.` : 'No end was found.';
	const description = [
		`Agreed ${formatDate(agreed)}. In force ${formatDate(inForce)}${clock ? ` (${clock})` : ''}. ${over}`,
		plainText(ledger, scope),
		plainText(ledger, outcome),
		url,
	];
	const told = [
		`DTSTART;VALUE=DATE:${stamp(start)}`,
		`DTEND;VALUE=DATE:${stamp(Math.max(end, start + DAY_MS))}`,
		`SUMMARY:${escapeText(`${name}${doubts(ceasefire)}`)}`,
		`DESCRIPTION:${escapeText(description.filter(Boolean).join('\n'))}`,
		`CATEGORIES:${escapeText(type)}`,
		...(url ? [`URL:${url}`] : []),
		'TRANSP:TRANSPARENT',
	];
	return [
		'BEGIN:VEVENT',
		`UID:ceasefire-${id}@${slug(siteOf(ledger).title)}`,
		...version(changed(ledger, ceasefire), told),
		...told,
		'END:VEVENT',
	];
}

/**
 * All ceasefires as one iCalendar file (RFC 5545): all-day events, so that no client shifts them with its time zone.
 * An end known to the month reaches to the last day of it and is said to be uncertain in the summary.
 * @param siteUrl address of the site, ending in a slash; '' where it has none
 */
export function ceasefiresIcs(ledger: Ledger, siteUrl: string): string {
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		`PRODID:${escapeText(`-//${siteOf(ledger).title}//Ceasefires//EN`)}`,
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		`X-WR-CALNAME:${escapeText(`${siteOf(ledger).title}: ceasefires`)}`,
		...[...ledger.ceasefires.values()].flatMap((ceasefire) => event(ledger, siteUrl, ceasefire)),
		'END:VCALENDAR',
	];
	return lines.map((line) => fold(line) + BREAK).join('');
}
