import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { exampleCeasefire, exampleLedger } from '../../tests/support/example-ceasefires.ts';
import { ceasefiresIcs } from './calendar.ts';

const site = 'https://example.org/idlib/';
const events = (text: string) =>
	new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
const one = (more: Parameters<typeof exampleCeasefire>[1]) =>
	events(ceasefiresIcs(exampleLedger([exampleCeasefire('a', more)]), site))[0];

test('a library we did not write reads one event for every ceasefire', () => {
	const ledger = exampleLedger();
	const read = events(ceasefiresIcs(ledger, site));
	expect(read).toHaveLength(ledger.ceasefires.size);
	expect(new Set(read.map(({ uid }) => uid)).size).toBe(read.length);
	expect(read.every(({ startDate }) => startDate.isDate)).toBe(true);
	expect(read.every(({ startDate, endDate }) => endDate.compare(startDate) > 0)).toBe(true);
});

test('days are the record’s days, the end included', () => {
	const event = one({ name: 'A, B; C\\D', inForce: '2020-03-06', ended: '2024-11-27' });
	expect(event?.startDate.toString()).toBe('2020-03-06');
	expect(event?.endDate.toString()).toBe('2024-11-28');
	expect(event?.summary).toBe('A, B; C\\D');
	expect(event?.component.getFirstPropertyValue('url')).toBe('https://example.org/idlib/ceasefires/a/');
});

test('an event is another one for calendars when what it says changes', () => {
	const versions = (more: Parameters<typeof exampleCeasefire>[1]) =>
		['dtstamp', 'last-modified', 'sequence'].map((name) => String(one(more)?.component.getFirstPropertyValue(name)));
	const before = versions({ inForce: '2020-03-06', ended: '2024-11-27' });
	expect(versions({ inForce: '2020-03-06', ended: '2024-11-27' })).toEqual(before);
	const after = versions({ inForce: '2020-03-06', ended: '2024-11-28' });
	for (const [index, value] of before.entries()) expect(after[index]).not.toBe(value);
	expect(Number(after[2])).toBeLessThan(2 ** 31);
});

test('what the dates hold back is said in the summary', () => {
	const month = one({ inForce: '2019-05-18', ended: '2019-05', endedCertainty: 'about' });
	expect(month?.summary).toContain('(ended about May 2019)');
	expect(month?.endDate.toString()).toBe('2019-06-01');
	const open = one({ inForce: '2019-01-10' });
	expect(open?.summary).toContain('no end found');
	expect(open?.endDate.toString()).toBe('2019-01-11');
});

test('every line ends in CRLF and has at most 75 octets, whatever the text', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), (name) => {
			const text = ceasefiresIcs(exampleLedger([exampleCeasefire('a', { name })]), site);
			const lines = text.split('\r\n');
			expect(lines.pop()).toBe('');
			for (const line of lines) {
				expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
				expect(line).not.toMatch(/[\r\n]/);
			}
			expect(events(text)).toHaveLength(1);
		}),
	);
});

test('text survives the way there and back', () => {
	const safe = fc.stringMatching(/^[A-Za-zÀ-ÿ؀-ۿ,;\\: \n"–’]{1,200}$/).map((text) => `x${text}x`);
	fc.assert(
		fc.property(safe, (name) => {
			expect(one({ name, ended: '2018-02-01' })?.summary).toBe(name);
		}),
	);
});

test('the same bytes in every time zone', () => {
	const zone = process.env['TZ'];
	const written = ['Pacific/Pago_Pago', 'UTC', 'Pacific/Kiritimati'].map((tz) => {
		process.env['TZ'] = tz;
		return ceasefiresIcs(exampleLedger(), site);
	});
	if (zone === undefined) delete process.env['TZ'];
	else process.env['TZ'] = zone;
	expect(new Set(written).size).toBe(1);
});
