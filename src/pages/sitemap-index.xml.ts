import type { APIRoute } from 'astro';
import { siteAddress } from '../publish/site.ts';
import { sitemapIndex } from '../publish/sitemap.ts';

export const GET: APIRoute = ({ site }) => new Response(sitemapIndex(siteAddress(site?.href)));
