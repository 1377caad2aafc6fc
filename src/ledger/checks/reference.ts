import { type Explainer, recordsOf } from '../ledger.ts';
import type { Parsed } from '../parse.ts';
import { aRecord, type Kind, type Path, type Problem, problem } from '../problem.ts';
import { didYouMeanId } from '../suggest.ts';

/** Looking for the nearest id reads all ids; past this many misses the hint is left out, so that time stays linear. */
const MOST_HINTS = 50;

interface Reference {
	readonly path: Path;
	readonly kind: Kind;
	readonly id: string;
	readonly row?: number;
	readonly column?: string;
}

type Corrected = { readonly corrections?: Explainer['corrections'] };
type Pick = readonly (readonly [Path, Kind, string | readonly string[] | undefined])[];

/** One reference for each id in `pick`; lists get their position. */
function collect(pick: Pick): readonly Reference[] {
	return pick.flatMap(([path, kind, ids]) => {
		if (ids === undefined) return [];
		if (typeof ids === 'string') return [{ path, kind, id: ids }];
		return ids.map((id, at) => ({ path: [...path, at], kind, id }));
	});
}

/** Every reference from record to record, with its place. */
export function* references({ ledger, rowsAt }: Parsed): Generator<readonly [Kind, string, readonly Reference[]]> {
	for (const record of ledger.sources.values()) {
		yield [
			'source',
			record.id,
			collect([
				[['party'], 'actor', record.party],
				[['related'], 'source', record.related],
			]),
		];
	}
	for (const record of ledger.actors.values())
		yield [
			'actor',
			record.id,
			collect([
				[['probably'], 'actor', record.probably],
				[['sources'], 'source', record.sources],
			]),
		];
	for (const record of ledger.places.values())
		yield [
			'place',
			record.id,
			collect([
				[['near'], 'place', record.near],
				[['through'], 'place', record.through],
				[['sources'], 'source', record.sources],
			]),
		];
	for (const record of ledger.terms.values())
		yield ['term', record.id, collect([[['sources'], 'source', record.sources]])];
	for (const record of ledger.claims.values()) {
		yield [
			'claim',
			record.id,
			collect([
				[['about'], 'topic', record.about],
				[['measure'], 'measure', record.measure],
				[['saidBy'], 'actor', record.saidBy],
				[['relayedBy'], 'actor', record.relayedBy],
				[['source'], 'source', record.source],
				[['supersedes'], 'claim', record.supersedes],
			]),
		];
	}
	for (const record of ledger.series.values()) {
		const rows = record.rows.flatMap(({ source, countedBy, relayedBy }, at): readonly Reference[] => {
			const row = rowsAt.get(record.id)?.[at] ?? at;
			return [
				...(source === undefined ? [] : [{ path: [], kind: 'source', id: source, row, column: 'source' } as const]),
				...(countedBy === undefined
					? []
					: [{ path: [], kind: 'actor', id: countedBy, row, column: 'countedBy' } as const]),
				...(relayedBy === undefined
					? []
					: [{ path: [], kind: 'actor', id: relayedBy, row, column: 'relayedBy' } as const]),
			];
		});
		const own = collect([
			[['measure'], 'measure', record.measure],
			[['place'], 'place', record.place],
			[['source'], 'source', record.source],
		]);
		yield ['series', record.id, [...own, ...rows]];
	}
	for (const record of ledger.ceasefires.values()) {
		const events = record.events.flatMap(({ sources }, at) =>
			collect([[['events', at, 'sources'], 'source', sources]]),
		);
		const own = collect([
			[['brokers'], 'actor', record.brokers],
			[['parties'], 'actor', record.parties],
			[['sources'], 'source', record.sources],
			[['otherStart', 'sources'], 'source', record.otherStart?.sources],
			[['replaces'], 'ceasefire', record.replaces],
			...corrected(record),
		]);
		yield ['ceasefire', record.id, [...own, ...events]];
	}
	for (const record of ledger.charts.values()) {
		const annotations = (record.annotations ?? []).flatMap((annotation, at) =>
			collect([
				[['annotations', at, 'series'], 'series', annotation.series],
				[['annotations', at, 'ceasefire'], 'ceasefire', annotation.ceasefire],
				[['annotations', at, 'claim'], 'claim', annotation.claim],
			]),
		);
		const own: Pick =
			record.kind === 'accounts' || record.kind === 'hours'
				? [
						[['about'], 'topic', record.about],
						[['measure'], 'measure', record.measure],
					]
				: record.kind === 'windows'
					? [[['claims'], 'claim', record.claims]]
					: record.kind === 'life'
						? [[['ceasefire'], 'ceasefire', record.ceasefire]]
						: record.kind === 'truces'
							? [
									[['ceasefire'], 'ceasefire', record.ceasefire],
									[['series'], 'series', record.series],
								]
							: 'series' in record
								? [[['series'], 'series', record.series]]
								: [];
		yield ['chart', record.id, [...collect(own), ...annotations]];
	}
	for (const { id, within, outlines, roads, corridor, front, near, places, sources } of ledger.maps.values()) {
		yield [
			'map',
			id,
			collect([
				[['within'], 'map', within],
				[['outlines'], 'place', outlines],
				[['roads'], 'place', roads],
				[['corridor', 'road'], 'place', corridor?.road],
				[['corridor', 'from'], 'place', corridor?.from],
				[['corridor', 'to'], 'place', corridor?.to],
				[['corridor', 'side'], 'claim', corridor?.side],
				...(front?.between ?? []).map((pair, at) => [['front', 'between', at], 'place', pair] as const),
				[['near', 'place'], 'place', near?.place],
				[['near', 'among'], 'place', near?.among],
				[['places'], 'place', places],
				[['sources'], 'source', sources],
			]),
		];
	}
	for (const { id, seeds, event } of ledger.sites.values()) {
		const own = collect([
			...Object.keys(seeds).map((seed) => [['seeds', seed], 'source', seed] as const),
			[['event', 'topic'], 'topic', event?.topic],
			[['event', 'ceasefire'], 'ceasefire', event?.ceasefire],
		]);
		yield ['site', id, own];
	}
	for (const [kind, records] of [
		['explainer', ledger.explainers],
		['page', ledger.pages],
	] as const) {
		for (const record of records.values()) {
			const pick = corrected(record);
			const opening = ledger.maps.has(record.opening ?? '') ? 'map' : 'chart';
			yield [kind, record.id, collect([...pick, [['opening'], opening, record.opening]])];
		}
	}
}

/** What the corrections of a page name. */
function corrected({ corrections = [] }: Corrected): Pick {
	return corrections.flatMap(
		({ claim, series }, at): Pick => [
			[['corrections', at, 'claim'], 'claim', claim],
			[['corrections', at, 'series'], 'series', series],
		],
	);
}

/** What to do about an id that is nowhere: the records that may be meant, or where to look. */
export function unknownAdvice({ ids, ledger }: Parsed, kind: Kind, id: string): string {
	const records = recordsOf(ledger, kind);
	return didYouMeanId(id, ids[kind], (one) => records.get(one), elsewhere(kind));
}

const elsewhere = (kind: Kind): string => `Use the id of ${aRecord(kind)} that exists, or add it.`;

/** References that lead nowhere, or from a record to itself. */
export function referenceProblems(parsed: Parsed): readonly Problem[] {
	const problems: Problem[] = [];
	for (const [kind, id, list] of references(parsed)) {
		for (const reference of list) {
			const at = reference.row === undefined ? {} : { row: reference.row, column: reference.column ?? 'source' };
			if (reference.kind === kind && reference.id === id) {
				problems.push(
					problem(
						'unknown-reference',
						{ kind, id },
						reference.path,
						`this ${kind} names itself`,
						'Name another, or take the key out.',
						at,
					),
				);
				continue;
			}
			if (parsed.ids[reference.kind].has(reference.id)) continue;
			const fix =
				problems.length < MOST_HINTS ? unknownAdvice(parsed, reference.kind, reference.id) : elsewhere(reference.kind);
			problems.push(
				problem(
					'unknown-reference',
					{ kind, id },
					reference.path,
					`there is no ${reference.kind} "${reference.id}"`,
					fix,
					{ ...at, rests: [`${reference.kind}/${reference.id}`] },
				),
			);
		}
	}
	return problems;
}
