import { describe, expect, test } from 'vitest';
import { svgsOf } from '../../tests/support/drawing.ts';
import { example, exampleWith } from '../../tests/support/example-ledger.ts';
import { exampleSite } from '../../tests/support/example-site.ts';
import type { Chart, Ledger } from '../ledger/ledger.ts';
import { buildLedger } from '../ledger/verify.ts';
import { accountChart } from './accounts.ts';
import { drawChart } from './declared.ts';
import { accountsScene } from './kinds/accounts.ts';
import { windowsOf } from './kinds/windows.ts';
import { flatten } from './marks.ts';
import { sizes } from './scene.ts';

const ledger = {
	...buildLedger(example()),
	sites: new Map([['site', { ...exampleSite, seeds: { 'seed-000': 'first report' } }]]),
};
const killed = accountChart(ledger, 'c', 'strike', 'killed');

const accountsOf: Chart = {
	id: 'c',
	title: 'What to see',
	summary: 'Words.',
	kind: 'accounts',
	about: 'strike',
	measure: 'killed',
};

describe('accounts', () => {
	test('stand by speaker, the highest first, those without a number last', () => {
		expect(killed.rows.map(({ name, figure, said }) => [name, figure, said.map(({ datum }) => datum.claim)])).toEqual([
			['The Observatory', '78', ['killed-observatory-early', 'killed-observatory']],
			['A spokesman', 'more than 50', ['killed-spokesman']],
			['Unknown', 'no figure given', ['killed-declined']],
		]);
	});
	test('say where one was read and when, or in how many reports a speaker stands', () => {
		expect(killed.rows.map(({ detail }) => detail)).toEqual([
			'2 counts, in 2 reports',
			'first report, 26\u00a0Oct',
			'first report, day not known',
		]);
	});
	test('span the range of those that were not replaced', () => {
		expect(killed.range?.words).toBe('more than 50 to 78');
	});
	test('are parties’ where the actor or the source is a party', () => {
		const party = buildLedger(exampleWith('actor', 'observatory', { party: true }));
		const groups = accountChart(party, 'c', 'strike', 'killed').rows.map(({ said }) => said[0]?.datum.group);
		expect(groups).toEqual(['parties', 'others', 'media']);
	});
	test('say in their table how well each is established, where that differs', () => {
		const column = (entries: Parameters<typeof buildLedger>[0]) => {
			const charts = new Map([[accountsOf.id, accountsOf]]);
			const { table } = drawChart({ ...buildLedger(entries), sites: ledger.sites, charts }, accountsOf.id);
			const at = table.columns.findIndex(({ key }) => key === 'support');
			return at < 0 ? undefined : table.rows.map((row) => row[at]?.text);
		};
		expect(column(example())).toBeUndefined();
		const doubted = exampleWith('claim', 'killed-spokesman', { confidence: { level: 'low', reason: 'A slip.' } });
		expect(column(doubted)?.toSorted()).toEqual(['high', 'high', 'high', 'low']);
	});
	test('give each account one mark, words where there is no number', () => {
		for (const size of Object.values(sizes)) {
			const shapes = flatten(accountsScene(killed, 'people killed', size).shapes);
			const marked = shapes.filter(({ point }) => point !== undefined);
			expect(marked).toHaveLength(4);
			const words = shapes.find((shape) => shape.type === 'text' && shape.lines.includes('Unknown: none given'));
			expect(words?.point).toMatch(/^killed-declined@/);
		}
	});
	test('lay one band behind all rows that give a number', () => {
		const bands = flatten(accountsScene(killed, 'people killed', sizes.narrow).shapes).filter(
			({ role }) => role === 'ch-band',
		);
		expect(bands).toHaveLength(1);
	});
	test('draw an arrow where the end is open', () => {
		const reaches = flatten(accountsScene(killed, 'people killed', sizes.wide).shapes).filter(
			({ role }) => role === 'ch-reach',
		);
		expect(reaches).toHaveLength(1);
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
		expect(window?.datum.date.edtf).toMatch(/\/2020-03$/);
		const svgs = svgsOf(drawChart(withChart(windows('fled-winter')), 'c'));
		// One bar of people, and one strip of the calendar.
		expect(svgs.wide.match(/class="ch-bar" data-point=/g)).toHaveLength(1);
		expect(svgs.wide.match(/class="ch-bar" x=/g)).toHaveLength(1);
	});
	test('say which claim has no period or no figure', () => {
		expect(() => windowsOf(ledger, windows('killed-spokesman'))).toThrow(/"killed-spokesman" is not for a period/);
		expect(() => windowsOf(ledger, windows('none'))).toThrow('no claim');
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
