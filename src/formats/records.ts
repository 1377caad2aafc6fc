import type { Kind } from '../ledger/kinds.ts';
import {
	type Actor,
	type Ceasefire,
	type Claim,
	type Ledger,
	type Place,
	type Series,
	type Source,
	siteOf,
} from '../ledger/ledger.ts';
import { address } from '../ledger/link.ts';
import { formatQuantity } from '../ledger/quantity.ts';
import { plainText } from '../prose/words.ts';
import { corrections } from './corrections.ts';
import { absolute } from './site.ts';

/** A record as JSON, in one layout. */
export const writeJson = (value: unknown): string => `${JSON.stringify(value, undefined, '\t')}\n`;

/** What every record says of itself: what it is and where its page and this file stand. */
function self(site: string, kind: Kind, id: string, file: string) {
	return { kind, id, page: absolute(site, address(kind, id)), json: absolute(site, file) };
}

/** Addresses of the JSON files, from the site's root. */
export const recordFile = {
	claim: (id: string): string => `/claims/${id}.json`,
	source: (id: string): string => `/sources/${id}.json`,
	actor: (id: string): string => `/actors/${id}.json`,
	place: (id: string): string => `/places/${id}.json`,
	ceasefire: (id: string): string => `/ceasefires/${id}.json`,
	series: (id: string): string => `/data/${id}.json`,
} as const;

const sourceBrief = (ledger: Ledger, site: string, id: string) => {
	const source = ledger.sources.get(id);
	return {
		id,
		title: source?.title,
		publisher: source?.publisher,
		url: source?.url,
		json: absolute(site, recordFile.source(id)),
	};
};

/** A claim with what it measures, its figure in words, its source, and what was corrected in it. */
export function claimRecord(ledger: Ledger, site: string, claim: Claim) {
	const measure = ledger.measures.get(claim.measure);
	const { id, source, ...rest } = claim;
	return {
		...self(site, 'claim', id, recordFile.claim(id)),
		...rest,
		...(claim.quantity === undefined
			? {}
			: { words: formatQuantity(claim.quantity), unit: claim.quantity.unit ?? measure?.unit }),
		measured: measure && { label: measure.label, kind: measure.kind, definition: measure.definition },
		source: sourceBrief(ledger, site, source),
		corrections: corrections(ledger)
			.filter((entry) => entry.claim === id)
			.map(({ date, what, why, old, new: now }) => ({ date, what, why, old, new: now })),
		licence: siteOf(ledger).licence,
	};
}

/** A source with what was taken from it. A seed's own text is never part of it. */
export function sourceRecord(ledger: Ledger, site: string, source: Source) {
	const { id, licence, ...rest } = source;
	const claims = [...ledger.claims.values()].filter((claim) => claim.source === id).map((claim) => claim.id);
	return {
		...self(site, 'source', id, recordFile.source(id)),
		...rest,
		claims,
		licence: `This description: ${siteOf(ledger).licence}. The source itself: ${licence ?? 'its publisher’s'}.`,
	};
}

/** An actor, the role in plain words. */
export function actorRecord(ledger: Ledger, site: string, actor: Actor) {
	const { id, role, ...rest } = actor;
	return {
		...self(site, 'actor', id, recordFile.actor(id)),
		...rest,
		role: plainText(ledger, role),
		licence: siteOf(ledger).licence,
	};
}

/** A place, its role in plain words. */
export function placeRecord(ledger: Ledger, site: string, place: Place) {
	const { id, role, ...rest } = place;
	return {
		...self(site, 'place', id, recordFile.place(id)),
		...rest,
		role: plainText(ledger, role),
		licence: siteOf(ledger).licence,
	};
}

/** A ceasefire, its prose in plain words and its events in order. */
export function ceasefireRecord(ledger: Ledger, site: string, ceasefire: Ceasefire) {
	const { id, endedNote, scope, terms, outcome, events, ...rest } = ceasefire;
	const words = (prose: string) => plainText(ledger, prose);
	return {
		...self(site, 'ceasefire', id, recordFile.ceasefire(id)),
		...rest,
		endedNote: words(endedNote),
		scope: words(scope),
		terms: terms.map(words),
		outcome: words(outcome),
		events: events.map((event) => ({ ...event, what: words(event.what) })),
		licence: siteOf(ledger).licence,
	};
}

/** A series with its values and its own licence. */
export function seriesRecord(ledger: Ledger, site: string, series: Series) {
	const { id, source, ...rest } = series;
	const measure = ledger.measures.get(series.measure);
	return {
		...self(site, 'series', id, recordFile.series(id)),
		...rest,
		measured: measure && { label: measure.label, kind: measure.kind, definition: measure.definition },
		source: sourceBrief(ledger, site, source),
	};
}
