import type { APIRoute, GetStaticPaths } from 'astro';
import { getLedger } from '../../components/ledger.ts';
import { placeRecord, writeJson } from '../../formats/records.ts';
import { siteAddress } from '../../formats/site.ts';
import type { Place } from '../../ledger/ledger.ts';

export const getStaticPaths: GetStaticPaths = async () =>
	[...(await getLedger()).places.values()].map((record) => ({ params: { id: record.id }, props: { record } }));

export const GET: APIRoute<{ record: Place }> = async ({ props, site }) =>
	new Response(writeJson(placeRecord(await getLedger(), siteAddress(site?.href), props.record)));
