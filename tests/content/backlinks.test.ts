import { expect, it } from 'vitest';
import { mentionId, usesOf } from '../../src/formats/backlinks.ts';
import { ownLedger } from '../support/own-content.ts';

const ledger = ownLedger();
const uses = usesOf(ledger);

it('leads back to the words of each text that names a claim', () => {
	for (const explainer of ledger.explainers.values()) {
		if (explainer.draft) continue;
		for (const [, claim = ''] of explainer.body.matchAll(/<Claim id="([^"]+)"/g)) {
			const to = `/explainers/${explainer.id}/#${mentionId(claim)}`;
			expect(uses.get(claim)?.some((use) => use.to === to && use.mentioned)).toBe(true);
		}
	}
});

it('names charts, and the front page first', () => {
	const list = uses.get('strike-killed-sohr') ?? [];
	expect(list[0]?.to).toBe(`/#${mentionId('strike-killed-sohr')}`);
	expect(list.some(({ to, mentioned }) => to === '/charts/strike-killed/' && !mentioned)).toBe(true);
});

it('names each place once', () => {
	for (const list of uses.values()) {
		const pages = list.map(({ to }) => to.split('#')[0]);
		expect(new Set(pages).size).toBe(pages.length);
	}
});
