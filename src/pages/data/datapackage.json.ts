import type { APIRoute } from 'astro';
import { getLedger } from '../../components/ledger.ts';
import { dataPackage } from '../../formats/datapackage.ts';
import { writeJson } from '../../formats/records.ts';
import { siteAddress } from '../../formats/site.ts';

export const GET: APIRoute = async ({ site }) =>
	new Response(writeJson(dataPackage(await getLedger(), siteAddress(site?.href))));
