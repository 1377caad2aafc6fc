const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text and attribute values of SVG. Characters that XML forbids are left out. */
export function escapeXml(value: string): string {
	return [...value]
		.filter((character) => {
			const code = character.codePointAt(0) ?? 0;
			const control = code < 0x20 && code !== 0x9 && code !== 0xa && code !== 0xd;
			return !control && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
		})
		.join('')
		.replace(/[&<>"]/g, (character) => NAMED[character] ?? character);
}
