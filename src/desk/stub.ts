import { type Kind, kindRow, kinds, namesFor } from '../ledger/kinds.ts';
import { valueAt } from '../ledger/problem.ts';
import type { Content } from './read.ts';
import { textOf } from './rule.ts';
import { seedStub } from './seed-stub.ts';
import { idFault } from './sort.ts';
import { type Given, itemText, recordText, type Stub } from './stub-text.ts';
import { UNWRITTEN } from './unfinished.ts';
import { withRecord } from './with-record.ts';

/** Kinds of which a site has as many as it wants. */
export const stubKinds = kinds.filter((kind) => !['map', 'page', 'site'].includes(kind));

/**
 * Writes a record of a kind that passes every check, for an editor to fill. Touches no file.
 * @param today the day to put into it, as 2020-03-05
 * @param seed name of a file in seeds/, for a source
 */
export function stub(content: Content, kind: Kind, id: string, today: string, seed?: string): Stub {
	const no = (message: string): Stub => ({ ok: false, message });
	const fault = idFault(id);
	if (fault) return no(fault);
	const known = content.homes.get(`${kind}/${id}`);
	if (known) return no(`the ${kind} "${id}" is there already: ${known.file.path}`);
	if (seed !== undefined)
		return kind === 'source' ? seedStub(content, id, seed, today) : no('--seed goes with a source only');
	const missing = new Set<Kind>();
	const first = (of: Kind, fits: (data: unknown) => boolean = () => true): string => {
		const found = content.entries.entries.find((entry) => entry.kind === of && fits(entry.data))?.id;
		if (found === undefined) missing.add(of);
		return found ?? '';
	};
	const pick = ([of = 'source']: readonly Kind[]) => first(of, (data) => textOf(data, 'seed') === '');
	const measured = (as: string) => first('measure', (data) => textOf(data, 'kind') === as);
	const unit = () => textOf(content.homes.get(`measure/${measured('stock')}`)?.entry.data, 'unit') || 'people';
	const orders = content.entries.entries.map(({ data }) => Number(valueAt(data, ['order'])) || 0);
	const given: Readonly<Partial<Record<Kind, () => Given>>> = {
		ceasefire: () => ({ endedCertainty: 'unknown' }),
		claim: () => ({
			measure: { chosen: measured('statement') },
			locator: undefined,
			confidence: `{ level: low, reason: ${UNWRITTEN}. }`,
		}),
		explainer: () => ({ updated: today, order: { chosen: `${Math.max(0, ...orders) + 1}` }, draft: 'true' }),
		measure: () => ({ kind: { chosen: 'event count' }, unit: { chosen: 'people' } }),
		place: () => ({ unknownPosition: undefined }),
		series: () => ({
			measure: { chosen: measured('stock') },
			unit: unit(),
			columns: `
  - { name: date, type: date, description: The date. }
  - { name: value, type: number, unit: "${unit()}", description: The value. }
  - { name: note, type: text, description: What is to be known of a value. }`,
		}),
		source: () => ({ language: { chosen: 'en' }, url: 'https://example.org/to-be-written', accessed: today }),
	};
	const record = recordText(kind, id, given[kind]?.() ?? {}, { today, pick });
	const needed = [...missing].map((of) => `npm run new -- ${of} <id>`);
	if (needed.length > 0) return no(`write first what it rests on: ${needed.join(', ')}`);
	const { content: files, list } = kindRow(kind);
	const [path = '', second] = namesFor(`content/${files}`, list ? 'new' : id);
	if (list) {
		const text = withRecord(content.files.find((file) => file.path === path)?.text ?? '', itemText(id, record));
		if (text === undefined)
			return no(`${path} is no list that a record can be added to: see what npm run check says of it`);
		return { ok: true, files: new Map([[path, text]]), notes: [] };
	}
	const body = `${UNWRITTEN}. Figures are written as in the guide, content/README.md.`;
	const made = new Map([[path, path.endsWith('.mdx') ? `---\n${record}---\n\n${body}\n` : record]]);
	if (second !== undefined) made.set(second, `date,value,note\n${today.slice(0, 4)},0,${UNWRITTEN}\n`);
	return { ok: true, files: made, notes: [] };
}
