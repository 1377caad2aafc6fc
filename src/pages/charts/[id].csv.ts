import type { APIRoute, GetStaticPaths } from 'astro';
import { drawChart } from '../../charts/draw.ts';
import { csvFile } from '../../charts/file.ts';
import { getLedger } from '../../components/ledger.ts';

export const getStaticPaths: GetStaticPaths = async () =>
	[...(await getLedger()).charts.keys()].map((id) => ({ params: { id }, props: { id } }));

export const GET: APIRoute<{ id: string }> = async ({ props }) =>
	new Response(csvFile(drawChart(await getLedger(), props.id)));
