import { expect, inject, it } from 'vitest';
import { routesIn } from '../../src/routes.ts';
import { pagePath } from '../../src/ship/files.ts';
import { ownLedger } from '../support/own-content.ts';
import { readSite } from './pages.ts';

/** Bundled files change their names, hosts' files are not for readers, and what lies in public/ is no page's. */
const notAddresses = /^(?:_|\.nojekyll|favicon\.svg|fonts\/|icons\/|serve\.json)|\.(?:br|gz)$/;

it('the table of routes names every address of the built site once, and no other', async () => {
	const { files } = readSite(inject('site').folder);
	const built = [...files].filter((file) => !notAddresses.test(file)).map(pagePath);
	const paths = routesIn(ownLedger()).map(({ path }) => path);
	expect(paths.toSorted()).toEqual(built.toSorted());
});
