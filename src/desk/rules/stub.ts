import { finding, type Rule } from '../rule.ts';
import { UNWRITTEN } from '../stub.ts';

export const rule: Rule = {
	name: 'stub',
	summary: 'A text is still that of the stub.',
	remedy: 'Write it, or take the key out where it may be left out.',
	example: {
		wrong: `outcome: ${UNWRITTEN}, what came of it.`,
		right: 'outcome: It ended with the offensive of November.',
	},
	*check({ passages }) {
		for (const { text, place } of passages) {
			const at = text.indexOf(UNWRITTEN);
			if (at === -1) continue;
			yield finding(
				rule.name,
				place(at, at + UNWRITTEN.length),
				'this text is still that of the stub',
				'write it',
				'warning',
			);
		}
	},
};
