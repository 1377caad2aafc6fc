import { aRecord, type Kind, kinds } from '../kinds.ts';
import { recordsOf, type Series } from '../ledger.ts';
import type { Parsed } from '../parse.ts';
import { type Path, type Problem, wrongOf } from '../problem.ts';
import { referring, textsAt } from '../record-fields.ts';
import { csvRefers } from '../schemas/series.ts';
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

/** Every reference from record to record, with its place. */
export function* references({ ledger, rowsAt, ids }: Parsed): Generator<readonly [Kind, string, readonly Reference[]]> {
	for (const kind of kinds) {
		for (const [record, data] of recordsOf(ledger, kind)) {
			const named = referring(kind).flatMap(({ steps, refers = [] }) =>
				[...textsAt(data, steps)].flatMap(([path, id]): readonly Reference[] => {
					const of = refers.find((one) => ids[one].has(id)) ?? refers[0];
					return of ? [{ path, kind: of, id }] : [];
				}),
			);
			yield [kind, record, [...named, ...(kind === 'series' ? inRows(ledger.series.get(record), rowsAt) : [])]];
		}
	}
}

/** What the rows of a series name. */
function inRows(series: Series | undefined, rowsAt: Parsed['rowsAt']): readonly Reference[] {
	return (series?.rows ?? []).flatMap((cells, at) => {
		const row = rowsAt.get(series?.id ?? '')?.[at] ?? at;
		return csvRefers.flatMap(([column, kind]) => {
			const id = cells[column];
			return id === undefined ? [] : [{ path: [], kind, id, row, column }];
		});
	});
}

/** What to do about an id that is nowhere: the records that may be meant, or where to look. */
function unknownAdvice({ ids, ledger }: Parsed, kind: Kind, id: string): string {
	const records = recordsOf(ledger, kind);
	return didYouMeanId(id, ids[kind], (one) => records.get(one), elsewhere(kind));
}

const elsewhere = (kind: Kind): string => `Use the id of ${aRecord(kind)} that exists, or add it.`;

/** References that lead nowhere, or from a record to itself. */
export function* referenceProblems(parsed: Parsed): Generator<Problem> {
	let hints = 0;
	for (const [kind, id, list] of references(parsed)) {
		const wrong = wrongOf(kind, id, { rule: 'unknown-reference' });
		for (const { kind: named, id: to, path, row, column = 'source' } of list) {
			const at = row === undefined ? {} : { row, column };
			if (named === kind && to === id)
				yield wrong(path, `this ${kind} names itself`, 'Name another, or take the key out.', at);
			else if (!parsed.ids[named].has(to)) {
				hints += 1;
				const fix = hints <= MOST_HINTS ? unknownAdvice(parsed, named, to) : elsewhere(named);
				yield wrong(path, `there is no ${named} "${to}"`, fix, { ...at, rests: [`${named}/${to}`] });
			}
		}
	}
}
