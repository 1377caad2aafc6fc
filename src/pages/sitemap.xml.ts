import type { APIRoute } from 'astro';
import { getLedger } from '../components/ledger.ts';
import { siteAddress } from '../publish/site.ts';
import { sitemap } from '../publish/sitemap.ts';

export const GET: APIRoute = async ({ site }) => new Response(sitemap(await getLedger(), siteAddress(site?.href)));
