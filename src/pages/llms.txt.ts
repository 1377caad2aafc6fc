import type { APIRoute } from 'astro';
import { getLedger } from '../components/ledger.ts';
import { llmsText } from '../publish/llms.ts';
import { siteAddress } from '../publish/site.ts';

export const GET: APIRoute = async ({ site }) => new Response(llmsText(await getLedger(), siteAddress(site?.href)));
