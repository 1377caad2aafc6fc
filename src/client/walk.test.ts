import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Key, type Step, walk } from './walk.ts';

const step = (group: string, date: string): Step => ({ point: `${group}@${date}`, group });
const steps = [
	step('a', '2011'),
	step('a', '2012'),
	step('a', '2013'),
	step('b', '2012'),
	step('b', '2014'),
	step('c', '2000'),
];
const go = (from: string | undefined, key: Key) =>
	walk(
		steps,
		steps.find(({ point }) => point === from),
		key,
	)?.point;

describe('walk', () => {
	it('begins at the first point, or with End at the last', () => {
		expect(go(undefined, 'ArrowRight')).toBe('a@2011');
		expect(go(undefined, 'End')).toBe('c@2000');
		expect(walk([], undefined, 'Home')).toBeUndefined();
	});

	it('goes by time within a group and stops at its ends', () => {
		expect(go('a@2011', 'ArrowRight')).toBe('a@2012');
		expect(go('a@2011', 'ArrowLeft')).toBe('a@2011');
		expect(go('a@2013', 'ArrowRight')).toBe('a@2013');
		expect(go('a@2012', 'Home')).toBe('a@2011');
		expect(go('a@2012', 'End')).toBe('a@2013');
	});

	it('goes to the same date in the next group, else to the one before it', () => {
		expect(go('a@2012', 'ArrowDown')).toBe('b@2012');
		expect(go('a@2013', 'ArrowDown')).toBe('b@2012');
		expect(go('a@2011', 'ArrowDown')).toBe('b@2012');
		expect(go('b@2014', 'ArrowUp')).toBe('a@2013');
		expect(go('a@2012', 'ArrowUp')).toBe('a@2012');
		expect(go('c@2000', 'ArrowDown')).toBe('c@2000');
	});

	it('reaches every point from any other', () => {
		const date = fc.integer({ min: 1000, max: 9999 }).map(String);
		const groups = fc
			.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 1, maxLength: 5 })
			.chain((ids) =>
				fc.tuple(
					...ids.map((id) =>
						fc
							.uniqueArray(date, { minLength: 1, maxLength: 6 })
							.map((all) => all.toSorted().map((one) => step(id, one))),
					),
				),
			);
		fc.assert(
			fc.property(groups, (all) => {
				const list = all.flat();
				const seen = new Set<string>();
				let now = walk(list, undefined, 'ArrowRight');
				for (let rounds = 0; rounds < all.length; rounds += 1) {
					now = walk(list, now, 'Home');
					for (let at = 0; at < 7; at += 1) {
						seen.add(now?.point ?? '');
						now = walk(list, now, 'ArrowRight');
					}
					now = walk(list, now, 'ArrowDown');
				}
				expect(seen.size).toBe(list.length);
			}),
		);
	});
});
