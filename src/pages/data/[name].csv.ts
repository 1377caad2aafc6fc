import type { APIRoute, GetStaticPaths } from 'astro';
import { getLedger } from '../../components/ledger.ts';
import { tableCsv } from '../../formats/datapackage.ts';
import { type DataTable, dataTables } from '../../formats/tables.ts';

export const getStaticPaths: GetStaticPaths = async () =>
	dataTables(await getLedger()).map((table) => ({ params: { name: table.name }, props: { table } }));

export const GET: APIRoute<{ table: DataTable }> = ({ props }) => new Response(tableCsv(props.table));
