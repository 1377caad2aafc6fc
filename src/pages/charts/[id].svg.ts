import type { APIRoute, GetStaticPaths } from 'astro';
import { drawFigure, figureIds } from '../../charts/figures.ts';
import { svgFile } from '../../charts/file.ts';
import { drawingStyle } from '../../components/drawing-style.ts';
import { getLedger } from '../../components/ledger.ts';
import { fullAddress } from '../../formats/site.ts';
import { address } from '../../ledger/link.ts';

export const getStaticPaths: GetStaticPaths = async () =>
	figureIds(await getLedger()).map((id) => ({ params: { id }, props: { id } }));

export const GET: APIRoute<{ id: string }> = async ({ props, site }) => {
	const ledger = await getLedger();
	const page = fullAddress(site, address('chart', props.id));
	return new Response(svgFile(ledger, drawFigure(ledger, props.id), drawingStyle, page));
};
