/** Browsers skip control characters and spaces in front of a scheme, and some of them inside it. */
const HIDDEN = /[\p{Cc}\p{Cf}\s]/gu;

/** Why an address must not be published, and what to write; undefined when it may. */
export function unsafe(url: string): readonly [message: string, fix: string] | undefined {
	const bare = url.replace(HIDDEN, '');
	if (bare !== url) return ['this address holds a space or a control character', 'write the address without it'];
	if (/\\/.test(url)) return ['this address holds a "\\"', 'write "/" instead'];
	const strange = /[{}<>"^`|]/.exec(url)?.[0];
	if (strange !== undefined) {
		const written = `%${strange.charCodeAt(0).toString(16).toUpperCase()}`;
		return [`this address holds a "${strange}"`, `write "${written}" instead, or set a space in front of it`];
	}
	if (url.startsWith('//')) return ['this address has no scheme', 'start it with https://'];
	const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
	if (scheme !== undefined && scheme !== 'https' && scheme !== 'http')
		return [`an address that starts with "${scheme}:" is not safe`, 'link to a page with https://'];
	if (scheme !== undefined && (!/^https?:\/\/[^/]/i.test(url) || !URL.canParse(url))) {
		return ['this is not a web address', 'write it as https://example.org/page'];
	}
	if (scheme !== undefined && (new URL(url).username !== '' || new URL(url).password !== '')) {
		return ['this address holds a user name', 'write the address without it'];
	}
	return undefined;
}
