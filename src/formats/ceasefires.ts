import { type CsvValue, writeCsv } from '../charts/csv.ts';
import { held } from '../ledger/duration.ts';
import { type Ceasefire, type Ledger, siteOf } from '../ledger/ledger.ts';
import { address } from '../ledger/link.ts';
import { plainText } from '../prose/words.ts';
import { recordOf, writeJson } from './records.ts';
import { absolute } from './site.ts';

interface Column {
	readonly name: string;
	readonly value: (ceasefire: Ceasefire) => CsvValue;
}

/** Columns of /ceasefires.csv: dates as recorded (EDTF), actors by name, prose as plain words. */
function columns(ledger: Ledger, site: string): readonly Column[] {
	const names = (ids: readonly string[]) => ids.map((id) => ledger.actors.get(id)?.name ?? id).join('; ');
	const days = (ceasefire: Ceasefire, end: 'min' | 'max') => {
		const length = held(ceasefire);
		return length.type === 'known' ? length[end] : null;
	};
	return [
		{ name: 'id', value: ({ id }) => id },
		{ name: 'name', value: ({ name }) => name },
		{ name: 'agreed', value: ({ agreed }) => agreed },
		{ name: 'in_force', value: ({ inForce }) => inForce },
		{ name: 'time', value: ({ time, timeNote }) => [time, timeNote].filter(Boolean).join(', ') },
		{
			name: 'other_start',
			value: ({ otherStart }) =>
				otherStart
					? [otherStart.date, otherStart.time, otherStart.timeNote, otherStart.by].filter(Boolean).join(', ')
					: null,
		},
		{ name: 'ended', value: ({ ended }) => ended },
		{ name: 'ended_certainty', value: ({ endedCertainty }) => endedCertainty },
		{ name: 'ended_note', value: ({ endedNote }) => plainText(ledger, endedNote) },
		{ name: 'days_held_least', value: (ceasefire) => days(ceasefire, 'min') },
		{ name: 'days_held_most', value: (ceasefire) => days(ceasefire, 'max') },
		{ name: 'covers', value: ({ covers }) => covers },
		{ name: 'type', value: ({ type }) => type },
		{ name: 'brokers', value: ({ brokers }) => names(brokers) },
		{ name: 'parties', value: ({ parties }) => names(parties) },
		{ name: 'scope', value: ({ scope }) => plainText(ledger, scope) },
		{ name: 'outcome', value: ({ outcome }) => plainText(ledger, outcome) },
		{ name: 'replaces', value: ({ replaces }) => replaces },
		{ name: 'sources', value: ({ sources }) => sources.join('; ') },
		{ name: 'url', value: ({ id }) => absolute(site, address('ceasefire', id)) },
	];
}

/** /ceasefires.csv: one row a ceasefire, in the order of the list. */
export function ceasefiresCsv(ledger: Ledger, siteUrl: string): string {
	const all = columns(ledger, siteUrl);
	return writeCsv(
		all.map(({ name }) => name),
		[...ledger.ceasefires.values()].map((ceasefire) => all.map(({ value }) => value(ceasefire))),
	);
}

/** /ceasefires.json: every record whole, with how long it held. */
export function ceasefiresJson(ledger: Ledger, siteUrl: string): string {
	return writeJson({
		url: absolute(siteUrl, '/ceasefires/'),
		licence: siteOf(ledger).licence,
		ceasefires: [...ledger.ceasefires.values()].map((ceasefire) => ({
			...recordOf(ledger, siteUrl, 'ceasefire', ceasefire),
			held: held(ceasefire),
		})),
	});
}
