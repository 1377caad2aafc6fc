import type { ContentFile } from './file.ts';
import { type Place, placeOf } from './position.ts';

export interface Spot {
	readonly place: Place;
	readonly text: string;
	/** " (and 3 more in this file)", or nothing. */
	readonly more: string;
}

/** The first spot of a file where a pattern fits, with how many more there are: one message for one habit. */
export function spotsOf(
	file: ContentFile,
	pattern: RegExp,
	accept: (found: string) => boolean = () => true,
): readonly Spot[] {
	let first: { readonly index: number; readonly text: string } | undefined;
	let count = 0;
	for (const match of file.text.matchAll(pattern)) {
		if (!accept(match[0])) continue;
		first ??= { index: match.index, text: match[0] };
		count++;
	}
	if (!first) return [];
	const place = placeOf(file.path, file.lines, first.index, first.index + first.text.length);
	return [{ place, text: first.text, more: count > 1 ? ` (and ${count - 1} more in this file)` : '' }];
}
