import type { APIRoute } from 'astro';
import { getLedger, published } from '../../components/ledger.ts';
import { picture } from '../../publish/share/picture.ts';
import { shareCards } from '../../publish/share.ts';

export async function getStaticPaths() {
	const ledger = await getLedger();
	return [...shareCards(ledger, published(ledger)).keys()].map((path) => ({ params: { path } }));
}

export const GET: APIRoute = async ({ params }) => {
	const ledger = await getLedger();
	const card = shareCards(ledger, published(ledger)).get(params['path'] ?? '');
	if (!card) return new Response('There is no such picture.', { status: 404 });
	return new Response(await picture(card()), { headers: { 'content-type': 'image/png' } });
};
