import type { APIRoute } from 'astro';
import { getLedger } from '../components/ledger.ts';
import { searchables } from '../formats/searchable.ts';

export const GET: APIRoute = async () => new Response(JSON.stringify(searchables(await getLedger())));
