import type { APIRoute } from 'astro';
import { getLedger } from '../components/ledger.ts';
import { webManifest } from '../formats/webmanifest.ts';
import { siteOf } from '../ledger/ledger.ts';

export const GET: APIRoute = async () => new Response(webManifest(siteOf(await getLedger())));
