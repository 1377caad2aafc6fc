import { isDeepStrictEqual } from 'node:util';
import { readYaml } from './yaml.ts';

const listIn = (text: string): readonly unknown[] | undefined => {
	const { data, faults } = readYaml(text);
	if (faults.length > 0) return undefined;
	return data === null ? [] : Array.isArray(data) ? data : undefined;
};

/**
 * A YAML list with one record more at its end, in the line ends and the indent it has.
 * @returns undefined where the text is no list, or would not be the list it was and the record
 */
export function withRecord(text: string, record: string): string | undefined {
	const list = listIn(text);
	if (!list) return undefined;
	const kept = list.length === 0 ? text.replace(/^[ \t]*\[\s*\][ \t]*(?=#|\r?$)/m, '') : text;
	const indent = list.length === 0 ? '' : (/^( *)-[ \r\n]/m.exec(kept)?.[1] ?? '');
	const newline = /\r\n/.test(text) ? '\r\n' : '\n';
	const added = record.replace(/^(?=.)/gm, indent).replaceAll('\n', newline);
	const whole = kept.trim() === '' ? added : `${kept.replace(/(?:\r?\n)?$/, newline)}${added}`;
	const now = listIn(whole);
	const one = listIn(record);
	return now && one?.length === 1 && isDeepStrictEqual(now, [...list, ...one]) ? whole : undefined;
}
