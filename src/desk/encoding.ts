/** The text of a file in UTF-8; undefined where it is none. */
export function decode(bytes: Uint8Array): string | undefined {
	return decodeAs('utf-8', bytes);
}

/** What the bytes of a text that is not UTF-8 most likely are in. */
export interface Encoding {
	/** As programs list it. */
	readonly name: string;
	readonly text: string;
}

/** Every second byte of a text in Latin letters is nought: in front of the letter or behind it. */
const WIDE = [
	['UTF-16 (little-endian)', 'utf-16le', 1],
	['UTF-16 (big-endian)', 'utf-16be', 0],
] as const;
const SAMPLE = 2048;

/** Recognises UTF-16 by its marks and noughts, and else the encoding of Windows; undefined for what is no text. */
export function encodingOf(bytes: Uint8Array): Encoding | undefined {
	const sample = bytes.subarray(0, SAMPLE);
	for (const [name, label, at] of WIDE) {
		const marked = bytes[at] === 0xfe && bytes[1 - at] === 0xff;
		const noughts = sample.filter((byte, index) => byte === 0 && index % 2 === at).length;
		const text = marked || noughts > sample.length / 4 ? decodeAs(label, bytes) : undefined;
		if (text !== undefined) return { name, text };
	}
	const text = decodeAs('windows-1252', bytes) ?? '';
	// Letters of a page of code have no controls among them.
	return /(?![\t\r\n\f])\p{Cc}/u.test(text) ? undefined : { name: 'Windows-1252', text };
}

function decodeAs(label: string, bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return undefined;
	}
}
