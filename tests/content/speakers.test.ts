import { describe, expect, it } from 'vitest';
import { actors, claims, records, type Said, speaker } from '../support/second-reading.ts';

interface Source {
	readonly publisher: string;
	readonly agency?: string;
	readonly note?: string;
}
const sources = records<Source>('sources');
const counted = claims.filter(({ quantity }) => quantity?.value !== undefined);

/** Ids of actors by what they are called, without case. */
const called = new Map(
	[...actors].flatMap(([id, { name, short }]) =>
		[name, ...(short ? [short] : [])].map((one) => [one.toLowerCase().replace(/^the /, ''), id] as const),
	),
);
const names = [...called.keys()].sort((a, b) => b.length - a.length);
const NAME = `(?:the )?(${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;

/** Actors whom a text names in a phrase; "%" stands for the name. */
function named(text: string, phrases: readonly string[]): readonly string[] {
	return phrases.flatMap((phrase) =>
		[...text.matchAll(new RegExp(`\\b${phrase.replace('%', NAME)}`, 'giu'))].flatMap(
			([, name = '']) => called.get(name.toLowerCase()) ?? [],
		),
	);
}

const ONLY_PASSED_ON = [
	'relayed by %',
	'(?:as )?% passes (?:it|them|that) on',
	'in a report of %',
	'in %’s report',
	'by %’s report',
];
const COUNTED = ['% counted', 'by %’s count', 'by the count of %', 'by an estimate of %', 'by an? % estimate'];
const NAMED_AS_SOURCE = ['names % (?:as the source|for the count)', 'by % as the source'];

const own = ({ statement, note = '', confidence }: Said): string => `${statement} ${note} ${confidence.reason}`;

describe('who counted', () => {
	it('is nobody of whom the claim says that they passed it on', () => {
		expect(
			counted.filter((claim) => named(own(claim), ONLY_PASSED_ON).includes(claim.saidBy ?? '')).map(({ id }) => id),
		).toEqual([]);
	});

	it('is the one whom the claim says to have counted', () => {
		const other = counted.filter((claim) => {
			const found = named(own(claim), COUNTED);
			return found.length > 0 && !found.includes(claim.saidBy ?? '');
		});
		expect(other.map(({ id }) => id)).toEqual([]);
	});

	it('is the one whom the source names for the number', () => {
		const told = [...sources].flatMap(([id, { note = '' }]) =>
			named(note, NAMED_AS_SOURCE).map((actor) => ({ id, actor })),
		);
		expect(told.length).toBeGreaterThan(1);
		const wrong = told.flatMap(({ id, actor }) =>
			counted.filter(({ source, saidBy }) => source === id && saidBy !== actor),
		);
		expect(wrong.map(({ id }) => id)).toEqual([]);
	});

	it('is another than the house whose report it stands in, where that passed it on', () => {
		// A body’s own report with another’s number in it says so; an outlet’s report of what somebody said is plain. The
		// United Nations and their Council speak on the sites of their own offices.
		const whole = new Set(['un', 'un-security-council']);
		const bodies = new Map([...actors].filter(([, { kind }]) => kind === 'international body' || kind === 'monitor'));
		const silent = counted.filter(({ source, saidBy, relayedBy }) => {
			const { publisher = '' } = sources.get(source) ?? {};
			const house = called.get(publisher.toLowerCase());
			return (
				house !== undefined &&
				bodies.has(house) &&
				saidBy !== undefined &&
				!whole.has(saidBy) &&
				saidBy !== house &&
				relayedBy === undefined
			);
		});
		expect(silent.map(({ id }) => id)).toEqual([]);
		expect(claims.filter(({ saidBy, relayedBy }) => relayedBy !== undefined && relayedBy === saidBy)).toEqual([]);
	});

	it('is found by these phrases', () => {
		expect(named('From OCHA’s report; local health authorities counted.', COUNTED)).toEqual([
			'local-health-authorities',
		]);
		expect(named('Local authorities, as relayed by OCHA.', ONLY_PASSED_ON)).toEqual(['ocha']);
		expect(named('UNICEF passes it on.', ONLY_PASSED_ON)).toEqual(['unicef']);
		expect(named('The report names OCHA as the source of the number.', NAMED_AS_SOURCE)).toEqual(['ocha']);
	});
});

describe('one speaker', () => {
	it('has one record, under one name', () => {
		const shown = [...actors].map(([, { name }]) => name);
		expect(shown.filter((name, at) => shown.indexOf(name) !== at)).toEqual([]);
		expect([...actors].filter(([, { probably }]) => probably !== undefined && !actors.has(probably))).toEqual([]);
	});

	it('is not an actor in one claim and a source that speaks for itself in the next', () => {
		const groups = Map.groupBy(counted, ({ about, measure }) => `${about} ${measure}`);
		const twice = [...groups].flatMap(([key, list]) => {
			const by = new Map(list.map((claim) => [speaker(claim), claim]));
			const shown = [...by].map(([id, { saidBy, source }]) =>
				saidBy === undefined ? (sources.get(source)?.publisher ?? source) : (actors.get(id)?.name ?? id),
			);
			return shown.filter((name, at) => shown.indexOf(name) !== at).map((name) => `${key}: ${name}`);
		});
		expect(twice).toEqual([]);
	});
});
