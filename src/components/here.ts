import type { AstroGlobal } from 'astro';
import { siteAddress } from '../formats/site.ts';
import type { Kind } from '../ledger/kinds.ts';
import { address, link } from '../ledger/link.ts';
import { getLedger } from '../site-ledger.ts';

/** What a part of a page asks for: the ledger, the ways from this page to others, and where the site stands. */
export function here({ url, site }: Pick<AstroGlobal, 'url' | 'site'>) {
	const to = (path: string) => link(url.pathname, path);
	const at = (kind: Kind, id: string) => to(address(kind, id));
	return { ledger: getLedger(), to, at, site: siteAddress(site?.href) };
}
