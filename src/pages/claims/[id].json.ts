import type { APIRoute, GetStaticPaths } from 'astro';
import { getLedger } from '../../components/ledger.ts';
import type { Claim } from '../../ledger/ledger.ts';
import { claimRecord, writeJson } from '../../publish/records.ts';
import { siteAddress } from '../../publish/site.ts';

export const getStaticPaths: GetStaticPaths = async () =>
	[...(await getLedger()).claims.values()].map((record) => ({ params: { id: record.id }, props: { record } }));

export const GET: APIRoute<{ record: Claim }> = async ({ props, site }) =>
	new Response(writeJson(claimRecord(await getLedger(), siteAddress(site?.href), props.record)));
