import type { Ledger } from '../ledger/ledger.ts';
import { accountChart } from './accounts.ts';
import type { Drawn, Kind } from './chart-spec.ts';
import { ChartError } from './data.ts';
import { ofData } from './datafigure.ts';
import { accountsScene } from './kinds/accounts.ts';
import { windowsScene } from './kinds/windows.ts';
import { QUOTED } from './provenance.ts';
import { windowsOf } from './windows.ts';
import { countedWords } from './words.ts';

/** Who says what about the same thing. */
export function drawAccounts(ledger: Ledger, chart: Kind<'accounts'>): Drawn {
	if (chart.annotations?.length) throw new ChartError(chart.id, 'a chart of accounts takes no annotations');
	const accounts = accountChart(ledger, chart.id, chart.about, chart.measure);
	const measure = ledger.measures.get(chart.measure);
	return ofData(ledger, chart, {
		data: accounts.rows.flatMap(({ said }) => said.map(({ datum }) => datum)),
		series: [],
		licence: QUOTED,
		groupHeading: 'Kind of source',
		scene: (size) => accountsScene(accounts, measure ? countedWords(measure) : chart.measure, size),
		measure,
	});
}

/** Which period each figure covers. */
export function drawWindows(ledger: Ledger, chart: Kind<'windows'>): Drawn {
	const windows = windowsOf(ledger, chart);
	if (chart.annotations?.length) throw new ChartError(chart.id, 'a chart of windows takes no annotations');
	const units = [...new Set(windows.map(({ datum }) => datum.unit))];
	const measure = ledger.measures.get(ledger.claims.get(chart.claims[0] ?? '')?.measure ?? '');
	return ofData(ledger, chart, {
		data: windows.map(({ datum }) => datum),
		series: [],
		licence: QUOTED,
		groupHeading: 'Kind',
		scene: (size) => windowsScene(windows, measure ? countedWords(measure) : units.join(', '), size),
		measure,
	});
}
