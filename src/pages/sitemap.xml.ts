import type { APIRoute } from 'astro';
import { getLedger } from '../components/ledger.ts';
import { siteAddress } from '../formats/site.ts';
import { sitemap } from '../formats/sitemap.ts';

// Where there is nothing to say no file is written.
export const GET: APIRoute = async ({ site }) =>
	new Response(sitemap(await getLedger(), siteAddress(site?.href)) || null);
