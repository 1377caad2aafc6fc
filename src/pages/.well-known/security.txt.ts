import type { APIRoute } from 'astro';
import { getLedger } from '../../components/ledger.ts';
import { siteAddress } from '../../formats/site.ts';
import { securityText } from '../../formats/sitemap.ts';

export const GET: APIRoute = async ({ site }) => new Response(securityText(await getLedger(), siteAddress(site?.href)));
