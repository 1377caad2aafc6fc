import type { Kind } from '../ledger/kinds.ts';
import { type Desk, listAt, textAt } from './rule.ts';
import { wordsIn } from './words.ts';

/** Names a reader may know an actor or a place by: the site's name and its short form. */
export function namesOf(desk: Desk): readonly string[] {
	return [...desk.records('actor'), ...desk.records('place')].flatMap((home) =>
		[textAt(home, 'name'), textAt(home, 'short')].filter((name) => name !== ''),
	);
}

export interface Variant {
	readonly kind: Kind;
	readonly id: string;
	/** The other spelling. */
	readonly text: string;
	/** The spelling of the site. */
	readonly name: string;
}

/** Variants of names with the record they belong to. */
export function variantsOf(desk: Desk): readonly Variant[] {
	return [...desk.records('actor'), ...desk.records('place')].flatMap((home) =>
		listAt(home, 'variants').flatMap((_, index) => {
			const text = textAt(home, 'variants', index, 'text');
			const { kind, id } = home.entry;
			return text === '' ? [] : [{ kind, id, text, name: textAt(home, 'name') }];
		}),
	);
}

/** Words that differ between a name and another spelling of it, as `wordsIn` gives them: "failak" → "faylaq". */
export function spellingsOf(desk: Desk): ReadonlyMap<string, string> {
	const spellings = new Map<string, string>();
	for (const { text, name } of variantsOf(desk)) {
		const [other, own] = [wordsIn(text), wordsIn(name)];
		if (other.length !== own.length) continue;
		for (const [at, { word }] of other.entries()) {
			const known = own[at]?.word ?? word;
			if (known !== word) spellings.set(word, known);
		}
	}
	return spellings;
}
