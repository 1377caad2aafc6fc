import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleLedger, exampleSeries } from '../../../tests/charts/ledger.ts';
import { periodOf, seriesData } from '../data.ts';
import { overlap } from '../label-placement.ts';
import { sizes } from '../scene.ts';
import { boxOf } from '../text.ts';
import { endsOf } from './series-line.ts';

const value = fc.integer({ min: 0, max: 300 });

test('names stand at the ends of their lines in the order of these, apart from one another and within the plot', () => {
	fc.assert(
		fc.property(
			fc.array(value, { minLength: 2, maxLength: 8 }),
			fc.constantFrom(...Object.values(sizes)),
			(lasts, size) => {
				const series = lasts.map((last, index) => {
					const record = exampleSeries(`line ${index}`, [{ date: '2020', value: last }]);
					return seriesData(exampleLedger([record], {} as never), record, periodOf(undefined, undefined));
				});
				const ends = endsOf(series, size);
				const plot = { x: 40, y: 30, width: 200, height: Math.max(300, ends.height) };
				const at = (datum: { readonly value: number | null }) => ({ x: 240, y: 330 - (datum.value ?? 0) });
				const boxes = ends.place(at, plot).map((shapes) => {
					const [text] = shapes.flatMap((shape) => (shape.type === 'text' ? [shape] : []));
					expect(text).toBeDefined();
					return text ? boxOf(text) : { ...plot };
				});
				for (const [index, box] of boxes.entries()) {
					expect(box.y).toBeGreaterThanOrEqual(plot.y - 2);
					expect(box.y + box.height).toBeLessThanOrEqual(plot.y + plot.height + 3);
					for (const [other, its] of boxes.entries()) {
						if (other <= index) continue;
						expect(overlap(box, its, -1)).toBe(false);
						const [a = 0, b = 0] = [lasts[index], lasts[other]];
						if (a !== b) expect(box.y < its.y).toBe(a > b);
					}
				}
			},
		),
	);
});
