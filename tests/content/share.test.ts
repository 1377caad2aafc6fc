import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { figureIds } from '../../src/charts/figures.ts';
import { picture } from '../../src/formats/share/picture.ts';
import { shareCards, shareSize } from '../../src/formats/share.ts';
import { drawingStyle } from '../../src/styles/marks.ts';
import { ownLedger } from '../support/own-content.ts';

const ledger = ownLedger();
const explainers = [...ledger.explainers.values()];
const cards = shareCards(ledger, explainers, drawingStyle);

describe('share images', () => {
	it('are there for the front page, each explainer, chart and ceasefire', () => {
		expect(cards.size).toBe(1 + explainers.length + figureIds(ledger).length + ledger.ceasefires.size);
	});

	it.each([...cards])('%s asks for no font, fits and is small', async (_name, card) => {
		const svg = card();
		expect(svg).not.toMatch(/<text\b|<tspan\b|NaN|undefined|url\(|href=/);
		expect(svg).toBe(card());
		const png = await picture(svg);
		const { width, height, format } = await sharp(png).metadata();
		expect({ width, height, format }).toEqual({ ...shareSize, format: 'png' });
		expect(png.length).toBeLessThanOrEqual(150_000);
		// Content ends above the last line: the rows between are paper alone.
		const gap = await sharp(png).extract({ left: 0, top: 567, width: 1200, height: 4 }).raw().toBuffer();
		expect(Math.max(...gap) - Math.min(...gap)).toBeLessThan(8);
	});

	it.each(explainers.filter(({ opening, body }) => !opening && /^\||^<Compare/m.test(body)))(
		'$id, which opens with no drawing, shows the rows of its table or passages',
		({ id }) => {
			const ruled = /<rect x="64" y="(\d+)" width="1072" height="1"/g;
			const rules = [...(cards.get(`explainers/${id}`)?.() ?? '').matchAll(ruled)].map(([, y]) => Number(y));
			// That above the last line, and one above each row.
			expect(rules.length).toBeGreaterThanOrEqual(4);
			expect(Math.max(...rules)).toBe(rules.at(-1));
		},
	);

	it('are the same bytes each time', async () => {
		const card = cards.get('front');
		const [a, b] = await Promise.all([picture(card?.() ?? ''), picture(card?.() ?? '')]);
		expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true);
	});
});
