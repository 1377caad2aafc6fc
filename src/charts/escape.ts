const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text and attribute values of SVG. Characters that XML forbids are left out: most controls, halves of pairs. */
export const escapeXml = (value: string): string =>
	value.replace(
		/[&<>"\p{Cc}\p{Cs}\ufffe\uffff]/gu,
		(sign) => NAMED[sign] ?? (/[\t\n\r\u007f-\u009f]/.test(sign) ? sign : ''),
	);
