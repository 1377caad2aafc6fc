import type { APIRoute, GetStaticPaths } from 'astro';
import { drawFigure, figureIds } from '../../charts/figures.ts';
import { jsonFile } from '../../charts/file.ts';
import { getLedger } from '../../components/ledger.ts';
import { fullAddress } from '../../formats/site.ts';
import { address } from '../../ledger/link.ts';

export const getStaticPaths: GetStaticPaths = async () =>
	figureIds(await getLedger()).map((id) => ({ params: { id }, props: { id } }));

export const GET: APIRoute<{ id: string }> = async ({ props, site }) => {
	const ledger = await getLedger();
	const page = fullAddress(site, address('chart', props.id));
	return new Response(jsonFile(ledger, drawFigure(ledger, props.id), page));
};
