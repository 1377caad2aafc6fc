import { outlineOf } from './outline.ts';
import type { Passage, Use } from './passage.ts';
import type { Content } from './read.ts';
import { stringPassages } from './strings.ts';

/** All words of ours in the content, and every use of a component, in prose strings first and then in bodies. */
export interface Views {
	readonly passages: readonly Passage[];
	readonly uses: readonly Use[];
}

export function viewsOf(content: Content): Views {
	const strings = [...content.homes.values()].flatMap(stringPassages);
	const bodies = content.files.flatMap((file) => {
		const outline = outlineOf(file);
		return outline.ok ? [outline] : [];
	});
	const inStrings = strings.flatMap(({ marks }) => marks.flatMap(({ use }) => (use ? [use] : [])));
	return {
		passages: [...strings, ...bodies.flatMap(({ passages }) => passages)],
		uses: [...inStrings, ...bodies.flatMap(({ uses }) => uses)],
	};
}
