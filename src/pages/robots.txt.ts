import type { APIRoute } from 'astro';
import { siteAddress } from '../publish/site.ts';
import { robots } from '../publish/sitemap.ts';

export const GET: APIRoute = ({ site }) => new Response(robots(siteAddress(site?.href)));
