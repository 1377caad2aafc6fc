const isSpace = (character: string | undefined): boolean => character !== undefined && /\s/.test(character);

/** How a text writes its value between two offsets: folded, indented, escaped. */
export interface Writing {
	readonly start: number;
	readonly end: number;
	/** How many characters stand in the text for one of the value. */
	readonly lengthAt: (at: number, unit: string) => number;
	/** What stands in the text and not in the value, from where it is looked for: sticky. */
	readonly gap: RegExp;
}

/** Where each character of a value was written in a text. Of a line break, where it stands or next to it. */
export function writtenAt(text: string, value: string, { start, end, lengthAt, gap }: Writing): readonly number[] {
	let at = start;
	return value.split('').map((unit) => {
		if (!isSpace(unit) && text[at] !== unit) {
			gap.lastIndex = at;
			at = Math.min(end, at + (gap.exec(text)?.[0].length ?? 0));
		}
		const spot = at;
		if (at < end) at += isSpace(unit) ? Number(isSpace(text[at])) : lengthAt(at, unit);
		return spot;
	});
}
