import type { APIRoute, GetStaticPaths } from 'astro';
import { getLedger } from '../../components/ledger.ts';
import { sourceRecord, writeJson } from '../../formats/records.ts';
import { siteAddress } from '../../formats/site.ts';
import type { Source } from '../../ledger/ledger.ts';

export const getStaticPaths: GetStaticPaths = async () =>
	[...(await getLedger()).sources.values()].map((record) => ({ params: { id: record.id }, props: { record } }));

export const GET: APIRoute<{ record: Source }> = async ({ props, site }) =>
	new Response(writeJson(sourceRecord(await getLedger(), siteAddress(site?.href), props.record)));
