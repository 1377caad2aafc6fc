import type { APIRoute, GetStaticPaths } from 'astro';
import { drawFigure, figureIds } from '../../charts/figures.ts';
import { csvFile } from '../../charts/file.ts';
import { getLedger } from '../../components/ledger.ts';

export const getStaticPaths: GetStaticPaths = async () =>
	figureIds(await getLedger()).map((id) => ({ params: { id }, props: { id } }));

export const GET: APIRoute<{ id: string }> = async ({ props }) =>
	new Response(csvFile(drawFigure(await getLedger(), props.id)));
