import { diskAt } from '../desk/disk.ts';
import { readYaml } from '../desk/yaml.ts';
import { siteAddress } from '../formats/site.ts';

/** What content/site.yaml says of the site; nothing where it cannot be read, which the desk tells of. */
function saidOf(root: string): Readonly<Record<string, unknown>> {
	const bytes = diskAt(root).read('content/site.yaml');
	const said = typeof bytes === 'string' ? undefined : readYaml(new TextDecoder().decode(bytes)).data;
	return said !== null && typeof said === 'object' ? { ...said } : {};
}

/**
 * Where the site will be: what SITE_URL says, else `address` in content/site.yaml, else '' for nowhere yet.
 * @throws RangeError when it is no web address
 */
export function addressOf(root: string, given: string | undefined): string {
	if (given?.trim()) return siteAddress(given);
	const { address } = saidOf(root);
	return siteAddress(typeof address === 'string' ? address : undefined);
}

/** What the site is called, by which a project knows a site of its own. */
export const titleOf = (root: string): string => String(saidOf(root)['title'] ?? '');

/** Files that mean nothing without an address: a build without one has none, and nothing published is lost by it. */
export const needAddress: ReadonlySet<string> = new Set([
	'/sitemap.xml',
	'/sitemap-index.xml',
	'/.well-known/security.txt',
]);

/** What a site without an address leaves out, for the person who builds it. */
export const withoutAddress = `The site has no address yet, so it names none: left out are canonical addresses, share pictures in the head of pages,
addresses in citations, credits, the calendar and the data package, the code to embed a chart, sitemap.xml,
sitemap-index.xml and, without a contact, security.txt. Links in the feeds hold only where they are read from the site.
Before you publish, set SITE_URL=https://your.address/ or "address" in content/site.yaml.`;

/** What a site has to say of itself before it is released, and does not. */
export function unsaid(root: string, given: string | undefined): readonly string[] {
	const { publisher, contact } = saidOf(root);
	return [
		...(addressOf(root, given) === ''
			? ['where it is published: SITE_URL=https://your.address/, or "address" in content/site.yaml']
			: []),
		...(publisher ? [] : ['who publishes it: "publisher" in content/site.yaml']),
		...(contact ? [] : ['where readers report an error: "contact" in content/site.yaml, as mailto:… or https://…']),
	];
}
