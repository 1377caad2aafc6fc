import type { APIRoute, GetStaticPaths } from 'astro';
import { getLedger } from '../../components/ledger.ts';
import { actorRecord, writeJson } from '../../formats/records.ts';
import { siteAddress } from '../../formats/site.ts';
import type { Actor } from '../../ledger/ledger.ts';

export const getStaticPaths: GetStaticPaths = async () =>
	[...(await getLedger()).actors.values()].map((record) => ({ params: { id: record.id }, props: { record } }));

export const GET: APIRoute<{ record: Actor }> = async ({ props, site }) =>
	new Response(writeJson(actorRecord(await getLedger(), siteAddress(site?.href), props.record)));
