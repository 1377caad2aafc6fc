import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { describe, expect, inject, it } from 'vitest';
import { pointsIn } from '../support/drawing.ts';
import { across, readSite } from './pages.ts';

/** The same ceasefires wherever the built site gives them, with the same dates at the same precision. */
const { folder } = inject('site');
const site = readSite(folder);
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

interface Dates {
	readonly id: string;
	readonly agreed: string;
	readonly inForce: string;
	readonly ended: string | undefined;
	/** The end is a marker, or only its month is known. */
	readonly about: boolean;
}

interface Json {
	readonly ceasefires: readonly (Omit<Dates, 'about'> & {
		readonly endedCertainty: 'day' | 'about' | 'unknown';
		readonly otherStart?: { readonly date: string };
		readonly name: string;
	})[];
}

const json = (JSON.parse(read('ceasefires.json')) as Json).ceasefires;
const records: readonly Dates[] = json.map(({ id, agreed, inForce, ended, endedCertainty }) => ({
	id,
	agreed,
	inForce,
	ended,
	about: endedCertainty === 'about',
}));

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A date in words at its own precision, written for this test alone: "5 March 2020", "March 2020", "2020". */
function words(date: string): string {
	const [year = '', month, day] = date.split('-');
	return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
}

const flat = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
const page = (path: string): Document => {
	const found = site.pages.find((one) => one.path === path);
	if (!found) throw new Error(`${path} is not there`);
	return found.document;
};

/** A date as its `<time>` gives it: the day for machines, and how sure it is in words, as the mark of a record. */
function marked(time: Element | null | undefined): string | undefined {
	const day = time?.getAttribute('datetime') ?? undefined;
	const said = flat(time?.textContent);
	const [about, doubted] = [said.startsWith('about '), said.endsWith(' (uncertain)')];
	return day && `${day}${about && doubted ? '%' : about ? '~' : doubted ? '?' : ''}`;
}

/** A date of a record without the mark of how sure it is. */
const unmarked = (date: string): string => date.replace(/[~?%]$/, '');

/** Dates as a list entry or a page gives them, read from its `<time>` elements, and what stands before the end. */
function shown(entry: Element, id: string): Dates {
	const part = (heading: string) =>
		[...entry.querySelectorAll('.dates > li')].find((row) => row.querySelector('span')?.textContent === heading);
	const date = (heading: string) => marked(part(heading)?.querySelector('time'));
	return {
		id,
		agreed: date('Agreed') ?? '',
		inForce: date('In force') ?? '',
		ended: date('Ended'),
		about: flat(part('Ended')?.textContent).startsWith('Ended about '),
	};
}

const entries = [...page('/ceasefires/').querySelectorAll('ol.ceasefires > li')];

describe('every ceasefire', () => {
	it('is in the list, as in the JSON file', () => {
		const files = readdirSync(join(import.meta.dirname, '../../content/ceasefires'));
		expect(files.length).toBeGreaterThanOrEqual(19);
		expect(records.map(({ id }) => `${id}.yaml`).sort()).toEqual(files.sort());
		expect(entries.map((entry) => shown(entry, entry.id))).toEqual(records);
	});

	it('says why it ended, where its end is known', () => {
		const why = (entry: Element) =>
			[...entry.querySelectorAll('.dates > li')].find((row) => flat(row.textContent).startsWith('Ended because '));
		expect(entries.filter((entry) => why(entry)).map(({ id }) => id)).toEqual(
			records.filter(({ ended }) => ended).map(({ id }) => id),
		);
	});

	it('is in the linked data of the list', () => {
		const block = page('/ceasefires/').querySelector('script[type="application/ld+json"]')?.textContent;
		const list = JSON.parse(block ?? '') as {
			readonly '@type': string;
			readonly itemListElement: readonly { readonly position: number; readonly name: string; readonly url: string }[];
		};
		expect(list['@type']).toBe('ItemList');
		expect(list.itemListElement.map(({ position, name, url }) => [position, name, new URL(url).pathname])).toEqual(
			json.map(({ id, name }, at) => [at + 1, name, `/a/b/ceasefires/${id}/`]),
		);
	});

	it('is in the CSV file', () => {
		const rows: readonly Readonly<Record<string, string>>[] = parse(read('ceasefires.csv'), { columns: true });
		expect(
			rows.map((row) => ({
				id: row['id'],
				agreed: row['agreed'],
				inForce: row['in_force'],
				ended: row['ended'] || undefined,
				about: row['ended_certainty'] === 'about',
			})),
		).toEqual(records);
	});

	it('is a bar of every overview drawing, and a row of its table', () => {
		const points = records.map(({ id, inForce }) => `${id}@${inForce}`);
		for (const path of ['/ceasefires/', '/charts/ceasefires-overview/']) {
			const figure = page(path).getElementById('ceasefires-overview');
			for (const layout of ['wide', 'middle', 'narrow'])
				expect([...pointsIn(figure?.querySelector(`.drawing-${layout}`)?.innerHTML ?? '')].sort()).toEqual(
					[...points].sort(),
				);
			const rows = [...(figure?.querySelectorAll('tbody tr') ?? [])];
			expect(rows.map((row) => row.getAttribute('data-point'))).toEqual(points);
		}
	});

	it('has a length in the drawing only where its end is known, and a pale piece where it is known roughly', () => {
		const figure = page('/ceasefires/').getElementById('ceasefires-overview');
		const sharp = (date: string | undefined) => (date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) ? 1 : 0);
		for (const layout of ['wide', 'middle', 'narrow'])
			for (const { id, inForce, otherStart, ended, endedCertainty } of json) {
				const row = figure?.querySelector(`.drawing-${layout} [data-point="${id}@${inForce}"]`);
				const ends = endedCertainty === 'day' ? sharp(ended) : 0;
				// Where no end is known a ring marks the beginning; over the time of one known roughly the bar is pale.
				const open = ended === undefined;
				expect(row?.querySelectorAll('.tl-open').length, id).toBe(open ? 1 : 0);
				// So does a start, where two brokers announced two.
				const rough = [sharp(inForce) === 0 || otherStart !== undefined, ends === 0].filter(Boolean);
				const pale = row?.querySelectorAll('.tl-bar.tl-rough').length ?? 0;
				expect(pale, id).toBeLessThanOrEqual(open ? 0 : rough.length);
				// Days are too short to be seen in two pieces, and so are weeks in a narrow drawing.
				if (!open && layout === 'wide' && otherStart === undefined) expect(pale, id).toBe(rough.length);
				if (open) expect(row?.querySelectorAll('.tl-bar').length, id).toBe(0);
			}
	});

	it('is an event of the calendar, on its own days, with doubts said', () => {
		const events = new ICAL.Component(ICAL.parse(read('ceasefires.ics')))
			.getAllSubcomponents('vevent')
			.map((event) => new ICAL.Event(event));
		expect(events.map(({ uid }) => uid)).toEqual(records.map(({ id }) => `ceasefire-${id}@idlib-explained`));
		for (const [at, event] of events.entries()) {
			const { inForce = '', ended, about } = records[at] ?? {};
			const [first, summary] = [unmarked(inForce), flat(event.summary)];
			expect(event.startDate.isDate && event.endDate.isDate).toBe(true);
			expect(event.startDate.toString()).toBe(first);
			// The end of an event is the day after its last, which may be the last of a month.
			const last = event.endDate.clone();
			last.adjust(-1, 0, 0, 0);
			expect(last.toString().startsWith(ended ?? first)).toBe(true);
			const after = event.endDate.toString();
			if (ended !== undefined && ended.length === 7) expect(after.endsWith('-01')).toBe(true);
			expect(summary.includes(`from about ${words(first)}`)).toBe(inForce.endsWith('~'));
			expect(summary.includes('no end found')).toBe(ended === undefined);
			expect(summary.includes(`ended about ${words(ended ?? '')}`)).toBe(about);
		}
	});

	it('has a page of its own, its calendar address, its own file and its neighbours', () => {
		for (const [at, record] of records.entries()) {
			const own = page(`/ceasefires/${record.id}/`);
			expect(shown(own.documentElement, record.id)).toEqual(record);
			const target = (rel: string) => own.querySelector(`a[rel="${rel}"]`)?.getAttribute('href') ?? undefined;
			expect(target('prev')).toBe(at === 0 ? undefined : `../${records[at - 1]?.id}/`);
			expect(target('next')).toBe(at === records.length - 1 ? undefined : `../${records[at + 1]?.id}/`);
			expect(read('ceasefires.ics').replaceAll('\r\n ', '')).toContain(`/ceasefires/${record.id}/`);
			expect((JSON.parse(read(`ceasefires/${record.id}.json`)) as Dates).inForce).toBe(record.inForce);
		}
	});

	it('in force before it was agreed says why, in the list and on its page', () => {
		const early = records.filter(({ agreed, inForce }) => inForce < agreed).map(({ id }) => id);
		expect(early).toEqual(expect.arrayContaining(['four-towns-2015', 'unilateral-may-2019']));
		for (const id of early)
			for (const place of [entries.find((entry) => entry.id === id), page(`/ceasefires/${id}/`).documentElement])
				expect(flat(place?.querySelector('.dates')?.textContent)).toContain('Began before it was agreed');
	});
});

describe('every date on the site', () => {
	it('is worded at exactly the precision that its record has', () => {
		const wrong = across(site, ({ document }) =>
			[...document.querySelectorAll('time[datetime]')].flatMap((time) => {
				const date = time.getAttribute('datetime') ?? '';
				const said = flat(time.textContent)
					.replace(/^about /, '')
					.replace(/ \(uncertain\)$/, '');
				return said === words(date) ? [] : [`${date} is worded “${said}”`];
			}),
		);
		expect(wrong).toEqual([]);
	});
});
