import type { APIRoute } from 'astro';
import { getLedger } from '../components/ledger.ts';
import { atomFeed } from '../formats/feed.ts';
import { siteAddress } from '../formats/site.ts';

export const GET: APIRoute = async ({ site }) => new Response(atomFeed(await getLedger(), siteAddress(site?.href)));
