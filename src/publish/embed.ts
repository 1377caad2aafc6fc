const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

/**
 * The frame to paste into another site. Its height is what the drawing needs at most at the usual widths, so that it
 * fits without script on either side.
 * @param address of the embed page, absolute
 */
export function embedCode(address: string, title: string): string {
	const name = title.replace(/[&"<>]/g, (character) => escapes[character] ?? '');
	return `<iframe src="${address}" title="${name}" width="100%" height="640" loading="lazy" style="border:0"></iframe>`;
}
