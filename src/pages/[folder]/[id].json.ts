import type { APIRoute, GetStaticPaths } from 'astro';
import { getLedger } from '../../components/ledger.ts';
import {
	actorRecord,
	ceasefireRecord,
	claimRecord,
	placeRecord,
	seriesRecord,
	sourceRecord,
	writeJson,
} from '../../formats/records.ts';
import { siteAddress } from '../../formats/site.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { files } from '../../routes.ts';

interface Props {
	readonly write: (site: string) => string;
}

/** The records of one kind, each as a file beside its page. */
function filesOf<Record extends { readonly id: string }>(
	ledger: Ledger,
	[folder]: readonly [string, ...unknown[]],
	records: ReadonlyMap<string, Record>,
	toRecord: (ledger: Ledger, site: string, record: Record) => Parameters<typeof writeJson>[0],
) {
	return [...records.values()].map((record) => ({
		params: { folder, id: record.id },
		props: { write: (site) => writeJson(toRecord(ledger, site, record)) } satisfies Props,
	}));
}

export const getStaticPaths: GetStaticPaths = async () => {
	const ledger = await getLedger();
	return [
		filesOf(ledger, files.claim, ledger.claims, claimRecord),
		filesOf(ledger, files.source, ledger.sources, sourceRecord),
		filesOf(ledger, files.ceasefire, ledger.ceasefires, ceasefireRecord),
		filesOf(ledger, files.actor, ledger.actors, actorRecord),
		filesOf(ledger, files.place, ledger.places, placeRecord),
		filesOf(ledger, files.series, ledger.series, seriesRecord),
	].flat();
};

export const GET: APIRoute<Props> = ({ props, site }) => new Response(props.write(siteAddress(site?.href)));
