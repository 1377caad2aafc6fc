import type { APIRoute, GetStaticPaths } from 'astro';
import { getLedger } from '../../components/ledger.ts';
import { recordFiles } from '../../formats/records.ts';
import { siteAddress } from '../../formats/site.ts';

/** Every record as a file beside its page. */
export const getStaticPaths: GetStaticPaths = async () =>
	recordFiles(await getLedger()).map(({ path, write }) => {
		const [, folder, name = ''] = path.split('/');
		return { params: { folder, id: name.replace(/\.json$/, '') }, props: { write } };
	});

export const GET: APIRoute<{ readonly write: (site: string) => string }> = ({ props, site }) =>
	new Response(props.write(siteAddress(site?.href)));
