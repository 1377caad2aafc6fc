import type { APIRoute } from 'astro';
import { siteAddress } from '../formats/site.ts';
import { robots } from '../formats/sitemap.ts';

export const GET: APIRoute = ({ site }) => new Response(robots(siteAddress(site?.href)));
