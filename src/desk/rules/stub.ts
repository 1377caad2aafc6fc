import { placeOf } from '../position.ts';
import { finding, isDraft, type Rule } from '../rule.ts';
import { UNWRITTEN } from '../unfinished.ts';

/** In any field, in an address, and in the comment behind a value that a stub had to choose. */
const PATTERN = new RegExp(`${UNWRITTEN}|${UNWRITTEN.toLowerCase().replaceAll(' ', '-')}`, 'g');

export const rule: Rule = {
	name: 'stub',
	summary: 'A text is still that of the stub, or something uses a record that has one.',
	remedy:
		'Write it, or take the key out where it may be left out. A record that is still a stub stays out of the site and stops nothing; what uses it is an error.',
	example: {
		wrong: `outcome: ${UNWRITTEN}, what came of it.`,
		right: 'outcome: It ended with the offensive of November.',
	},
	*check({ content, records }) {
		const drafts = new Set(
			records('explainer')
				.filter(({ entry }) => isDraft(entry))
				.map(({ file }) => file.path),
		);
		const held = Map.groupBy(content.unfinished.values(), ({ path }) => path);
		for (const { path, text, lines } of content.files) {
			const told = new Set<unknown>();
			for (const { index } of text.matchAll(PATTERN)) {
				const place = placeOf(path, lines, index, index + UNWRITTEN.length);
				// A record that waits is told of once: there is much to write in it.
				const record = held.get(path)?.find(({ from, to }) => place.line >= from && place.line < to);
				if (record && told.has(record)) continue;
				told.add(record);
				yield finding(
					rule.name,
					place,
					'this text is still that of the stub',
					record
						? 'write it, and all that is still to be written in this record; it stays out of the site until then'
						: 'write it',
					drafts.has(path) ? 'warning' : 'error',
				);
			}
		}
	},
};
