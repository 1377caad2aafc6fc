import type { IncomingMessage } from 'node:http';

/** Names by which a browser on this machine reaches it. */
const OURS = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/** Whether a request names this machine: a name that someone else points here (DNS rebinding) does not. */
export const isForUs = ({ headers }: IncomingMessage): boolean => OURS.test(headers.host ?? '');

/**
 * Whether a request comes from a page of the preview itself, or from a person who typed or followed an address. A page
 * of another site or of another port of this machine may not read what is not published yet. Browsers without
 * Sec-Fetch headers are known by Origin and Referer.
 */
export function isFromUs({ headers }: IncomingMessage): boolean {
	const own = (address: string | undefined): boolean => {
		if (address === undefined) return true;
		return URL.canParse(address) && new URL(address).host === headers.host;
	};
	if (!own(headers.origin)) return false;
	const site = headers['sec-fetch-site'];
	if (headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document') return true;
	return site === undefined ? own(headers.referer) : site === 'same-origin' || site === 'none';
}
