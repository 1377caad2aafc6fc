import { corrections } from '../ledger/corrections.ts';
import { held } from '../ledger/duration.ts';
import { type Kind, kinds } from '../ledger/kinds.ts';
import { type Ledger, type Records, recordsOf, siteOf, unitOf } from '../ledger/ledger.ts';
import { formatQuantity } from '../ledger/quantity.ts';
import { changedAt, type Field, worded } from '../ledger/record-fields.ts';
import { plainText } from '../prose/words.ts';
import { filesOf } from '../routes.ts';
import { absolute, recordUrl } from './site.ts';

/** A record as JSON, in one layout. */
export const writeJson = (value: unknown): string => `${JSON.stringify(value, undefined, '\t')}\n`;

/** Address of the JSON file of a record, from the site's root. */
export const recordFile = (kind: Kind, id: string): string =>
	filesOf(kind, id).find((path) => path.endsWith('.json')) ?? '';

const sourceBrief = (ledger: Ledger, site: string, id: string) => {
	const { title, publisher, url } = ledger.sources.get(id) ?? {};
	return { id, title, publisher, url, json: absolute(site, recordFile('source', id)) };
};

const measured = (ledger: Ledger, id: string) => {
	const measure = ledger.measures.get(id);
	return measure && { label: measure.label, kind: measure.kind, definition: measure.definition };
};

type Added = Readonly<Record<string, unknown>>;
const ownLicence = (ledger: Ledger): Added => ({ licence: siteOf(ledger).licence });

/** What is said of a record beside its own fields, or in place of one. */
const added = {
	/** What it measures, its figure in words, its source, and what was corrected in it. */
	claim: (ledger: Ledger, site: string, claim: Records['claim']): Added => ({
		words: claim.quantity && formatQuantity(claim.quantity),
		unit: claim.quantity && unitOf(ledger, claim),
		measured: measured(ledger, claim.measure),
		source: sourceBrief(ledger, site, claim.source),
		corrections: corrections(ledger)
			.filter((entry) => entry.claim === claim.id)
			.map(({ date, what, why, old, new: now }) => ({ date, what, why, old, new: now })),
		...ownLicence(ledger),
	}),
	/** What was taken from it. A seed's own text is never part of it. */
	source: (ledger: Ledger, _site: string, { id, licence }: Records['source']): Added => ({
		claims: [...ledger.claims.values()].filter((claim) => claim.source === id).map((claim) => claim.id),
		licence: `This description: ${siteOf(ledger).licence}. The source itself: ${licence ?? 'its publisher’s'}.`,
	}),
	actor: ownLicence,
	place: ownLicence,
	ceasefire: ownLicence,
	series: (ledger: Ledger, site: string, series: Records['series']): Added => ({
		measured: measured(ledger, series.measure),
		source: sourceBrief(ledger, site, series.source),
	}),
} as const;

type Written = keyof typeof added;

/**
 * A record as it is given away: what it is and where its page and this file stand, its fields, those with prose in
 * plain words, and what is said of it beside them.
 */
function recordOf<K extends Written>(ledger: Ledger, site: string, kind: K, record: Records[K]) {
	const { id, ...fields } = record;
	const prose = worded(kind).filter(({ words }) => words === 'live');
	const change = (data: unknown, { steps }: Field) => changedAt(data, steps, (text) => plainText(ledger, text));
	const plain = prose.reduce(change, fields) as Added;
	const told = (added[kind] as (ledger: Ledger, site: string, record: Records[K]) => Added)(ledger, site, record);
	// What is worked out stands behind what is written.
	const late = new Set(prose.flatMap(({ steps }) => steps.slice(0, 1)));
	const own = Object.entries(plain).filter(([key]) => !(key in told));
	const behind = (wanted: boolean) => Object.fromEntries(own.filter(([key]) => late.has(key) === wanted));
	const page = recordUrl(site, kind, id);
	return { kind, id, page, json: absolute(site, recordFile(kind, id)), ...behind(false), ...behind(true), ...told };
}

/** Every record that has a JSON file of its own, with the address of the file and what it says. */
export const recordFiles = (ledger: Ledger) =>
	kinds
		.filter((kind): kind is Written => kind in added)
		.flatMap((kind) =>
			[...recordsOf(ledger, kind)].map(([id, record]) => ({
				path: recordFile(kind, id),
				write: (site: string) => writeJson(recordOf(ledger, site, kind, record as Records[Written])),
			})),
		);

/** /ceasefires.json: every record whole, with how long it held. */
export const ceasefiresJson = (ledger: Ledger, site: string): string =>
	writeJson({
		url: absolute(site, '/ceasefires/'),
		...ownLicence(ledger),
		ceasefires: [...ledger.ceasefires.values()].map((ceasefire) => ({
			...recordOf(ledger, site, 'ceasefire', ceasefire),
			held: held(ceasefire),
		})),
	});
