import type { APIRoute } from 'astro';
import { siteAddress } from '../formats/site.ts';
import { sitemapIndex } from '../formats/sitemap.ts';

// Where there is nothing to say no file is written.
export const GET: APIRoute = ({ site }) => new Response(sitemapIndex(siteAddress(site?.href)) || null);
