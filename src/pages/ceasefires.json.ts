import type { APIRoute } from 'astro';
import { getLedger } from '../components/ledger.ts';
import { ceasefiresJson } from '../formats/ceasefires.ts';

export const GET: APIRoute = async ({ site }) => new Response(ceasefiresJson(await getLedger(), String(site)));
