import type { APIRoute } from 'astro';
import { getLedger } from '../components/ledger.ts';
import { ceasefiresJson } from '../formats/ceasefires.ts';
import { siteAddress } from '../formats/site.ts';

export const GET: APIRoute = async ({ site }) =>
	new Response(ceasefiresJson(await getLedger(), siteAddress(site?.href)));
