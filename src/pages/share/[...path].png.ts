import type { APIRoute } from 'astro';
import { drawingStyle } from '../../components/drawing-style.ts';
import { getLedger, published } from '../../components/ledger.ts';
import { picture } from '../../formats/share/picture.ts';
import { shareCards } from '../../formats/share.ts';

async function cards() {
	const ledger = await getLedger();
	return shareCards(ledger, published(ledger), drawingStyle);
}

export async function getStaticPaths() {
	return [...(await cards()).keys()].map((path) => ({ params: { path } }));
}

export const GET: APIRoute = async ({ params }) => {
	const card = (await cards()).get(params['path'] ?? '');
	if (!card) return new Response('There is no such picture.', { status: 404 });
	return new Response(await picture(card(), 1, import.meta.env.PICTURES), { headers: { 'content-type': 'image/png' } });
};
