import { type Disk, unreadAdvice } from './disk.ts';

/** The text of a file in UTF-8; undefined where it is none. */
export function decode(bytes: Uint8Array): string | undefined {
	return decodeAs('utf-8', bytes);
}

/** In UTF-16 every sign has two bytes, and of a plain space or letter one is nought: behind it or in front. */
const WIDE = [
	['UTF-16 (little-endian)', 'utf-16le', 1],
	['UTF-16 (big-endian)', 'utf-16be', 0],
] as const;
const SAMPLE = 2048;
const CONTROLS = /(?![\t\r\n\f])\p{Cc}|\p{Cn}/u;
/** Letters that Turkish has where the languages of western Europe have those of Icelandic. */
const TURKISH = /[ÐðÝÞýþ]/;
/** So many letters with accents in a row are of no language that is written in either. */
const NEITHER = /(?:(?![ÐðÝÞýþ])[^\P{L}\p{ASCII}]){3}/u;

/**
 * What the bytes of a text that is not UTF-8 most likely are in, by the name that programs list: UTF-16, and else the
 * encodings of Windows for western Europe and Turkish; undefined for what is no text.
 */
export function encodingOf(bytes: Uint8Array): { readonly name: string; readonly text: string } | undefined {
	const sample = bytes.subarray(0, SAMPLE);
	const hasNoughts = sample.filter((byte) => byte === 0).length > sample.length / 16;
	for (const [name, label, at] of WIDE) {
		const marked = bytes[at] === 0xfe && bytes[1 - at] === 0xff;
		const text = marked || hasNoughts ? decodeAs(label, bytes) : undefined;
		// In the other order a space would be another sign.
		if (text !== undefined && !CONTROLS.test(text) && (marked || /[ \n]/.test(text))) return { name, text };
	}
	const text = decodeAs('windows-1252', bytes) ?? '';
	// Letters of a page of code have no controls among them.
	if (CONTROLS.test(text) || NEITHER.test(text)) return undefined;
	return TURKISH.test(text)
		? { name: 'Windows-1254', text: decodeAs('windows-1254', bytes) ?? '' }
		: { name: 'Windows-1252', text };
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
