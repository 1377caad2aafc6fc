import { expect, it } from 'vitest';
import { drawChart } from '../../src/charts/declared.ts';
import { usesOf } from '../../src/formats/backlinks.ts';
import { address, mentionId } from '../../src/ledger/link.ts';
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

it('names the front page first, for each claim that it names', () => {
	const { body, dek, glance = [], summary = [] } = ledger.pages.get('front') ?? { body: '', dek: '' };
	const written = [dek, ...glance.flatMap(({ figure, label }) => [figure, label]), ...summary, body].join('\n');
	const named = new Set([...written.matchAll(/<Claim id="([^"]+)"/g)].map(([, claim = '']) => claim));
	expect(named.size).toBeGreaterThan(5);
	for (const claim of named) expect(uses.get(claim)?.[0]?.to, claim).toBe(`/#${mentionId(claim)}`);
});

it('names each chart that draws a claim', () => {
	let drawn = 0;
	for (const id of ledger.charts.keys())
		for (const { claim } of drawChart(ledger, id).points) {
			if (claim === undefined) continue;
			drawn += 1;
			const use = uses.get(claim)?.find(({ to }) => to === address('chart', id));
			expect(use?.mentioned, `${claim} in ${id}`).toBe(false);
		}
	expect(drawn).toBeGreaterThan(5);
});

it('names each place once', () => {
	for (const list of uses.values()) {
		const pages = list.map(({ to }) => to.split('#')[0]);
		expect(new Set(pages).size).toBe(pages.length);
	}
});
