import type { APIRoute } from 'astro';
import { getLedger } from '../components/ledger.ts';
import { searchData } from '../formats/searchable.ts';

export const GET: APIRoute = async () => new Response(JSON.stringify(searchData(await getLedger())));
