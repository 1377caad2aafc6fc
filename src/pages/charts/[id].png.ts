import type { APIRoute, GetStaticPaths } from 'astro';
import { drawFigure, figureIds } from '../../charts/figures.ts';
import { drawingStyle } from '../../components/drawing-style.ts';
import { getLedger } from '../../components/ledger.ts';
import { figurePicture } from '../../formats/share/embed-chart.ts';
import { picture } from '../../formats/share/picture.ts';
import { fullAddress } from '../../formats/site.ts';
import { address } from '../../ledger/link.ts';

export const getStaticPaths: GetStaticPaths = async () =>
	figureIds(await getLedger()).map((id) => ({ params: { id }, props: { id } }));

export const GET: APIRoute<{ id: string }> = async ({ props, site }) => {
	const ledger = await getLedger();
	const page = fullAddress(site, address('chart', props.id));
	const svg = figurePicture(ledger, drawFigure(ledger, props.id), drawingStyle, page);
	return new Response(await picture(svg, 2, import.meta.env.PICTURES), { headers: { 'content-type': 'image/png' } });
};
