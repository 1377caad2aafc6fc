import { type Disk, unreadAdvice } from './disk.ts';

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

/** The text of a file on a disk; or why it cannot be read, and its characters as far as they can be had. */
export function readText(
	disk: Disk,
	path: string,
):
	| { readonly text: string }
	| { readonly fault: readonly [message: string, fix: string]; readonly characters: string } {
	const bytes = disk.read(path);
	if (typeof bytes === 'string') return { fault: [`this file cannot be read: ${bytes}`, unreadAdvice], characters: '' };
	const text = decode(bytes);
	if (text !== undefined) return { text };
	const encoding = encodingOf(bytes);
	const message = encoding ? `this file is in ${encoding.name} and not in UTF-8` : 'this file is no text';
	const how = path.endsWith('.csv') ? 'as "CSV UTF-8", or with' : 'with';
	return {
		fault: [message, `save it again ${how} the encoding UTF-8`],
		characters: Buffer.from(bytes).toString('latin1'),
	};
}
