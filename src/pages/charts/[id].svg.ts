import type { APIRoute, GetStaticPaths } from 'astro';
import { drawChart } from '../../charts/draw.ts';
import { svgFile } from '../../charts/file.ts';
import { standAloneStyle } from '../../charts/style.ts';
import { getLedger } from '../../components/ledger.ts';
import { address } from '../../ledger/link.ts';
import { absolute, siteAddress } from '../../publish/site.ts';
import charts from '../../styles/charts.css?raw';
import tokens from '../../styles/tokens.css?raw';

const style = standAloneStyle(charts, tokens);

export const getStaticPaths: GetStaticPaths = async () =>
	[...(await getLedger()).charts.keys()].map((id) => ({ params: { id }, props: { id } }));

export const GET: APIRoute<{ id: string }> = async ({ props, site }) => {
	const ledger = await getLedger();
	const page = absolute(siteAddress(site?.href), address('chart', props.id));
	return new Response(svgFile(ledger, drawChart(ledger, props.id), style, page));
};
