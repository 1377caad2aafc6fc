import type { APIRoute, GetStaticPaths } from 'astro';
import { getLedger } from '../../components/ledger.ts';
import { claimRecord, writeJson } from '../../formats/records.ts';
import { siteAddress } from '../../formats/site.ts';
import type { Claim } from '../../ledger/ledger.ts';

export const getStaticPaths: GetStaticPaths = async () =>
	[...(await getLedger()).claims.values()].map((record) => ({ params: { id: record.id }, props: { record } }));

export const GET: APIRoute<{ record: Claim }> = async ({ props, site }) =>
	new Response(writeJson(claimRecord(await getLedger(), siteAddress(site?.href), props.record)));
