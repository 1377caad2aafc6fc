import type { APIRoute } from 'astro';
import { getLedger } from '../components/ledger.ts';
import { llmsText } from '../formats/llms.ts';
import { siteAddress } from '../formats/site.ts';

export const GET: APIRoute = async ({ site }) => new Response(llmsText(await getLedger(), siteAddress(site?.href)));
