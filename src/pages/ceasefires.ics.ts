import type { APIRoute } from 'astro';
import { getLedger } from '../components/ledger.ts';
import { ceasefiresIcs } from '../formats/calendar.ts';
import { siteAddress } from '../formats/site.ts';

export const GET: APIRoute = async ({ site }) =>
	new Response(ceasefiresIcs(await getLedger(), siteAddress(site?.href)));
