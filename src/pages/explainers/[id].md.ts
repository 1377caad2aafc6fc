import type { APIRoute, GetStaticPaths } from 'astro';
import { getLedger, published } from '../../components/ledger.ts';
import { explainerMarkdown } from '../../formats/markdown.ts';
import { siteAddress } from '../../formats/site.ts';
import type { Explainer } from '../../ledger/ledger.ts';

export const getStaticPaths: GetStaticPaths = async () =>
	published(await getLedger()).map((explainer) => ({ params: { id: explainer.id }, props: { explainer } }));

export const GET: APIRoute<{ explainer: Explainer }> = async ({ props, site }) =>
	new Response(explainerMarkdown(await getLedger(), props.explainer, siteAddress(site?.href)));
