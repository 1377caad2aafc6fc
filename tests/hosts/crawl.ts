import { parseHTML } from 'linkedom';
import type { Policy } from '../../src/ship/policy.ts';
import { headersFor } from '../support/headers.ts';

export interface Crawl {
	/** Pages reached from the front page by links alone, as paths from the site's root. */
	readonly pages: readonly string[];
	/** Links, fragments and loaded files that were checked. */
	readonly links: number;
	readonly faults: readonly string[];
}

interface Answer {
	readonly status: number;
	/** Address after redirects. */
	readonly url: string;
	readonly headers: Headers;
	readonly document?: Document;
}

const AT_ONCE = 16;
/** A development server now and then loses a request: it is asked again, and only silence each time is a fault. */
const TRIES = 3;
const PATIENCE_MS = 60_000;

async function load(address: string): Promise<{ readonly response: Response; readonly text: string }> {
	for (let tried = 1; ; tried++) {
		try {
			const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
			return { response, text: await response.text() };
		} catch (error) {
			if (tried === TRIES) throw new Error(`${address} does not answer`, { cause: error });
		}
	}
}

async function ask(address: string): Promise<Answer> {
	const { response, text } = await load(address);
	const html = (response.headers.get('content-type') ?? '').startsWith('text/html');
	return {
		status: response.status,
		url: response.url,
		headers: response.headers,
		...(html ? { document: parseHTML(text).document } : {}),
	};
}

/** What a page points to and loads. */
function addressesIn(document: Document): readonly string[] {
	return ['href', 'src', 'action'].flatMap((name) =>
		[...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
	);
}

/**
 * Follows every link from the front page as a reader's browser would, and asks for every file a page loads.
 * @param site address of the front page, with a final slash
 * @param policy when the host sends headers: they are compared with it
 */
export async function crawl(site: string, policy: Policy | undefined): Promise<Crawl> {
	const faults: string[] = [];
	const answers = new Map<string, Promise<Answer>>();
	const ids = new Map<string, ReadonlySet<string>>();
	const fragments: { readonly from: string; readonly page: string; readonly id: string }[] = [];
	const pages: string[] = [];
	const queue: { readonly address: string; readonly from: string }[] = [{ address: site, from: 'the address given' }];
	let links = 0;

	const visit = async (address: string, from: string): Promise<void> => {
		if (answers.has(address)) return;
		const asked = ask(address);
		answers.set(address, asked);
		const { status, url, headers, document } = await asked;
		const path = address.slice(site.length - 1);
		if (status !== 200) faults.push(`${path} answers ${status} (linked from ${from})`);
		if (url !== address) faults.push(`${path} is redirected to ${url} (linked from ${from})`);
		if (policy) faults.push(...compareHeaders(policy, path, headers));
		if (!document || status !== 200) return;
		pages.push(path);
		ids.set(address, new Set([...document.querySelectorAll('[id]')].map(({ id }) => id)));
		for (const target of addressesIn(document)) {
			const to = new URL(target, url);
			if (!to.href.startsWith(site)) {
				if (to.origin === new URL(site).origin) faults.push(`${path} links out of the site: ${target}`);
				continue;
			}
			links += 1;
			const fragment = decodeURIComponent(to.hash.slice(1));
			to.hash = '';
			if (fragment) fragments.push({ from: path, page: to.href, id: fragment });
			if (!answers.has(to.href)) queue.push({ address: to.href, from: path });
		}
	};

	while (queue.length > 0) {
		const batch = queue.splice(0, AT_ONCE);
		await Promise.all(batch.map(({ address, from }) => visit(address, from)));
	}
	for (const { from, page, id } of fragments)
		if (!ids.get(page)?.has(id))
			faults.push(`${from} links to #${id} of ${page.slice(site.length - 1)}, which is not there`);
	return { pages: pages.sort(), links, faults };
}

/** Each header of the policy, once and with its value. */
function compareHeaders(policy: Policy, path: string, headers: Headers): readonly string[] {
	return Object.entries(headersFor(policy, path)).flatMap(([name, value]) => {
		const sent = headers.get(name);
		return sent === value
			? []
			: [`${path}: ${name} is ${sent === null ? 'not sent' : `"${sent}"`}, expected "${value}"`];
	});
}

/** What must hold of addresses that no page links to: folders without their slash, and what is not there. */
export async function edges(site: string, page: string, slash: boolean): Promise<readonly string[]> {
	const faults: string[] = [];
	const bare = await fetch(new URL(page.slice(1, -1), site));
	await bare.arrayBuffer();
	if (slash && (bare.status !== 200 || bare.url !== new URL(page.slice(1), site).href))
		faults.push(`${page} without its slash answers ${bare.status} at ${bare.url}`);
	for (const nowhere of ['nowhere', 'claims/nowhere/', 'a/b/c/d/']) {
		const answer = await fetch(new URL(nowhere, site));
		const text = await answer.text();
		if (answer.status !== 404) faults.push(`/${nowhere} answers ${answer.status} and not 404`);
		if (!text.includes('</html>') || !parseHTML(text).document.querySelector('h1'))
			faults.push(`/${nowhere} does not show the page for what is not there`);
	}
	return faults;
}
