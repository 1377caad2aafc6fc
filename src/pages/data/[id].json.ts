import type { APIRoute, GetStaticPaths } from 'astro';
import { getLedger } from '../../components/ledger.ts';
import { seriesRecord, writeJson } from '../../formats/records.ts';
import { siteAddress } from '../../formats/site.ts';
import type { Series } from '../../ledger/ledger.ts';

export const getStaticPaths: GetStaticPaths = async () =>
	[...(await getLedger()).series.values()].map((record) => ({ params: { id: record.id }, props: { record } }));

export const GET: APIRoute<{ record: Series }> = async ({ props, site }) =>
	new Response(writeJson(seriesRecord(await getLedger(), siteAddress(site?.href), props.record)));
