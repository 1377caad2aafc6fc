import type { APIRoute } from 'astro';
import { getLedger } from '../../components/ledger.ts';
import { dataPackage } from '../../publish/datapackage.ts';
import { writeJson } from '../../publish/records.ts';
import { siteAddress } from '../../publish/site.ts';

export const GET: APIRoute = async ({ site }) =>
	new Response(writeJson(dataPackage(await getLedger(), siteAddress(site?.href))));
