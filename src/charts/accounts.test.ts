import { describe, expect, test } from 'vitest';
import { svgsOf } from '../../tests/support/drawing.ts';
import { example, exampleWith } from '../../tests/support/example-ledger.ts';
import { buildLedger } from '../ledger/build.ts';
import type { Chart, Ledger } from '../ledger/ledger.ts';
import { accountChart } from './accounts.ts';
import { ChartError } from './data.ts';
import { drawChart } from './declared.ts';
import { accountsScene } from './kinds/accounts.ts';
import { flatten } from './scene.ts';
import { narrow, wide } from './size.ts';
import { windowsOf } from './windows.ts';

const ledger = buildLedger(example());
const killed = accountChart(ledger, 'c', 'strike', 'killed');

describe('accounts', () => {
	test('stand by kind of source, one speaker’s together', () => {
		expect(killed.groups.map(({ id, rows }) => [id, rows.map(({ datum }) => datum.claim)])).toEqual([
			['monitors', ['killed-observatory-early', 'killed-observatory']],
			['media', ['killed-declined']],
			['others', ['killed-spokesman']],
		]);
	});
	test('name the speaker, the place and the time', () => {
		const rows = killed.groups.flatMap((group) => group.rows);
		expect(rows.map(({ speaker, detail }) => `${speaker}: ${detail}`)).toEqual([
			'The Observatory: via An agency, 26\u00a0Oct, 10:18\u00a0CET',
			'The Observatory: first report, 26\u00a0Oct, midday',
			'The first report: day not known',
			'A spokesman: first report, 26\u00a0Oct',
		]);
	});
	test('span the range of those that were not replaced', () => {
		expect(killed.range?.words).toBe('more than 50 to 78');
	});
	test('are parties’ where the actor or the source is a party', () => {
		const party = buildLedger(exampleWith('actor', 'observatory', { party: true }));
		expect(accountChart(party, 'c', 'strike', 'killed').groups.map(({ id }) => id)).toEqual([
			'media',
			'parties',
			'others',
		]);
	});
	test('give each account one mark, words where there is no number', () => {
		for (const size of [wide, narrow]) {
			const shapes = flatten(accountsScene(killed, size).shapes);
			const marked = shapes.filter(({ point }) => point !== undefined);
			expect(marked).toHaveLength(4);
			const words = shapes.find((shape) => shape.type === 'text' && shape.lines.includes('not given'));
			expect(words?.point).toMatch(/^killed-declined@/);
		}
	});
	test('draw an arrow where the end is open', () => {
		const reaches = (scene: ReturnType<typeof accountsScene>) =>
			flatten(scene.shapes).filter(({ role }) => role === 'ch-reach').length;
		// One at the account, one in the key; the bracket of the range is the third.
		expect(reaches(accountsScene(killed, wide))).toBe(3);
	});
});

const withChart = (chart: Chart): Ledger => ({ ...ledger, charts: new Map([[chart.id, chart]]) });
const common = { id: 'c', title: 'What to see', summary: 'Words.' };

describe('windows', () => {
	const windows = (...claims: readonly string[]) =>
		({ ...common, kind: 'windows', claims: [...claims] }) satisfies Chart;
	test('keep the precision of a period', () => {
		const [window] = windowsOf(ledger, windows('fled-winter'));
		expect(window?.figure).toBe('800,000 to 1 million');
		expect([window?.from.precision, window?.to.edtf]).toEqual(['month', '2020-03']);
		const svgs = svgsOf(drawChart(withChart(windows('fled-winter')), 'c'));
		// The first and the last month are hatched, and so are both ends of the sample in the key.
		expect(svgs.wide.match(/ch-hatch/g)).toHaveLength(4);
	});
	test('say which claim has no period or no figure', () => {
		expect(() => windowsOf(ledger, windows('killed-spokesman'))).toThrow(/"killed-spokesman" is not for a period/);
		expect(() => windowsOf(ledger, windows('none'))).toThrow(ChartError);
	});
});

test('accounts take no annotations', () => {
	const chart: Chart = {
		...common,
		kind: 'accounts',
		about: 'strike',
		measure: 'killed',
		annotations: [{ date: '2020', label: 'Here' }],
	};
	expect(() => drawChart(withChart(chart), 'c')).toThrow(/takes no annotations/);
});
