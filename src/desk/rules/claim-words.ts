import { findFigures } from '../../ledger/number.ts';
import { claimsOf } from '../claims.ts';
import { finding, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'claim-words',
	summary: 'The words inside <Claim> give another figure than the claim, or a claim without a figure has no words.',
	remedy: 'Take the number out of the words, or name the claim that holds it.',
	example: {
		wrong: '<Claim id="strike-killed-sohr">87 fighters</Claim>',
		right: '<Claim id="strike-killed-sohr">78 fighters</Claim>',
	},
	*check(desk) {
		const claims = claimsOf(desk);
		for (const use of desk.uses) {
			const claim = use.name === 'Claim' ? claims.get(use.attributes.get('id')?.value ?? '') : undefined;
			if (!claim) continue;
			if (use.words.trim() === '' && claim.qualifier === undefined) {
				yield finding(
					rule.name,
					use.place,
					`the claim "${claim.id}" has no figure to print`,
					`put words inside: <Claim id="${claim.id}">…</Claim>`,
					'error',
					[`claim/${claim.id}`],
				);
				continue;
			}
			const known = [claim.value, claim.upper].filter((value) => value !== undefined);
			for (const figure of findFigures(use.words)) {
				if (figure.value === null || known.includes(figure.value)) continue;
				// A statement may count in words of its own ("two posts") when the claim has no figure.
				if (known.length === 0 && findFigures(claim.statement).some(({ value }) => value === figure.value)) continue;
				yield finding(
					rule.name,
					use.place,
					`the words say "${figure.text}", the claim "${claim.id}" says ${known.length > 0 ? known.join(' to ') : 'no figure'}`,
					'give the claim’s own figure, or name the claim that holds this one',
					'error',
					[`claim/${claim.id}`],
				);
			}
		}
	},
};
